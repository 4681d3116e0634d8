#!/usr/bin/env bash
# Runs and closes a small company month after month, and prints what lies there and how long each run took: nothing may grow but what is
# kept for ever. Years whose holidays are not known have none, and the reference plan is taken for all of them.
#
#   scripts/campaign/years.sh [MONTHS]     the last 36 before this one unless told otherwise
#   KEEP_MONTHS                    how long the store keeps what closed editions were made of; 12
. "$(dirname -- "$0")/common.sh"
months=${1:-36}
keep=${KEEP_MONTHS:-12}
home=$bench/home
out=$bench/out
mkdir -p "$home"
cp -r jobs "$home/jobs"
sed -i "s/keep_months: .*/keep_months: $keep/" "$home"/jobs/*.yaml
sed -i 's/^effective: .*/effective: {from: 2020-01-01, to: 2039-12-31}/' "$home"/jobs/plans/reference-2026.yaml
sed -i 's/^signatures:.*//' "$home"/jobs/month-end.yaml
for year in $(seq 2018 2039); do
    [ -f "$home/jobs/calendar/cn-$year.yaml" ] || printf 'year: %s\nsource: {zh: 试验, en: trial}\nholidays: []\n' "$year" >"$home/jobs/calendar/cn-$year.yaml"
done

kilobytes() { du -sk "$1" 2>/dev/null | cut -f1; }

printf '%-8s %6s %6s %10s %10s %10s %8s %8s\n' period run_ms close_ms output_KB store_KB ledger_KB contents steps
for ((i = 0; i < months; i++)); do
    period=$(date -d "$(date +%Y-%m-01) -$((months - i)) months" +%Y-%m)
    next=$(date -d "$period-01 +1 month" +%Y-%m)
    inputs=$bench/inputs
    rm -rf "$inputs"
    mkdir "$inputs"
    for file in src/test/resources/cli/company/*.csv; do
        # The same month each time, with amounts of its own.
        sed "s/2026-09/$period/g; s/12000\\.00/$((12000 + i)).00/" "$file" >"$inputs/$(basename "$file")"
    done
    begun=$(date +%s%N)
    "$STEELYARD" run month-end --home "$home" --period "$period" --as-of "$next-12" --inputs "$inputs" --output "$out" --threads "$THREADS" \
        --lang en --quiet >/dev/null 2>"$bench/err"
    is_done $? || fail "$period: $(tail -3 "$bench/err")"
    ran=$((($(date +%s%N) - begun) / 1000000))
    begun=$(date +%s%N)
    "$STEELYARD" close "$period" --home "$home" --as-of "$next-28" --output "$out" --lang en --quiet >/dev/null 2>"$bench/err" ||
        fail "close $period: $(tail -3 "$bench/err")"
    closed=$((($(date +%s%N) - begun) / 1000000))
    # Days go by: what lies there is a month older.
    find "$out/ledger/store" "$out/ledger/work" -mindepth 1 -maxdepth 1 -exec touch -h -d '40 days ago' {} + 2>/dev/null
    steps=$("$STEELYARD" doctor --home "$home" --inputs "$inputs" --output "$out" --lang en | sed -n 's/.*store, \([0-9]*\) steps.*/\1/p')
    printf '%-8s %6s %6s %10s %10s %10s %8s %8s\n' "$period" "$ran" "$closed" "$(kilobytes "$out")" "$(kilobytes "$out/ledger/store")" \
        "$(du -k "$out/ledger/steelyard.mv.db" | cut -f1)" "$(ls "$out/ledger/store" | wc -l)" "$steps"
done
