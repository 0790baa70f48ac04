#!/usr/bin/env bash
# Builds everything in Release and runs all tests. The last line counts them.
#   ./test.sh            all tests
#   ./test.sh Store Node only tests/Store and tests/Node
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
postgres=/tmp/genomed-test-postgres-$$
trap 'rm -f "$log"; eng/test-postgres.sh stop "$postgres"' EXIT

eng/test-prerequisites.sh

# The PostgreSQL store is tested on a server of its own, unless GENOMED_TEST_POSTGRES names one.
if [ -z "${GENOMED_TEST_POSTGRES:-}" ]; then
  if GENOMED_TEST_POSTGRES=$(eng/test-postgres.sh start "$postgres"); then
    export GENOMED_TEST_POSTGRES
  else
    unset GENOMED_TEST_POSTGRES
    echo "tests: no PostgreSQL server could be started; the tests of that store are skipped"
  fi
fi

dotnet build GenoMed.Fhir.slnx -c Release --nologo -v quiet || { echo "the build failed"; echo "0 passed, 1 failed"; exit 1; }

status=0
if [ $# -eq 0 ]; then
  dotnet test --solution GenoMed.Fhir.slnx -c Release --no-build --no-progress 2>&1 | tee "$log" || status=1
else
  for room in "$@"; do
    dotnet test --project "tests/$room" -c Release --no-build --no-progress 2>&1 | tee -a "$log" || status=1
  done
fi

count() { grep -E "^ *$1: [0-9]+" "$log" | awk -F': *' '{ sum += $2 } END { print sum + 0 }'; }
passed=$(count succeeded); failed=$(count failed); skipped=$(count skipped)
if [ "$passed" -eq 0 ] || [ "$failed" -gt 0 ]; then status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
