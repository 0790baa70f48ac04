#!/usr/bin/env bash
# A PostgreSQL server for the tests and benchmarks alone: it listens on a socket in its own folder, no port is taken.
#   eng/test-postgres.sh start FOLDER   prints the connection string; FOLDER must not exist yet
#   eng/test-postgres.sh stop FOLDER    stops that server by its pid and removes the folder
# Prints the reason on stderr and returns 1 where there is no server to start.
set -uo pipefail
command=${1:-}; folder=${2:-}
[ -n "$folder" ] || { echo "usage: $0 start|stop FOLDER" >&2; exit 2; }

# The server refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ "$command" = stop ]; then
  if [ -f "$folder/data/postmaster.pid" ]; then
    pid=$(head -n 1 "$folder/data/postmaster.pid")
    kill -INT "$pid" 2>/dev/null
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  ! mountpoint -q "$folder/small-disk" || umount "$folder/small-disk"
  rm -rf "$folder"
  exit 0
fi

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || programs=$(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null)
[ -x "$programs/initdb" ] || { echo "PostgreSQL's server is not installed" >&2; exit 1; }
mkdir -p "$folder/data" || exit 1
# A disk to fill up, for the test of a full one; where it may not be mounted, that test is skipped.
if mkdir "$folder/small-disk" && mount -t tmpfs -o size=24m tmpfs "$folder/small-disk" 2>/dev/null; then
  mkdir "$folder/small-disk/tables"
else
  rmdir "$folder/small-disk"
fi
if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder" || exit 1; fi
log=$folder/server.log
cd "$folder" || exit 1
as_server "$programs/initdb" -D "$folder/data" -U genomed -A trust -E UTF8 --locale=C > "$log.init" 2>&1 \
  || { echo "initdb failed: $(tail -n 1 "$log.init")" >&2; exit 1; }
as_server "$programs/pg_ctl" -D "$folder/data" -l "$log" -w -t 60 start -o \
  "-k $folder -c listen_addresses= -c max_connections=400 -c shared_buffers=512MB -c max_wal_size=4GB -c checkpoint_timeout=15min" > /dev/null 2>&1 \
  || { echo "the server did not start: $(tail -n 1 "$log")" >&2; exit 1; }
echo "Host=$folder;Username=genomed;Database=postgres"
