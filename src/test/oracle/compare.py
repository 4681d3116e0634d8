"""Compares two result folders cell by cell; prints the first 30 differences and exits 1 if there are any.

    compare.py DIR_A DIR_B [--strict] [--ignore rows,target]

Scores, indicators and amounts by their exact text; basis, rate and target as numbers. Free text (reason, note) only with --strict.
"""
import argparse
import csv
import sys
from fractions import Fraction
from pathlib import Path

KEYS = {"scores.csv": ["employee_id"], "indicators.csv": ["employee_id", "indicator"], "payout.csv": ["line_id"],
        "suspensions.csv": ["employee_id", "product_id", "from"]}
FREE, NUMBERS = {"reason", "note"}, {"basis", "rate", "target"}


def read(path):
    """Header and rows by key; None where the file does not exist."""
    if not path.exists():
        return None, {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows = {}
        for row in reader:
            key = tuple(row.get(k, "") for k in KEYS[path.name])
            while key in rows:
                key += ("again",)
            rows[key] = row
        return reader.fieldnames or [], rows


def same(column, a, b):
    if a == b or column not in NUMBERS or not a or not b:
        return a == b
    return Fraction(a) == Fraction(b)


def differences(name, a, b, ignored):
    """All differences of one file as (file, key, column, value in A, value in B)."""
    (head_a, rows_a), (head_b, rows_b) = read(a / name), read(b / name)
    if head_a is None and head_b is None:
        return
    if head_a != head_b:
        yield name, "", "(header)", head_a, head_b
    columns = [c for c in head_a or [] if c in (head_b or []) and c not in ignored]
    for key in sorted({*rows_a, *rows_b}):
        if key not in rows_a or key not in rows_b:
            row = rows_a.get(key) or rows_b.get(key)
            short = ", ".join(f"{k}={v}" for k, v in row.items() if v and k not in FREE)
            yield name, "/".join(key), "(row)", *((short, "absent") if key in rows_a else ("absent", short))
            continue
        for column in columns:
            if not same(column, rows_a[key][column], rows_b[key][column]):
                yield name, "/".join(key), column, rows_a[key][column], rows_b[key][column]
    if name == "scores.csv" and [*rows_a] != [*rows_b] and {*rows_a} == {*rows_b}:
        yield name, "", "(row order)", "", ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--strict", action="store_true", help="compare free text too")
    parser.add_argument("--ignore", default="", help="columns to leave out, comma between")
    args = parser.parse_args()
    ignored = {*args.ignore.split(",")} | (set() if args.strict else FREE)
    found = [d for name in KEYS for d in differences(name, args.a, args.b, ignored)]
    for file, key, column, left, right in found[:30]:
        print(f"{file}  {key}  {column}:  {left!r}  {right!r}")
    if found:
        print(f"{len(found)} differences")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
