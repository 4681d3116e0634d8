"""Cells, exact numbers and curves: every value is a fraction; rounding happens only where a figure is printed."""
import datetime as dt
from fractions import Fraction as F
from functools import lru_cache

@lru_cache(maxsize=None)
def num(cell):
    """A number or a percentage as an exact fraction; None for a blank cell."""
    text = (cell or "").replace(",", "").strip()
    if not text:
        return None
    return F(text[:-1]) / 100 if text.endswith("%") else F(text)


@lru_cache(maxsize=None)
def day(cell):
    """The local day of a date or date-time cell; None for a blank cell (17)."""
    text = (cell or "").strip().replace("/", "-")
    if not text:
        return None
    if len(text) > 10 and (text.endswith("Z") or "+" in text[10:] or "-" in text[11:]):
        local = dt.timezone(dt.timedelta(hours=8))
        return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(local).date()
    return dt.date(*map(int, text.replace("T", " ").split(" ")[0].split("-")))


def yes(cell):
    """Yes/no; a blank counts as no (24)."""
    return (cell or "").strip().lower() in ("y", "yes", "true", "1")


def half_up(value, places):
    """Half-up, ties away from zero, as an exact fraction."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(whole, 10**places) * (-1 if value < 0 else 1)


def fixed(value, places):
    """Printed with exactly that many decimals; blank for None."""
    if value is None:
        return ""
    units = int(half_up(value, places) * 10**places)
    text = f"{abs(units):0{places + 1}d}"
    return ("-" if units < 0 else "") + (text[:-places] + "." + text[-places:] if places else text)


def plain(value):
    """Printed plain and exact, or with 6 decimals where a number has no end (102); blank for None."""
    if value is None:
        return ""
    places = next((n for n in range(40) if (value * 10**n).denominator == 1), None)
    if places is None:
        return plain(half_up(value, 6))
    return fixed(value, places)


def curve(text, value):
    """Points of a value on a linear curve `x:points x:points …`, flat beyond both ends; no curve = as points."""
    if text is None:
        return value
    steps = [(num(x), num(y)) for x, y in (step.split(":") for step in text.split())]
    if value <= steps[0][0]:
        return steps[0][1]
    for (x0, y0), (x1, y1) in zip(steps, steps[1:]):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return steps[-1][1]


def highest(text):
    """The most points a curve gives; 100 where points are the value (84)."""
    return F(100) if text is None else max(num(step.split(":")[1]) for step in text.split())


def quotient(above, below):
    """above ÷ below, None where the denominator is missing, zero or negative (20)."""
    return None if below is None or below <= 0 else F(above) / F(below)


def average(values):
    """The exact mean of the values that are there; None for none."""
    there = [v for v in values if v is not None]
    return sum(there, F(0)) / len(there) if there else None
