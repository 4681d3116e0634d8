#!/usr/bin/env bash
# Kills a run before its commits to the database, cuts it off before and after each, and takes the database away from there on; the same
# command must then end with the bytes of an undisturbed run. On H2, and with `postgres` on a PostgreSQL that the build brings along.
#
#   scripts/campaign/commits.sh [EVERY] [postgres]     each EVERY-th commit (1)
set -euo pipefail
cd "$(dirname -- "$0")/../.."
every=${1:-1}
shift || true
profile=()
[ "${1:-}" = postgres ] && profile=(-Ppostgres)
exec mvn -q -B "${profile[@]}" verify -Dtest='CommitsTest,KilledCloseTest,KilledRunTest' -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false \
    -DargLine="-Dproof.campaign=true -Dproof.every=$every"
