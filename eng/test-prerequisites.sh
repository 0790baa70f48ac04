#!/usr/bin/env bash
# Brings what some tests need and the SDK does not have. Nothing here is required to build:
# a test whose need is not met reports itself as skipped, with the reason.
set -uo pipefail
cache="${XDG_CACHE_HOME:-$HOME/.cache}/genomed"
examples=5.0.0

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

# The official R5 example resources (CC0), for the validator and the round trips.
if [ -d "$cache/hl7.fhir.r5.examples/package" ]; then
  :
elif command -v npm >/dev/null; then
  mkdir -p "$cache/hl7.fhir.r5.examples" && work=$(mktemp -d)
  if (cd "$work" && npm pack --silent "hl7.fhir.r5.examples@$examples" >/dev/null 2>&1) \
     && tar -xzf "$work"/*.tgz -C "$cache/hl7.fhir.r5.examples"; then
    say "fetched hl7.fhir.r5.examples $examples"
  else
    say "hl7.fhir.r5.examples could not be fetched; the tests on them are skipped"
  fi
  rm -rf "$work"
else
  say "npm is not here; the tests on the R5 examples are skipped"
fi

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

[ -d "$(dirname "$0")/../../shared" ] || say "no shared data beside the repository; the tests on real cohorts and official suites are skipped"
