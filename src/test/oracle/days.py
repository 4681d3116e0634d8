"""Working days, months, quarters and years."""
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

OFF = {2025: "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
       2026: "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07"}
MAKE_UP = {2025: "01-26 02-08 04-27 09-28 10-11", 2026: "01-04 02-14 02-28 05-09 09-20 10-10"}


def days_of(table):
    """All days of a table of single days and ranges."""
    out = set()
    for year, text in table.items():
        for part in text.split():
            ends = [dt.date.fromisoformat(f"{year}-{d}") for d in part.split("..")]
            out |= {ends[0] + dt.timedelta(n) for n in range((ends[-1] - ends[0]).days + 1)}
    return out


HOLIDAYS, MAKE_UPS = days_of(OFF), days_of(MAKE_UP)


def is_working(d):
    """Whether a day is a working day; a year without a table is an error."""
    if d.year not in OFF:
        raise SystemExit(f"no working-day calendar for {d.year}")
    return d in MAKE_UPS or (d.weekday() < 5 and d not in HOLIDAYS)


def working_days(first, last):
    """Working days in [first, last]."""
    return sum(is_working(first + dt.timedelta(n)) for n in range((last - first).days + 1))


def add_months(d, months):
    """The same day months later; a day the month lacks becomes its last day."""
    index = d.year * 12 + d.month - 1 + months
    first = dt.date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(d.day, month_end(first).day))


def month_end(d):
    """Last day of the month of a day."""
    return dt.date(d.year + d.month // 12, d.month % 12 + 1, 1) - dt.timedelta(1)


@dataclass(frozen=True)
class Period:
    """A named span: 2026-09, 2026-Q3 or 2026; an interim window keeps its quarter's name."""
    name: str
    first: dt.date
    last: dt.date

    def holds(self, d):
        return d is not None and self.first <= d <= self.last


@lru_cache(maxsize=None)
def period(name):
    """Parses 2026-09, 2026-Q3, 2026."""
    year, _, rest = name.partition("-")
    if not rest:
        return Period(name, dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
    start, months = (int(rest[1:]) * 3 - 2, 3) if rest[0] == "Q" else (int(rest), 1)
    first = dt.date(int(year), start, 1)
    return Period(name, first, month_end(add_months(first, months - 1)))


def quarter_of(d):
    """The quarter that holds a day."""
    return period(f"{d.year}-Q{(d.month + 2) // 3}")


def last_completed_quarter(last):
    """The quarter that ends on or before a day (11)."""
    quarter = quarter_of(last)
    return quarter if quarter.last <= last else quarter_of(quarter.first - dt.timedelta(1))


def months_of(span):
    """The months of a quarter or a year."""
    names, d = [], span.first
    while d <= span.last:
        names.append(period(d.strftime("%Y-%m")))
        d = add_months(d, 1)
    return names
