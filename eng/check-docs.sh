#!/usr/bin/env bash
# Runs the sh blocks of docs/http.md in order, in one shell, against fresh nodes on free ports.
# Fails on a request that is not answered with a status 2xx; in a block marked `refused`, on one that is.
#   eng/check-docs.sh [PATH/TO/genomed]
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "$0")/.." && pwd)
genomed=$(realpath "${1:-$root/Cli/bin/Release/net10.0/genomed}")
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$work"' EXIT

for tool in curl jq openssl base64 awk; do
  command -v "$tool" >/dev/null || { echo "check-docs needs $tool"; exit 3; }
done

# A port that nothing listens on.
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

accepted() { command curl --fail-with-body "$@"; }
refused() {
  if command curl --fail-with-body "$@" 2>/dev/null; then echo "check-docs: was not refused: curl $*" >&2; return 1; fi
  echo
}

# A command, not a function: a node started in the background is then itself the job that is killed at the end.
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$genomed" > "$work/bin/genomed"
chmod +x "$work/bin/genomed"
export PATH="$work/bin:$PATH"

# The blocks as a script: each says its line before it runs, and which answers it expects.
awk '
  /^```sh$/         { print "at=" NR "; curl() { accepted \"$@\"; }"; inside = 1; next }
  /^```sh refused$/ { print "at=" NR "; curl() { refused \"$@\"; }"; inside = 1; next }
  /^```/            { inside = 0 }
  inside
' "$root/docs/http.md" | sed "s/\b8080\b/$(free_port)/g; s/\b8081\b/$(free_port)/g" > "$work/blocks.sh"

cd "$work"
trap 'status=$?; echo "check-docs: docs/http.md, the block at line $at failed" >&2; exit $status' ERR
set -E
. ./blocks.sh
trap - ERR
echo
echo "check-docs: docs/http.md holds"
