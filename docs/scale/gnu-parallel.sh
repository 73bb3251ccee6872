#!/usr/bin/env bash
# GNU parallel over ssh: every machine named in `machines` (one a line; `:` is this one) makes shares
# of the batch in a folder that all of them see, one share at a time; a share that fails is tried again.
#   docs/scale/gnu-parallel.sh machines 16 agreements out [flags of batch…]
# Exit 1 says that some agreement cannot be made: trying again is no use, and the others are there.
set -euo pipefail
machines=$1 count=$2 specs=$3 out=$4
shift 4
share="${PACTWRIGHT:-pactwright} batch$(printf ' %q' "$specs" -o "$out" "$@") --shard {}/$count"
seq "$count" | parallel --sshloginfile "$machines" --workdir . --jobs 1 --retries 3 \
  "$share || [ \$? -eq 1 ]"
${PACTWRIGHT:-pactwright} batch merge "$out"
