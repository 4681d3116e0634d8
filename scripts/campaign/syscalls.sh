#!/usr/bin/env bash
# Kills a run at its writes, fsyncs and renames, one after the other, by strace; starts it again and compares with the bytes of
# an undisturbed one. Calls are counted a thread at a time, from the moment a phase begins: the reports are written by a
# worker, what is published by the main thread.
#
#   scripts/campaign/syscalls.sh [EVERY] [PHASE …]    each EVERY-th call (1), from the beginning of each phase on
#   CALLS                                     other groups of calls
INPUTS=${INPUTS:-src/test/resources/cli/company}
. "$(dirname -- "$0")/common.sh"
every=${1:-1}
shift
[ $# -gt 0 ] || set -- "Freezing the inputs" "Reading and measuring" "Looking for duplicates" "Scoring and ranking" "Calculating pay" \
    "Writing the reports" "Reconciling" "Publishing"
command -v strace >/dev/null || fail "strace is not installed"
undisturbed

# A run that dies just before its N-th call since the phase began. Says with which exit code it ended.
dying() {
    local out=$1 phase=$2 calls=$3 n=$4 process line tracer
    rm -f "$bench/talk"
    mkfifo "$bench/talk"
    start "$out" >/dev/null 2>"$bench/talk" &
    process=$!
    exec 3<"$bench/talk"
    while IFS= read -r line <&3; do
        case $line in "$phase"*) break ;; esac
    done
    kill -STOP "$process"
    : >"$bench/attached"
    strace -f -p "$process" -o "$bench/calls" -e "trace=$calls" -e "inject=$calls:signal=KILL:when=$n" \
        2>"$bench/attached" &
    tracer=$!
    until grep -q attached "$bench/attached" || ! kill -0 "$tracer" 2>/dev/null; do sleep 0.02; done
    kill -CONT "$process"
    cat <&3 >/dev/null
    exec 3<&-
    wait "$process" 2>/dev/null
    exit=$?
    wait "$tracer" 2>/dev/null
}

total=0
for phase in "$@"; do
    for calls in ${CALLS:-rename,renameat,renameat2 fsync,fdatasync write,pwrite64,pwritev}; do
        kills=0
        for ((n = 1; ; n += every)); do
            out=$bench/round
            rm -rf "$out"
            dying "$out" "$phase" "$calls" "$n" 2>/dev/null # the shell tells of each death
            [ "$exit" = 137 ] || break
            kills=$((kills + 1))
            whole "$out"
            run "$out" >/dev/null 2>"$bench/err"
            exit=$?
            is_done "$exit" || fail "$phase, $calls $n: the next start ended with $exit: $(tail -3 "$bench/err")"
            same "$out"
        done
        is_done "$exit" || fail "$phase, $calls $n ended with $exit"
        echo "$phase: killed at $kills of ${calls%%,*} (up to the ${n}th of a thread), all ended with the same bytes."
        total=$((total + kills))
    done
done
echo "$total kills."
