#!/usr/bin/env bash
# Runs the sh blocks of a page in order, in one shell, against fresh nodes on free ports.
# Fails on a command that fails and on a request that is not answered with a status 2xx; in a block marked `refused`, on a
# request or a genomed that is not refused.
#   eng/check-docs.sh [PATH/TO/genomed [PAGE ...]]     docs/http.md and docs/synthetic.md without PAGE
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "$0")/.." && pwd)
genomed=$(realpath "${1:-$root/Cli/bin/Release/net10.0/genomed}")
pages=("${@:2}")
[ ${#pages[@]} -gt 0 ] || pages=(docs/http.md docs/synthetic.md)
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
  if "$@" 2>&1; then echo "check-docs: was not refused: $*" >&2; return 1; fi
  echo
}
refused_curl() { refused accepted "$@"; }
refused_genomed() { refused command genomed "$@"; }

# A command, not a function: a node started in the background is then itself the job that is killed at the end.
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$genomed" > "$work/bin/genomed"
chmod +x "$work/bin/genomed"
export PATH="$work/bin:$PATH"

# The blocks of a page as a script: each says its line before it runs, and which answers it expects.
blocks() {
  awk '
    /^```sh$/         { print "at=" NR "; curl() { accepted \"$@\"; }; unset -f genomed"; inside = 1; next }
    /^```sh refused$/ { print "at=" NR "; curl() { refused_curl \"$@\"; }; genomed() { refused_genomed \"$@\"; }"; inside = 1; next }
    /^```/            { inside = 0 }
    inside
  ' "$root/$1" > "$2"
  local port
  for port in $(grep -o '\b80[89][0-9]\b' "$2" | sort -u); do sed -i "s/\b$port\b/$(free_port)/g" "$2"; done
}

run() {
  mkdir -p "$work/$page"
  blocks "$page" "$work/$page/blocks.sh"
  cd "$work/$page"
  trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT
  trap 'status=$?; echo "check-docs: $page, the block at line $at failed" >&2; exit $status' ERR
  set -E
  . ./blocks.sh
  trap - ERR
  echo
  echo "check-docs: $page holds"
}

for page in "${pages[@]}"; do
  (run)
done
