#!/bin/sh
# The engine against PyTorch, the same networks in one run: benchmarks/compare-torch.sh [OUTPUT.md [NAME...]]
# Needs Debian's python3-torch and libopenblas0-pthread. PyTorch runs with one and with two threads; the better counts.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
output=${1:-/dev/stdout}
[ $# -gt 0 ] && shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build -c Release "$here/Compute.Torch" -v quiet >&2
"$here/Compute.Torch/bin/Release/net10.0/GenoMed.Fhir.Compute.Torch.Benchmarks" "$@" > "$work/engine.jsonl"
for threads in 1 2; do
    /usr/bin/python3 "$here/Compute.Torch/pytorch_baseline.py" "$threads" "$@" > "$work/pytorch$threads.jsonl"
done
/usr/bin/python3 "$here/Compute.Torch/ratios.py" "$work" > "$work/table.md"
cat "$work/table.md" > "$output"
