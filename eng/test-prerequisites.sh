#!/usr/bin/env bash
# Brings what some tests need and the SDK does not have. Nothing here is required to build:
# a test whose need is not met reports itself as skipped, with the reason.
set -uo pipefail
cache="${XDG_CACHE_HOME:-$HOME/.cache}/genomed"

say() { echo "tests: $*"; }

# docs/http.md is run as it stands.
missing=""
for tool in curl jq openssl; do command -v "$tool" >/dev/null || missing="$missing $tool"; done
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # shellcheck disable=SC2086
  { apt-get update -qq && apt-get install -y -qq $missing; } >/dev/null 2>&1 && say "installed$missing" \
    || say "could not install$missing; the test of docs/http.md is skipped"
elif [ -n "$missing" ]; then
  say "$missing not here; the test of docs/http.md is skipped"
fi

# R's survival package: the tables that the goldens of survival statistics were made on.
if ! { command -v Rscript && Rscript -e 'library(survival); library(KMsurv)'; } >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null \
     && { apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core r-cran-survival r-cran-kmsurv; } >/dev/null 2>&1; then
    say "installed r-cran-survival and r-cran-kmsurv"
  else
    say "R with survival and KMsurv is not here; the tests on its tables are skipped"
  fi
fi

# Official packages. The example resources (CC0): of R5 for the validator, the round trips and the import; of R4 for the conversion.
fetch_package() { # NAME VERSION
  if [ -d "$cache/$1/package" ]; then
    return
  fi
  if ! command -v npm >/dev/null; then
    say "npm is not here; the tests on $1 are skipped"
    return
  fi
  local work; work=$(mktemp -d)
  mkdir -p "$cache/$1"
  if (cd "$work" && npm pack --silent "$1@$2" >/dev/null 2>&1) && tar -xzf "$work"/*.tgz -C "$cache/$1"; then
    say "fetched $1 $2"
  else
    say "$1 could not be fetched; the tests on it are skipped"
  fi
  rm -rf "$work"
}
fetch_package hl7.fhir.r5.examples 5.0.0
fetch_package hl7.fhir.r4.examples 4.0.1
# What the profiles' mappings are held against.
fetch_package hl7.fhir.us.mcode 4.0.0
fetch_package hl7.fhir.uv.genomics-reporting 3.0.0

# The PostgreSQL store and node processes that share it are tested on a server that test.sh starts.
if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1 && say "installed postgresql" \
      || say "could not install postgresql; the tests of that store are skipped"
  else
    say "postgresql is not here; the tests of that store are skipped"
  fi
fi

# No test needs Chromium yet: the manager's page is still to come.

# fhir-kit-client, with which tests/Node drives a node (pinned by the lock beside its package.json).
clients="$(dirname "$0")/../tests/Node/Clients"
if [ -d "$cache/clients/node_modules/fhir-kit-client" ] && cmp -s "$clients/package-lock.json" "$cache/clients/package-lock.json"; then
  :
elif command -v npm >/dev/null; then
  mkdir -p "$cache/clients" && cp "$clients/package.json" "$clients/package-lock.json" "$cache/clients/"
  if (cd "$cache/clients" && npm ci --silent --ignore-scripts --no-audit --no-fund >/dev/null 2>&1); then
    say "installed fhir-kit-client"
  else
    rm -rf "$cache/clients"
    say "fhir-kit-client could not be installed; its test is skipped"
  fi
else
  say "npm is not here; the test with fhir-kit-client is skipped"
fi

[ -d "$(dirname "$0")/../../shared" ] || say "no shared data beside the repository; the tests on real cohorts and official suites are skipped"
