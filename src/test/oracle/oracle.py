"""The scoring rules as an executable specification.

Reads clean canonical exports (UTF-8 CSV, English headers and values) and writes scores.csv, indicators.csv,
payout.csv and suspensions.csv. Written from the domain text and its rulings (numbers in brackets), never from
the engine, so that the two can be compared cell by cell. Every value is a Fraction; rounding happens only where
a figure is printed.

    oracle.py INPUTS OUT --job month-end --period 2026-09 --as-of 2026-10-12
"""
import argparse
import datetime as dt

from cards import score_month, score_quarter, score_year
from days import months_of, period
from facts import Facts
from files import write_all
from ledger import Ledger, Paid, adjustments, recover, suspend
from money import commissions, excess_profit, team_pool, year_bonuses
from returns import reversals

TRACKS = {"month-end": ("mature", "dealer"), "quarter-end": ("innovation",), "year-end": ()}


def run(facts, job, span, ledger, closed=(), money="score_only"):
    """Cards, payout lines and the cards whose indicators are printed (85) of one run."""
    tracks = TRACKS[job]
    if job == "year-end":
        cards = score_year(facts, span, closed)
        lines = year_bonuses(facts, cards, span)
    else:
        cards = (score_month if job == "month-end" else score_quarter)(facts, span)
        lines = commissions(facts, cards, span, tracks)
    if money == "share":
        lines += team_pool(facts, cards, lines, span, tracks)
    if job == "quarter-end":
        lines += excess_profit(facts, cards, span)
    lines += reversals(facts, cards, span, tracks, ledger) + adjustments(facts, cards, span)
    suspend(facts, lines, span)
    lines += recover(facts, cards, lines, span, ledger)
    scored = {"month-end": cards, "quarter-end": [c for c in cards if c.track == "innovation"], "year-end": []}[job]
    return cards, lines, scored


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs")
    parser.add_argument("out")
    parser.add_argument("--job", choices=tuple(TRACKS), required=True)
    parser.add_argument("--period", required=True)
    parser.add_argument("--as-of", required=True, type=dt.date.fromisoformat)
    parser.add_argument("--money", choices=("score_only", "share"), default="score_only", help="whether the team's part is bound in money")
    parser.add_argument("--closed", help="the periods that are closed, comma between, calculated from the same inputs in this order; "
                        "for a year by default all of it")
    args = parser.parse_args()
    facts, span = Facts(args.inputs, args.as_of), period(args.period)
    closed = args.closed.split(",") if args.closed else []
    if args.job == "year-end":
        closed = closed or [m.name for m in months_of(span)] + [f"{span.name}-Q{n}" for n in (1, 2, 3, 4)]
    ledger = Ledger()
    for name in closed if args.job != "year-end" else ():
        cards, lines, _ = run(facts, "quarter-end" if "Q" in name else "month-end", period(name), ledger)
        ledger.editions[name] = Paid(name, cards, lines)
    cards, lines, scored = run(facts, args.job, span, ledger, closed, args.money)
    write_all(args.out, facts, args.job, span, cards, lines, scored)


if __name__ == "__main__":
    main()
