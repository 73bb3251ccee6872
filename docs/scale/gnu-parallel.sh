#!/usr/bin/env bash
# GNU parallel over ssh: every machine named in `machines` (one a line; `:` is this one) makes shares
# of the batch in a folder that all of them see, one share at a time; a share that fails is tried again.
#   docs/scale/gnu-parallel.sh machines 16 agreements out [flags of batch…]
set -euo pipefail
machines=$1 count=$2 specs=$3 out=$4
shift 4
seq "$count" | parallel --sshloginfile "$machines" --workdir . --jobs 1 --retries 3 \
  "${PACTWRIGHT:-pactwright} batch $specs -o $out --shard {}/$count $*"
${PACTWRIGHT:-pactwright} batch merge "$out"
