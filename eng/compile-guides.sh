#!/usr/bin/env bash
# Compiles the FSH of every guide with SUSHI, without a download by SUSHI itself.
#   eng/compile-guides.sh             writes ImplementationGuides/*/profiles/*.json
#   eng/compile-guides.sh mds aml     only those (and what all share)
#   eng/compile-guides.sh --check     says which compiled files are stale; writes nothing
# Exit code: 0 done or up to date, 1 stale or an error in the FSH, 3 what it needs is not here.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "$0")/.." && pwd)
guides=$root/ImplementationGuides
cache="${XDG_CACHE_HOME:-$HOME/.cache}/genomed"
home=$cache/fsh
sushi=3.21.0
packages="hl7.fhir.r5.core@5.0.0 hl7.terminology.r5@7.0.1 hl7.fhir.uv.extensions.r5@5.3.0-ballot-tc1"

check=""
if [ "${1:-}" = --check ]; then check=yes; shift; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

command -v npm >/dev/null || { echo "compile-guides: npm is not here"; exit 3; }
if [ ! -f "$home/sushi-$sushi/node_modules/fsh-sushi/dist/app.js" ]; then
  mkdir -p "$home/sushi-$sushi"
  npm install --silent --no-audit --no-fund --prefix "$home/sushi-$sushi" "fsh-sushi@$sushi" >/dev/null 2>&1 \
    || { echo "compile-guides: fsh-sushi $sushi could not be fetched"; exit 3; }
fi
for package in $packages; do
  folder="$home/.fhir/packages/${package/@/#}"
  [ -d "$folder/package" ] && continue
  mkdir -p "$folder" "$work/pack"
  (cd "$work/pack" && npm pack --silent "$package" >/dev/null 2>&1 && tar -xzf ./*.tgz -C "$folder" && rm ./*.tgz) \
    || { rm -rf "$folder"; echo "compile-guides: $package could not be fetched"; exit 3; }
done

# A cache of its own for this run: the shared package is the one of this tree.
mkdir -p "$work/home/.fhir/packages"
ln -s "$home"/.fhir/packages/* "$work/home/.fhir/packages/"

# SUSHI would ask registries for its own newest version and for packages that nothing here uses: they lead nowhere.
compile() {
  HOME="$work/home" FPL_REGISTRY=http://127.0.0.1:9 npm_config_registry=http://127.0.0.1:9 npm_config_fetch_retries=0 \
    node "$home/sushi-$sushi/node_modules/fsh-sushi/dist/app.js" build "$guides/$1" --out "$work/$1" "${@:2}" > "$work/$1.log" 2>&1 \
    && grep -q " 0 Errors" "$work/$1.log" || { grep -A 3 -E "^error" "$work/$1.log" >&2; echo "compile-guides: $1 does not compile" >&2; return 1; }
}

publish() {
  local made=$work/$1/fsh-generated/resources kept=$guides/$1/profiles
  if [ -n "$check" ]; then
    diff -rq "$made" "$kept" >"$work/$1.diff" 2>&1 || { cat "$work/$1.diff"; echo "compile-guides: $1 is stale; run eng/compile-guides.sh $1"; return 1; }
  else
    rm -rf "$kept" && mkdir -p "$kept" && cp "$made"/*.json "$kept"
    echo "compile-guides: $1, $(find "$kept" -name '*.json' | wc -l) files"
  fi
}

# SUSHI derives from profiles with a snapshot only; the node makes its own, so that the committed files have none.
share() {
  local folder="$work/home/.fhir/packages/genomed.fhir.common#0.1.0/package"
  mkdir -p "$folder" && cp "$work"/_common/fsh-generated/resources/*.json "$folder"
  node -e 'const fs = require("fs");
    for (const file of process.argv.slice(1)) {
      const { snapshot, ...rest } = JSON.parse(fs.readFileSync(file, "utf8"));
      fs.writeFileSync(file, JSON.stringify(rest, null, 2) + "\n");
    }' "$work"/_common/fsh-generated/resources/*.json
  echo '{"name":"genomed.fhir.common","version":"0.1.0","fhirVersions":["5.0.0"],"canonical":"https://genomed.example/fhir/common","dependencies":{"hl7.fhir.r5.core":"5.0.0"}}' > "$folder/package.json"
}

genomed=$root/Cli/bin/Release/net10.0/genomed
names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(cd "$guides" && ls -d -- */ | tr -d / | grep -v '^_')
status=0
compile _common --snapshot && share && publish _common || exit 1
for name in "${names[@]}"; do
  [ -n "$check" ] || [ ! -x "$genomed" ] || "$genomed" guide fsh --folder "$guides/$name" > /dev/null
  [ -f "$guides/$name/sushi-config.yaml" ] || { echo "compile-guides: $name has no FSH; run genomed guide fsh --folder ImplementationGuides/$name"; status=1; continue; }
  { compile "$name" && publish "$name"; } || status=1
done
exit $status
