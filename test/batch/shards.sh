#!/usr/bin/env bash
# The example for GNU parallel in docs/scale, with this machine as the only one: the shares it makes,
# joined, are what one undisturbed run makes, byte for byte. Needs `npm run build` and GNU parallel.
#   test/batch/shards.sh [agreements, default 24] [shares, default 5]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
count=${1:-24} shares=${2:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export PACTWRIGHT=${PACTWRIGHT:-node $root/dist/cli.cjs}
cp -r "$root/agreements/logos" "$root/agreements/annexes" .
mkdir specs
cp -r logos annexes specs/
for number in $(seq "$count"); do
  sed "s/^title: .*/&, number $number/" "$root/agreements/unfinished-makers-fair.yaml" >"specs/a$number.yaml"
done
# One that cannot be made holds up none of the others, and both runs say so with exit 1.
echo 'spec: 1' >specs/broken.yaml
flags=(--to docx,html --jobs 1 --name '{title} ({spec})')
echo : >machines
fails_with_1() { local code=0; "$@" || code=$?; [ $code -eq 1 ]; }
fails_with_1 $PACTWRIGHT batch specs -o whole "${flags[@]}"
fails_with_1 "$root/docs/scale/gnu-parallel.sh" machines "$shares" specs out "${flags[@]}"
test "$(find whole -name '*.docx' | wc -l)" = "$count"
rm out/manifest-*-of-* out/findings-*-of-* out/summary-*-of-*
diff -r whole out
echo "the $shares shares of $count agreements, joined, are the whole, byte for byte"
