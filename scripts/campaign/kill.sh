#!/usr/bin/env bash
# Kills a run at random moments, starts it again until it is done, and compares with the bytes of an undisturbed one.
#
#   scripts/campaign/kill.sh [ROUNDS] [SEED]     a round is one run with up to five kills; 20 rounds and seed 1 unless told otherwise
. "$(dirname -- "$0")/common.sh"
rounds=${1:-20}
RANDOM=${2:-1}
undisturbed

kills=0
: >"$bench/phases"
for ((round = 1; round <= rounds; round++)); do
    out=$bench/round
    rm -rf "$out"
    for ((attempt = 1; ; attempt++)); do
        start "$out" >/dev/null 2>"$bench/err" &
        process=$!
        if [ "$attempt" -le 5 ]; then
            sleep "$(awk -v a="$RANDOM" -v ms="$millis" 'BEGIN { printf "%.3f", a / 32767 * ms / 1000 }')"
            kill -KILL "$process" 2>/dev/null
        fi
        wait "$process" 2>/dev/null
        exit=$?
        [ "$exit" = 137 ] || break
        kills=$((kills + 1))
        { tail -1 "$bench/err" | grep . || echo "Opening the ledger"; } | sed 's/[:…].*//; s/ *$//' >>"$bench/phases"
    done
    is_done "$exit" || fail "round $round, attempt $attempt ended with $exit: $(tail -3 "$bench/err")"
    same "$out"
done
echo "$rounds runs, killed $kills times, all ended with the same bytes. Killed while:"
sort "$bench/phases" | uniq -c | sort -rn
