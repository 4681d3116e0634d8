# What the campaigns share. They run the sample month, on one thread unless told otherwise, and hold what is published against
# an undisturbed run, byte for byte.
#
#   INPUTS, PERIOD, AS_OF   another company
#   THREADS                 how many slices and reports at once
#   STEELYARD               the launcher of another installation
#   KEEP=1                  keep the folders

set -uo pipefail
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$here" || exit 1
export LC_ALL=C.UTF-8
STEELYARD=${STEELYARD:-$here/steelyard}
INPUTS=${INPUTS:-input-samples}
PERIOD=${PERIOD:-2026-09}
AS_OF=${AS_OF:-2026-10-12}
THREADS=${THREADS:-1}

bench=$(mktemp -d)
finish() {
    [ "${KEEP:-}" = 1 ] && echo "Kept: $bench" || rm -rf "$bench"
}
trap finish EXIT

fail() {
    echo "FAILED: $*" >&2
    KEEP=1
    exit 1
}

# A run into the folder; further arguments are the command that it is run under. Its process becomes the run's.
start() {
    local out=$1
    shift
    exec "$@" "$STEELYARD" run month-end --period "$PERIOD" --as-of "$AS_OF" --inputs "$INPUTS" --output "$out" \
        --threads "$THREADS" --lang en
}

run() { (start "$@"); }

# 0 and 5 are done: 5 beyond the job's thresholds, with what was to be published.
is_done() { [ "$1" = 0 ] || [ "$1" = 5 ]; }

# The undisturbed run, once.
undisturbed() {
    local begun
    run "$bench/warm" >/dev/null 2>&1 # builds, unpacks and warms up
    begun=$(date +%s%N)
    run "$bench/undisturbed" >/dev/null 2>"$bench/undisturbed.err"
    is_done $? || fail "the undisturbed run: $(tail -3 "$bench/undisturbed.err")"
    millis=$((($(date +%s%N) - begun) / 1000000))
    expected=$bench/undisturbed/month-end
    echo "An undisturbed run takes $millis ms and publishes $(find "$expected" -type f | wc -l) files."
}

# Nothing half is published: an edition that is there has its manifest and agrees with it.
whole() {
    local edition
    for edition in "$1"/month-end/*/r*/; do
        [ -d "$edition" ] || continue
        "$STEELYARD" verify "$edition" --output "$1" >/dev/null 2>&1 || fail "$edition is not whole"
    done
}

# Done by now, with the same bytes, and nothing left lying about.
same() {
    diff -r "$expected" "$1/month-end" >"$bench/diff" || fail "$1 differs: $(head -5 "$bench/diff")"
    [ -z "$(ls -A "$1/ledger/work" 2>/dev/null)" ] || fail "$1/ledger/work is not empty"
    [ -z "$(find "$1" -name '*.tmp' -o -name '*.part' | head -1)" ] || fail "temporary files in $1"
}
