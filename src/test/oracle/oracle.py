"""The scoring rules as an executable specification.

Reads clean canonical exports (UTF-8 CSV, English headers and values) and writes scores.csv, indicators.csv,
payout.csv and suspensions.csv. Written from the domain text and its rulings (numbers in brackets), never from
the engine, so that the two can be compared cell by cell. Every value is a Fraction; rounding happens only where
a figure is printed.

    oracle.py INPUTS OUT --job month-end --period 2026-09 --as-of 2026-10-12
"""
import argparse
import csv
import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from fractions import Fraction as F
from functools import lru_cache
from pathlib import Path

# ---------------------------------------------------------------- cells and numbers


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


# ---------------------------------------------------------------- calendar and periods

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


# ---------------------------------------------------------------- the plan

DIMENSIONS = ("performance", "compliance", "customer", "capability")
TRACKS = {"mature": (45, 20, 20, 15), "innovation": (35, 20, 25, 20),
          "dealer": (40, 20, 25, 15), "manager": (45, 20, 20, 15)}


@dataclass(frozen=True)
class Indicator:
    """One line of the plan; `hold` says that missing data holds the participant."""
    id: str
    dimension: str
    tracks: tuple
    weight: int
    curve: str = None
    missing: str = "skip"


PRODUCT, FIELD = ("mature", "innovation"), ("mature", "innovation", "dealer")
PLAN = [
    Indicator("sales_growth", "performance", ("mature",), 40, "-20%:0 0%:60 10%:100 20%:120"),
    Indicator("share_retention", "performance", ("mature",), 35, "90%:0 100%:100 105%:120"),
    Indicator("key_account_share", "performance", ("mature",), 25, "0:0 30%:60 60%:100"),
    Indicator("department_coverage", "performance", ("innovation",), 50, "0:0 100%:100 120%:120", "hold"),
    Indicator("trial_conversion", "performance", ("innovation",), 50, "0:0 30%:60 60%:100"),
    Indicator("sell_in_attainment", "performance", ("dealer",), 35, "0:0 100%:100 120%:120", "hold"),
    Indicator("sell_through", "performance", ("dealer",), 40, "50%:0 90%:100 110%:110"),
    Indicator("terminal_verification", "performance", ("dealer",), 25, "60%:0 95%:100"),
    Indicator("team_performance", "performance", ("manager",), 100),
    Indicator("team_compliance", "compliance", ("manager",), 100),
    Indicator("team_customer", "customer", ("manager",), 100),
    Indicator("material_approval", "compliance", FIELD, 35, "70%:0 95%:100"),
    Indicator("visit_record_completeness", "compliance", FIELD, 35, "70%:0 98%:100"),
    Indicator("gift_meeting_compliance", "compliance", FIELD, 30, "80%:0 100%:100"),
    Indicator("nps", "customer", PRODUCT, 35, "-20:0 30:60 70:100"),
    Indicator("expertise_fit", "customer", PRODUCT, 10, "2:0 4.5:100"),
    Indicator("response_time", "customer", PRODUCT, 20, "50%:0 95%:100"),
    Indicator("rd_relay_time", "customer", PRODUCT, 15, "50%:0 95%:100"),
    Indicator("repurchase_rate", "customer", PRODUCT, 10, "0:0 80%:100"),
    Indicator("cooperation_depth", "customer", PRODUCT, 10, "0:0 2:100", "zero"),
    Indicator("supply_satisfaction", "customer", ("dealer",), 30, "2:0 4.5:100"),
    Indicator("stockout_rate", "customer", ("dealer",), 20, "1%:100 10%:0"),
    Indicator("delivery_days", "customer", ("dealer",), 20, "3:100 10:0"),
    Indicator("joint_activity_rate", "customer", ("dealer",), 30, "0:0 90%:100"),
    Indicator("product_defence", "capability", FIELD, 50),
    Indicator("certification", "capability", FIELD, 20, "0:0 100%:100"),
    Indicator("policy_notes", "capability", FIELD, 15, None, "zero"),
    Indicator("policy_reports", "capability", FIELD, 15, "0:0 100%:100", "zero"),
    Indicator("mentee_first_order", "capability", ("manager",), 50, "30:100 120:0"),
    Indicator("mentee_zero_violation", "capability", ("manager",), 50, "80%:0 100%:100"),
    Indicator("effective_visit_ratio", "shown", FIELD, 0),
    Indicator("proposal_feedback_days", "shown", FIELD, 0),
    Indicator("competitor_report_rate", "shown", FIELD, 0),
]
WHEN_EMPTY = {(track, "compliance"): F(100) for track in FIELD}
VETO_KINDS = ("regulator_notice", "illegal_promotion_complaint", "bribery")
DEDUCTION = {"major": 15, "minor": 5}
GRADES = (("S", 95), ("A", 85), ("B", 70), ("C", 60), ("D", 0))
FACTOR = {"S": F("1.2"), "A": F("1.1"), "B": F("1.0"), "C": F("0.8"), "D": F("0.5")}
TIERS = ((F("0.8"), F("0.008")), (F(1), F("0.012")), (F("1.2"), F("0.016")), (None, F("0.02")))
INNOVATIVE_RATE, SELL_OUT_RATE, EXCESS_RATE = F("0.025"), F("0.006"), F("0.08")
SHARE_CURVE = "0:0 100%:100 120%:120"
BONUS_CURVE = "80:0 90:0.5 100:1"
POOL_CURVE = "0:0.5 60:0.8 100:1 120:1.2"  # money: share


# ---------------------------------------------------------------- facts


class Facts:
    """All rows of all exports, and the decisions in force at as-of."""

    def __init__(self, folder, as_of):
        self.as_of, self.data, self.of = as_of, {}, defaultdict(list)
        for path in sorted(Path(folder).glob("*.csv")):
            self.data[path.stem] = self.read(path)
        for name, rows in self.data.items():
            for row in rows:
                if row.get("employee_id"):
                    self.of[name, row["employee_id"]].append(row)
        self.roster = self.by("employees", "employee_id")
        self.products = self.by("products", "product_id")
        self.customers = self.by("customers", "customer_id")
        self.targets = {(r["subject_type"], r["subject"], r["indicator"], r["period"]): num(r["target"])
                        for r in self.rows("targets")}
        self.whole = {(r["subject_type"], r["subject"], r["indicator"], r["period"]): r.get("prorate", "")
                      for r in self.rows("targets")}
        self.calibrated = set()
        for r in sorted(self.rows("calibrations"), key=lambda r: (day(r["decided_date"]) or dt.date.min, r["decision_id"])):
            names = {n.strip() for n in r["approvers"].split(";")} - {""}
            if len(names) >= 2 and r["reason"] and day(r["decided_date"]) and day(r["decided_date"]) <= as_of:  # (82)
                key = r["subject_type"], r["subject"], r["indicator"], r["period"]
                self.targets[key] = num(r["new_target"])
                self.calibrated.add(key)
        self.upheld = [r for r in sorted(self.rows("appeals"), key=lambda r: (r["decided_at"], r["appeal_id"]))
                       if r["decision"] == "upheld" and day(r["decided_at"]) and day(r["decided_at"]) <= as_of]  # (83)
        self.dismissed = {r["indicator"] for r in self.upheld if r["effect"] == "dismiss_event"}

    @staticmethod
    def read(path):
        """Rows of one export; same key, same content: the first; same key, other content: none (88)."""
        width = {"targets": 4, "market_share": 2}.get(path.stem, 1)
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(file)]
        groups = defaultdict(list)
        for row in rows:
            groups[tuple(list(row.values())[:width])].append(row)
        return [g[0] for g in groups.values() if all(r == g[0] for r in g)]

    def has(self, *names):
        return all(name in self.data for name in names)

    def rows(self, name):
        return self.data.get(name, [])

    def by(self, name, key):
        return {row[key]: row for row in self.rows(name)}

    def target(self, kind, subject, indicator, name):
        """The target of exactly that period, calibrated; ≤ 0 is none (7, 22)."""
        value = self.targets.get((kind, subject, indicator, name))
        return value if value is not None and value > 0 else None

    def prorated(self, employee, indicator, name):
        """Whether a part of the period has a part of the target: not where a calibration or the row says no (101)."""
        key = "employee", employee, indicator, name
        return key not in self.calibrated and self.whole.get(key) != "no"

    def own_target(self, person, indicator, span, share):
        """The target times the person's share of the days (8.3)."""
        value = self.target("employee", person["employee_id"], indicator, span.name)
        cut = value is not None and share < 1 and self.prorated(person["employee_id"], indicator, span.name)
        return value * share if cut else value

    def own(self, name, employee, column, span, where=lambda r: True):
        """The person's rows whose date lies in the span and that meet the filter (15, 16)."""
        return [r for r in self.of[name, employee] if span.holds(day(r[column])) and where(r)]

    def orders(self, employee, span, lifecycle=None):
        return self.own("orders", employee, "order_date", span,
                        lambda r: lifecycle in (None, self.lifecycle(r)))

    def lifecycle(self, row):
        return self.products.get(row["product_id"], {}).get("lifecycle")

    def verified(self, employee, span):
        """Verified events by verified_date, appealed ones left out (15, 51, 84)."""
        return self.own("compliance_events", employee, "verified_date", span,
                        lambda r: r["status"] == "verified" and r["event_id"] not in self.dismissed)

    def appeals(self, employee, name, indicator, effect):
        return [num(r["effect_value"]) for r in self.upheld
                if (r["employee_id"], r["period"], r["indicator"], r["effect"]) == (employee, name, indicator, effect)
                and num(r["effect_value"]) is not None]

    def participants(self, span):
        """Roster rows with a track whose employment touches the period (8)."""
        return [p for _, p in sorted(self.roster.items())
                if p["track"] and day(p["hire_date"]) <= span.last
                and (day(p["leave_date"]) is None or day(p["leave_date"]) >= span.first)]

    def market_rows(self, region, last):
        """The region's newest share row not older than 6 months, and the newest that ends earlier (7)."""
        def order(row):
            name = row["period"]
            return period(name).last, 0 if "-" not in name else 1 if "Q" in name else 2
        rows = sorted((r for r in self.rows("market_share") if r["region"] == region and num(r["share"]) is not None
                       and period(r["period"]).last <= last), key=order, reverse=True)
        if not rows or period(rows[0]["period"]).last < add_months(last, -6):
            return None, None
        earlier = [r for r in rows if period(r["period"]).last < period(rows[0]["period"]).last]
        return rows[0], earlier[0] if earlier else None


# ---------------------------------------------------------------- measures


@dataclass
class Value:
    """What a measure found: the unrounded value (None = missing), its target, its source rows, a note."""
    value: F = None
    rows: int = None
    target: F = None
    note: str = ""


def total(rows, column):
    return sum((num(r[column]) or F(0) for r in rows), F(0))


def share_of(rows, test):
    """Part of the rows that meets a test."""
    return Value(quotient(sum(map(test, rows)), len(rows)), len(rows))


def mean_of(rows, *columns):
    """Average of the filled cells of the columns (25)."""
    return Value(average([num(r[c]) for r in rows for c in columns]), len(rows))


def ratio_of(above, below, column, other=None):
    return Value(quotient(total(above, column), total(below, other or column)), len(above) + len(below))


def part_of(person, span):
    """a and W: working days employed, and those of the span (8.3; without leave and assignments)."""
    return employed_days(person, span), working_days(span.first, span.last)


class Measures:
    """One method an indicator, named like it; `span` is the period scored (interim: quarter to date)."""

    NEEDS = {  # datasets that an indicator reads besides the roster; one absent = missing for everyone (21)
        "sales_growth": "orders products", "share_retention": "market_share",
        "key_account_share": "orders products customers", "department_coverage": "visits",
        "trial_conversion": "trials products", "sell_in_attainment": "sell_in", "sell_through": "sell_in sell_out",
        "terminal_verification": "hospital_purchases sell_out", "material_approval": "materials",
        "visit_record_completeness": "visits", "gift_meeting_compliance": "gifts_meetings", "nps": "nps",
        "expertise_fit": "nps", "response_time": "requests", "rd_relay_time": "requests", "repurchase_rate": "orders",
        "cooperation_depth": "cooperations", "supply_satisfaction": "dealer_service", "stockout_rate": "dealer_service",
        "delivery_days": "dealer_service", "joint_activity_rate": "dealer_service", "product_defence": "exams",
        "certification": "exams", "policy_notes": "policy_work", "policy_reports": "policy_work",
        "mentee_first_order": "mentoring orders", "mentee_zero_violation": "mentoring compliance_events",
        "effective_visit_ratio": "visits", "proposal_feedback_days": "proposals", "competitor_report_rate": "proposals"}

    def __init__(self, facts, person, span, led=(), cards=()):
        self.facts, self.person, self.id, self.span = facts, person, person["employee_id"], span
        self.led, self.cards = led, cards
        self.quarter = last_completed_quarter(span.last)
        self.year = Period("ytd", dt.date(span.last.year, 1, 1), span.last)  # (12)

    def of(self, indicator):
        """The indicator's value; `zero` for missing where the plan says so (47)."""
        ready = self.facts.has(*self.NEEDS.get(indicator.id, "").split())
        found = getattr(self, indicator.id)() if ready else Value(note="dataset absent")
        changed = self.facts.appeals(self.id, self.span.name, indicator.id, "set_value")
        if changed:
            found = replace(found, value=changed[-1], note="set by appeal")
        elif found.value is None and indicator.missing == "zero":
            found = replace(found, value=F(0), rows=found.rows or 0, note="no data: zero")
        return found

    def own(self, name, column, span=None, where=lambda r: True):
        return self.facts.own(name, self.id, column, span or self.span, where)

    def attainment(self, amount, rows, indicator):
        goal = self.facts.target("employee", self.id, indicator, self.span.name)
        if goal is None:
            return Value(None, len(rows), goal, "no target")
        a, whole = part_of(self.person, self.span)
        if not a and self.facts.prorated(self.id, indicator, self.span.name):
            return Value(None, len(rows), None, "no available day")  # (100)
        goal = self.facts.own_target(self.person, indicator, self.span, F(a, whole))
        return Value(quotient(amount, goal), len(rows), goal)

    # performance
    def sales_growth(self):
        before = Period("", add_months(self.span.first, -12), month_end(add_months(self.span.last, -12)))
        now, base = (self.facts.orders(self.id, s, "mature") for s in (self.span, before))
        (a, whole), (then, all_then) = part_of(self.person, self.span), part_of(self.person, before)
        if not a or 2 * then < all_then:  # (100, 103)
            return Value(None, len(now) + len(base), note="no available day" if not a else "not comparable")
        result = quotient(total(now, "amount"), total(base, "amount") * min(F(a, whole), 1))
        return Value(None if result is None else result - 1, len(now) + len(base))

    def share_retention(self):
        new, old = self.facts.market_rows(self.person["region"], self.span.last)
        read = [r for r in (new, old) if r]
        return Value(quotient(num(new["share"]), num(old["share"])) if old else None, len(read),
                     note=" / ".join(r["period"] for r in read))

    def key_account_share(self):
        rows = self.facts.orders(self.id, self.span, "mature")
        top = [r for r in rows if self.facts.customers.get(r["customer_id"], {}).get("grade") == "3A"]
        return Value(quotient(total(top, "amount"), total(rows, "amount")), len(rows))

    def department_coverage(self):
        rows = self.own("visits", "visited_at", where=lambda r: yes(r["target_department"]))
        seen = {(r["customer_id"], r["department"]) for r in rows if r["department"]}  # (27)
        return self.attainment(len(seen), rows, "department_coverage")

    def trial_conversion(self):
        rows = self.own("trials", "decided_date", where=lambda r: r["outcome"] and self.facts.lifecycle(r) == "innovative")
        return share_of(rows, lambda r: r["outcome"] == "converted")

    def sell_in_attainment(self):
        rows = self.own("sell_in", "date")
        return self.attainment(total(rows, "amount"), rows, "sell_in_attainment")

    def sell_through(self):
        return ratio_of(self.own("sell_out", "date"), self.own("sell_in", "date"), "quantity")

    def terminal_verification(self):
        found = ratio_of(self.own("hospital_purchases", "date"), self.own("sell_out", "date"), "quantity")
        return found if found.value is None else replace(found, value=min(found.value, F(1)))

    # managers: over what they lead (36-40)
    def team_mean(self, dimension):
        return Value(average([c.dims[dimension] for c in self.cards if c.counts]))

    def team_performance(self):
        return self.team_mean("performance")

    def team_compliance(self):
        return self.team_mean("compliance")

    def team_customer(self):
        return self.team_mean("customer")

    def mentees(self):
        """Mentees made regular in the 12 months up to the period's last day, and that window (38)."""
        window = Period("", add_months(self.span.last + dt.timedelta(1), -12), self.span.last)
        mentors = {p["employee_id"] for p in self.led} | {self.id}
        ids = sorted({r["mentee_id"] for r in self.facts.rows("mentoring") if r["mentor_id"] in mentors
                      and day(r["start_date"]) and day(r["start_date"]) <= self.span.last})
        people = [self.facts.roster[i] for i in ids if i in self.facts.roster]
        return [p for p in people if window.holds(day(p["regular_date"]))], window

    def mentee_first_order(self):
        days, used = [], 0
        for mentee in self.mentees()[0]:
            regular = day(mentee["regular_date"])
            rows = [r for r in self.facts.orders(mentee["employee_id"], Period("", regular, self.span.last))
                    if num(r["quantity"]) and num(r["quantity"]) > 0]
            first = min((day(r["order_date"]) for r in rows), default=self.span.last)  # (39)
            days.append(F((first - regular).days))
            used += len(rows)
        return Value(average(days), used)

    def mentee_zero_violation(self):
        people, window = self.mentees()
        events = [self.facts.verified(p["employee_id"], window) for p in people]
        return Value(quotient(sum(not e for e in events), len(events)), sum(map(len, events)))

    # compliance
    def material_approval(self):
        return share_of(self.own("materials", "decided_date", where=lambda r: r["result"]),
                        lambda r: r["result"] == "approved")

    def visit_record_completeness(self):
        return share_of(self.own("visits", "visited_at"), lambda r: yes(r["complete"]))

    def gift_meeting_compliance(self):
        return share_of(self.own("gifts_meetings", "date"), lambda r: yes(r["compliant"]))

    # customer
    def nps(self):
        scores = [num(r["score"]) for r in self.own("nps", "date", where=lambda r: num(r["score"]) is not None)]
        if len(scores) < 5:
            return Value(None, len(scores), note="fewer than 5 answers")
        return Value(F(100 * (sum(s >= 9 for s in scores) - sum(s <= 6 for s in scores)), len(scores)), len(scores))

    def expertise_fit(self):
        rows = self.own("nps", "date", where=lambda r: r["expertise"] or r["fit"])  # (29)
        if len(rows) < 5:
            return Value(None, len(rows), note="fewer than 5 answers")
        return mean_of(rows, "expertise", "fit")

    @staticmethod
    def within(row, column, limit):
        """Answered within that many working days after the day raised (30, 31)."""
        raised, answered = day(row["raised_at"]), day(row[column])
        return answered is not None and working_days(raised + dt.timedelta(1), answered) <= limit

    def response_time(self):
        return share_of(self.own("requests", "raised_at"), lambda r: self.within(r, "responded_at", 2))

    def rd_relay_time(self):
        return share_of(self.own("requests", "raised_at", where=lambda r: yes(r["needs_rd"])),
                        lambda r: self.within(r, "relayed_at", 3))

    def repurchase_rate(self):
        before = Period("", add_months(self.span.first, -3), self.span.first - dt.timedelta(1))
        base, now = ([r for r in self.facts.orders(self.id, s) if num(r["quantity"]) and num(r["quantity"]) > 0]
                     for s in (before, self.span))  # (33)
        customers = {r["customer_id"] for r in base}
        return Value(quotient(len(customers & {r["customer_id"] for r in now}), len(customers)), len(base) + len(now))

    def cooperation_depth(self):
        rows = self.own("cooperations", "date", self.year)
        return Value(F(len(rows)), len(rows))

    def supply_satisfaction(self):
        return mean_of(self.own("dealer_service", "date"), "satisfaction")

    def stockout_rate(self):
        return mean_of(self.own("dealer_service", "date"), "stockout_rate")

    def delivery_days(self):
        return mean_of(self.own("dealer_service", "date"), "delivery_days")

    def joint_activity_rate(self):
        rows = self.own("dealer_service", "date")
        return replace(ratio_of(rows, rows, "joint_joined", "joint_planned"), rows=len(rows))

    # capability
    def product_defence(self):
        return mean_of(self.own("exams", "date", self.quarter, lambda r: r["kind"] == "defence"), "score")

    def certification(self):
        need = self.required()
        sat = self.own("exams", "date", self.year, lambda r: r["kind"] == "certification")
        passed = [r for r in self.certified() if r["product_id"] in need]
        rows = {r["exam_id"] for r in sat + passed}
        return Value(quotient(len({r["product_id"] for r in passed}), len(need)), len(rows))

    def certified(self):
        """Passed certification exams up to the period's end, of any year."""
        return self.own("exams", "date", Period("", dt.date.min, self.span.last),
                        lambda r: r["kind"] == "certification" and yes(r["passed"]))

    def required(self):
        """Products attempted this year; on the innovation track new innovative products besides (34)."""
        need = {r["product_id"] for r in self.own("exams", "date", self.year, lambda r: r["kind"] == "certification")
                if r["product_id"]}
        if self.person["track"] == "innovation":
            fresh = Period("", add_months(self.span.last, -12), self.span.last - dt.timedelta(30))
            need |= {i for i, p in self.facts.products.items()
                     if p["lifecycle"] == "innovative" and fresh.holds(day(p["launch_date"]))}
        return need

    def policy_notes(self):
        return mean_of(self.own("policy_work", "date", self.quarter, lambda r: r["kind"] == "note"), "quality")

    def policy_reports(self):
        rows = self.own("policy_work", "date", self.quarter, lambda r: r["kind"] == "report")
        return Value(F(len(rows)), len(rows))

    # shown, not scored
    def effective_visit_ratio(self):
        rows = self.own("visits", "visited_at")
        return replace(ratio_of(rows, rows, "effective_minutes", "minutes"), rows=len(rows))

    def proposal_feedback_days(self):
        rows = self.own("proposals", "submitted_date", where=lambda r: r["feedback_date"])
        return Value(average([F((day(r["feedback_date"]) - day(r["submitted_date"])).days) for r in rows]), len(rows))

    def competitor_report_rate(self):
        return share_of(self.own("proposals", "submitted_date"), lambda r: yes(r["competitor_report"]))


# ---------------------------------------------------------------- scorecards


@dataclass
class Card:
    """A participant's scorecard; every figure is as printed."""
    person: dict
    span: Period
    values: dict = field(default_factory=dict)   # indicator id -> (Value, points)
    dims: dict = field(default_factory=dict)
    bonus: F = F(0)
    individual: F = None
    team_score: F = None
    final: F = None
    grade: str = ""
    cap: str = ""
    vetoes: list = field(default_factory=list)
    lacks: list = field(default_factory=list)    # why held, or an interim row without final
    status: str = "ranked"
    reasons: list = field(default_factory=list)
    ranks: list = field(default_factory=lambda: [""] * 4)

    @property
    def id(self):
        return self.person["employee_id"]

    @property
    def track(self):
        return self.person["track"]

    @property
    def counts(self):
        """Whether team means see this card (36): not held, and interim rows only with all targets (5)."""
        return not self.lacks


def is_veto(event):
    return event["severity"] == "veto" or event["kind"] in VETO_KINDS


def weighted(pairs):
    """Σ weight × points ÷ Σ weight over what is there, rounded once (45)."""
    there = [(w, p) for w, p in pairs if p is not None and w]
    return half_up(sum(w * p for w, p in there) / sum(w for w, _ in there), 2) if there else None


def grade_of(final, cap):
    """Grade by the printed final; a cap lowers it, never raises it (56)."""
    names = "".join(g for g, _ in GRADES)
    grade = next(g for g, limit in GRADES if final >= limit or g == "D")
    return max(grade, cap or grade, key=names.index)


def led_by(manager, people):
    """The non-manager participants of the teams and regions that a manager leads (37)."""
    codes = {c.strip() for c in manager["leads"].split(";")} - {""} or {manager["team"]}
    return [p for p in people if p["track"] != "manager" and (p["team"] in codes or p["region"] in codes)]


def milestone(facts, employee, span):
    """+10 or +5 in the period in which 20 or 10 customers are first reached (41)."""
    start = dt.date(span.last.year, 1, 1)

    def reached(last):
        rows = facts.own("trials", employee, "completed_date", Period("", start, last),
                         lambda r: facts.lifecycle(r) == "innovative"
                         and facts.customers.get(r["customer_id"], {}).get("grade") == "3A")
        return len({r["customer_id"] for r in rows})
    before, now = reached(span.first - dt.timedelta(1)), reached(span.last)
    return F(10 if before < 20 <= now else 5 if before < 10 <= now else 0)


def score(facts, person, span, team_score, led=(), cards=()):
    """One participant's scorecard over a span, before status and ranks."""
    card, measures, track = Card(person, span), Measures(facts, person, span, led, cards), person["track"]
    plan = [i for i in PLAN if track in i.tracks]
    found = {i.id: measures.of(i) for i in plan}
    for i in plan:
        value, points = found[i.id].value, None
        if i.weight and value is not None:
            points = half_up(curve(i.curve, value), 2)
            if i.id == "sell_in_attainment" and value >= 1 and any(
                    found[r].value is not None and found[r].value < F("0.7")
                    for r in ("sell_through", "terminal_verification")):
                points = min(points, F(60))  # channel stuffing (46, 53)
            for extra in facts.appeals(card.id, span.name, i.id, "add_points"):  # (84)
                points = half_up(max(points, min(points + extra, highest(i.curve))) if extra > 0 else points + extra, 2)
        elif value is None and i.missing == "hold" and found[i.id].note != "no available day":
            card.lacks.append(f"{i.id}: {found[i.id].note or 'no data'}")
        card.values[i.id] = (found[i.id], points)
    if track == "mature" and facts.target("employee", card.id, "sales_amount", span.name) is None:  # (61)
        card.lacks.append("sales_amount: no target")
    for name in DIMENSIONS:
        card.dims[name] = weighted([(i.weight, card.values[i.id][1]) for i in plan if i.dimension == name])
        if card.dims[name] is None:
            card.dims[name] = WHEN_EMPTY.get((track, name))

    events = facts.verified(card.id, span)
    card.vetoes = [e for e in events if is_veto(e)]
    deduction = sum(DEDUCTION.get(e["severity"], 0) for e in events if not is_veto(e))
    card.cap = "C" if deduction >= 20 else "B" if deduction >= 10 else ""  # (50)
    records = facts.own("enablement", card.id, "date", span)
    enabled = min(10, sum(1 if r["kind"] == "training" else 3 if yes(r["adopted"]) else 0 for r in records))
    if card.dims["compliance"] is not None:  # (48)
        card.dims["compliance"] = min(F(110), max(F(0), card.dims["compliance"] - deduction) + enabled)

    since = day(person["track_since"])
    if track == "innovation":
        if since and since <= span.last and span.first < add_months(since, 6) and card.dims["performance"] is not None:
            card.dims["performance"] = max(card.dims["performance"], F(60))  # (52)
        card.bonus = milestone(facts, card.id, span)

    base = weighted(zip(TRACKS[track], (card.dims[d] for d in DIMENSIONS)))
    if base is None:
        card.lacks.append("no data")  # (54)
    if not card.lacks:
        card.individual = half_up(base + card.bonus, 2)
        mixed = card.individual if team_score is None else F("0.7") * card.individual + F("0.3") * team_score
        card.final = min(F(130), max(F(0), half_up(mixed, 2)))
        card.grade = "D" if card.vetoes else grade_of(card.final, card.cap)
    card.team_score = team_score
    card.reasons = [*card.lacks, *(f"veto {e['event_id']} {e['kind']} {e['verified_date']}" for e in card.vetoes)]
    if team_score is None:
        card.reasons.append("no team score")
    if day(person["hire_date"]) > span.first or (day(person["leave_date"]) or span.last) < span.last:
        card.reasons.append("part period")
    return card


def team_scores(facts, people, span):
    """Printed score of each team of the run: share attainment of its region (7, 43)."""
    scores = {}
    for team in {p["team"] for p in people}:
        members = [p for p in people if p["team"] == team]
        managers = [p for p in members if p["track"] == "manager"]
        regions = Counter(p["region"] for p in members)
        region = managers[0]["region"] if managers else min(regions, key=lambda r: (-regions[r], r))
        names = list(dict.fromkeys([span.name, quarter_of(span.last).name if span.name != str(span.last.year) else span.name,
                                    str(span.last.year)]))
        goals = [facts.target(kind, subject, "share_attainment", name)
                 for kind, subject in (("team", team), ("region", region)) for name in names]
        goal = next((g for g in goals if g), None)
        row = facts.market_rows(region, span.last)[0]
        scores[team] = half_up(curve(SHARE_CURVE, num(row["share"]) / goal), 2) if goal and row else None
    return scores


def hold(card):
    """A held row prints identity, status and reason only (57)."""
    card.status, card.dims, card.bonus = "held", dict.fromkeys(DIMENSIONS), None
    card.individual = card.team_score = card.final = None
    card.grade = ""


def settle(cards):
    """Status of freshly scored cards, interim rows excepted."""
    for card in cards:
        if card.status == "interim":
            continue
        if card.lacks:
            hold(card)
        else:
            card.status = "vetoed" if card.vetoes else "ranked"


def rank(cards):
    """Competition ranks overall and in track, team (managers left out) and region; order of the report (59-62)."""
    groups = (lambda c: True, lambda c: c.track,
              lambda c: None if c.track == "manager" else c.person["team"], lambda c: c.person["region"])
    for n, group in enumerate(groups):
        for card in cards:
            rivals = [c for c in cards if c.status == "ranked" and group(c) == group(card)]
            if group(card) is None or card.status not in ("ranked", "vetoed"):
                continue
            card.ranks[n] = 1 + (len(rivals) if card.status == "vetoed" else sum(c.final > card.final for c in rivals))
    cards.sort(key=lambda c: (c.ranks[0] == "", c.ranks[0] or 0, c.id))


def score_month(facts, span):
    """All tracks on the month; innovation as interim rows on the quarter to date (4, 6)."""
    people = facts.participants(span)
    teams = team_scores(facts, people, span)
    quarter = quarter_of(span.last)
    to_date = Period(quarter.name, quarter.first, span.last)
    cards = []
    for p in people:
        if p["track"] != "manager":
            card = score(facts, p, to_date if p["track"] == "innovation" else span, teams[p["team"]])
            card.status = "interim" if p["track"] == "innovation" else card.status
            cards.append(card)
    settle(cards)
    by_id = {c.id: c for c in cards}
    for p in people:
        if p["track"] == "manager":
            led = led_by(p, people)
            cards.append(score(facts, p, span, teams[p["team"]], led, [by_id[m["employee_id"]] for m in led]))
    settle([c for c in cards if c.track == "manager"])
    rank(cards)
    return cards


def mean_card(person, span, cards):
    """A card of half-up means over the periods in which the person was scored (1, 3, 78)."""
    card = Card(person, span)
    scored = [c for c in cards if c.final is not None]
    worst = [c.cap for c in cards if c.cap]
    card.cap, card.vetoes = max(worst, default=""), [e for c in cards for e in c.vetoes]
    card.reasons = [f"{c.span.name}: {'; '.join(c.reasons)}" for c in cards if c.reasons]
    if not scored:
        card.lacks = [f"{c.span.name} held" for c in cards] or ["no period scored"]
        return card

    def mean(get):
        value = average([get(c) for c in scored])
        return None if value is None else half_up(value, 2)
    card.dims = {d: mean(lambda c: c.dims[d]) for d in DIMENSIONS}
    card.bonus, card.individual = mean(lambda c: c.bonus), mean(lambda c: c.individual)
    card.team_score, card.final = mean(lambda c: c.team_score), mean(lambda c: c.final)
    card.grade = "D" if card.vetoes else grade_of(card.final, card.cap)
    return card


def score_quarter(facts, span):
    """Innovation on the quarter, the others as the mean of their months, ranked together (1)."""
    people = facts.participants(span)
    months = [{c.id: c for c in score_month(facts, m)} for m in months_of(span)]
    teams = team_scores(facts, people, span)
    cards = [score(facts, p, span, teams[p["team"]]) if p["track"] == "innovation"
             else mean_card(p, span, [m[p["employee_id"]] for m in months if p["employee_id"] in m]) for p in people]
    settle(cards)
    rank(cards)
    return cards


def score_year(facts, span, closed):
    """Everyone: the mean of the closed periods of the track's own cycle (78); a veto verified in the year holds, closed or not."""
    runs = {name: {c.id: c for c in (score_quarter if "Q" in name else score_month)(facts, period(name))}
            for name in closed}
    cards = []
    for p in facts.participants(span):
        own = [run[p["employee_id"]] for name, run in runs.items()
               if ("Q" in name) == (p["track"] == "innovation") and p["employee_id"] in run]
        card = mean_card(p, span, own)
        known = [e["event_id"] for e in card.vetoes]
        card.vetoes += [e for e in facts.verified(card.id, span) if is_veto(e) and e["event_id"] not in known]
        card.grade = "D" if card.grade and card.vetoes else card.grade
        cards.append(card)
    settle(cards)
    rank(cards)
    return cards


# ---------------------------------------------------------------- money


@dataclass
class Line:
    """One payout line."""
    card: Card
    component: str
    basis: F
    rate: F
    amount: F
    note: str = ""


def tiers(sales, goal):
    """(basis, rate) of each tier; negative sales and sales without a target at the first rate (63, 65, 66)."""
    if sales <= 0 or goal is None:
        return [(sales, TIERS[0][1])]
    parts, lower = [], F(0)
    for limit, rate in TIERS:
        upper = sales if limit is None else min(sales, limit * goal)
        parts.append((max(F(0), upper - lower), rate))
        lower = max(lower, upper)
    return parts


def commission(facts, card):
    """Commission lines of one non-manager (64)."""
    if card.track == "dealer":
        parts = [(total(facts.own("sell_out", card.id, "date", card.span), "amount"), SELL_OUT_RATE)]
    else:
        mature, innovative = (total(facts.orders(card.id, card.span, life), "amount") for life in ("mature", "innovative"))
        a, whole = part_of(card.person, card.span)
        goal = facts.own_target(card.person, "sales_amount", card.span, max(F(a, whole), F(1, 2)))  # (95)
        goal = None if goal is None else half_up(goal, 2) if a < whole else goal
        parts = [*tiers(mature, goal), (innovative, INNOVATIVE_RATE)]
    return [Line(card, "commission", basis, rate, half_up(basis * rate, 2)) for basis, rate in parts if basis]


def after_grade(card, lines):
    """The commission lines with grade adjustment and veto forfeit (67-69)."""
    if not lines:
        return []
    paid = sum(line.amount for line in lines)
    if paid > 0:
        rate = FACTOR[card.grade] - 1
        lines = [*lines, Line(card, "grade_adjustment", paid, rate, half_up(paid * rate, 2))]
    whole = sum(line.amount for line in lines)
    if card.status == "vetoed" and whole > 0:
        lines = [*lines, Line(card, "veto_forfeit", whole, F(-1), -whole)]
    return lines


def commissions(facts, cards, tracks):
    """Commission of everyone whom this run pays, managers by the mean of their members (70, 71)."""
    paid = {c.id: commission(facts, c) for c in cards if c.track in tracks and c.status in ("ranked", "vetoed")}
    by_id, people, out = {c.id: c for c in cards}, [c.person for c in cards], []
    for card in cards:
        if card.track == "manager" and card.status != "held":
            sums = [F(0) if by_id[i].status == "vetoed" else sum((line.amount for line in paid[i]), F(0))
                    for i in (p["employee_id"] for p in led_by(card.person, people)) if i in paid]
            mean = half_up(average(sums), 2) if sums else F(0)
            lines = [Line(card, "commission", mean, F(1), mean)] if mean else []
        else:
            lines = paid.get(card.id, [])
        out += after_grade(card, lines)
    return out


def split(pool, weights):
    """Shares in cents that sum to the pool: largest remainder, ties by employee_id (75)."""
    cents, whole = int(pool * 100), sum(weights.values())
    exact = {i: F(cents) * w / whole for i, w in weights.items()}
    parts = {i: int(x) for i, x in exact.items()}
    for i in sorted(exact, key=lambda i: (parts[i] - exact[i], i))[:cents - sum(parts.values())]:
        parts[i] += 1
    return {i: F(n, 100) for i, n in parts.items()}


def team_pool(facts, cards, lines, span, tracks):
    """30% of commission after grade goes into the pool of the team; pool x factor comes back by final (domain 5, money: share)."""
    people, out = facts.participants(span), []
    scores = team_scores(facts, people, span)
    paid = {c.id for c in cards if c.track in tracks and c.status in ("ranked", "vetoed")}
    earners = [c for c in sorted(cards, key=lambda c: c.id) if c.status == "ranked" and (
        c.id in paid or c.track == "manager" and any(p["employee_id"] in paid for p in led_by(c.person, people)))]
    for team in sorted({c.person["team"] for c in earners}):
        members, pool = [c for c in earners if c.person["team"] == team], F(0)
        if not any(c.final for c in members):
            continue
        for c in members:
            earned = sum(line.amount for line in lines if line.card is c and line.component != "veto_forfeit")
            put = half_up(F("0.3") * earned, 2)
            if put > 0:
                out.append(Line(c, "team_pool_contribution", earned, F("-0.3"), -put))
                pool += put
        back = half_up(pool * (curve(POOL_CURVE, scores[team]) if scores[team] is not None else 1), 2)
        if back:
            parts = split(back, {c.id: c.final for c in members})
            out += [Line(c, "team_pool_share", back, None, parts[c.id]) for c in members if parts[c.id]]
    return out


def employed_days(person, span):
    """Working days from hire to leave inside the span (74); 0 where they do not touch it."""
    return working_days(max(day(person["hire_date"]), span.first), min(day(person["leave_date"]) or span.last, span.last))


def excess_profit(facts, cards, span):
    """8% of team profit above target, shared by final × working days (72-76)."""
    out = []
    for team in sorted({c.person["team"] for c in cards}):
        goal = facts.target("team", team, "gross_profit", span.name)
        rows = [r for i, p in facts.roster.items() if p["team"] == team for r in facts.orders(i, span)]
        profit = total(rows, "amount") - total(rows, "cost")
        pool = half_up(EXCESS_RATE * (profit - goal), 2) if goal and profit > goal else F(0)
        weights = {c.id: c.final * employed_days(c.person, span) for c in cards
                   if c.person["team"] == team and c.status == "ranked" and c.grade in "SABC"}
        weights = {i: w for i, w in weights.items() if w}
        if pool and weights:
            parts = split(pool, weights)
            out += [Line(c, "excess_profit_share", pool, None, parts[c.id]) for c in cards if c.id in parts and parts[c.id]]
    return out


def year_bonuses(facts, cards, span):
    """Compliance bonus and no-violation bonus, prorated by working days of the year (77, 79, 80)."""
    out, days = [], working_days(span.first, span.last)
    for team in sorted({c.person["team"] for c in cards}):
        members = [c for c in cards if c.person["team"] == team]
        mean = average([c.dims["compliance"] for c in members if c.track != "manager" and c.status != "held"])
        clean = not any(e["severity"] == "major" or is_veto(e) for i, p in facts.roster.items() if p["team"] == team
                        for e in facts.verified(i, span))
        for c in members:
            salary, worked = num(c.person["monthly_salary"]) or F(0), F(employed_days(c.person, span), days)
            if c.status != "ranked":
                continue
            if mean is not None:
                rate = curve(BONUS_CURVE, half_up(mean, 2))
                out.append(Line(c, "compliance_bonus", salary, rate * worked, half_up(salary * rate * worked, 2)))
            if clean:
                out.append(Line(c, "no_violation_bonus", salary, worked, half_up(salary * worked, 2)))
    return [line for line in out if line.amount]


# ---------------------------------------------------------------- suspensions and files


def suspensions(facts, span):
    """High-difficulty visits suspended for lack of a required certification, as far as they touch the period."""
    out = []
    for person in facts.participants(span):
        if person["track"] not in FIELD:
            continue
        measures = Measures(facts, person, span)
        exams = [r for r in facts.of["exams", person["employee_id"]] if r["kind"] == "certification"]
        for product in sorted(measures.required()) if facts.has("exams") else ():
            passes = sorted(day(r["date"]) for r in measures.certified() if r["product_id"] == product)
            starts = [(day(r["date"]), "failed exam") for r in exams if r["product_id"] == product and not yes(r["passed"])
                      and day(r["date"]) and day(r["date"]) <= span.last]
            item, last = facts.products.get(product, {}), span.last
            fresh = Period("", add_months(last, -12), last - dt.timedelta(30))
            if person["track"] == "innovation" and item.get("lifecycle") == "innovative" and fresh.holds(day(item["launch_date"])):
                starts.append((day(item["launch_date"]) + dt.timedelta(30), "not passed 30 days after launch"))
            if not starts or (passes and passes[0] <= min(starts)[0]):
                continue
            start, why = min(starts)
            if not passes or passes[0] >= span.first:
                out.append((person["employee_id"], product, start, passes[0] if passes else "", why))
    return out


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split())
        out.writerows(rows)


def write_all(out, facts, job, span, cards, lines, scored):
    """The four machine files; `scored` are the cards whose indicators are printed (85)."""
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    write(out / "scores.csv", "rank rank_in_track rank_in_team rank_in_region employee_id name track team region performance "
          "compliance customer capability bonus individual team_score final grade status reason",
          [[*c.ranks, *(c.person[k] for k in ("employee_id", "name", "track", "team", "region")),
            *(fixed(c.dims.get(d), 2) for d in DIMENSIONS),
            *(fixed(v, 2) for v in (c.bonus, c.individual, c.team_score, c.final)),
            c.grade, c.status, "; ".join(c.reasons)] for c in cards])
    write(out / "indicators.csv", "employee_id indicator value target points weight rows note",
          [[c.id, i.id, fixed(c.values[i.id][0].value, 6), plain(c.values[i.id][0].target), fixed(c.values[i.id][1], 2),
            i.weight, "" if i.id.startswith("team_") else c.values[i.id][0].rows or 0, c.values[i.id][0].note]
           for c in sorted(scored, key=lambda c: c.id) for i in PLAN if i.id in c.values])
    counter, rows = Counter(), []
    for line in sorted(lines, key=lambda x: x.card.id):
        p = line.card.person
        counter[line.card.id, line.component] += 1
        name = f"{job}-{span.name}-r1-{line.card.id}-{line.component}-{counter[line.card.id, line.component]}"
        rate = half_up(line.rate, 20) if line.rate is not None else None
        rows.append([name, line.card.id, p["name"], p["cost_center"], p["team"], span.name, span.name, line.component,
                     plain(line.basis), plain(rate), fixed(line.amount, 2), "CNY", "pay", 1, line.note])
    write(out / "payout.csv", "line_id employee_id name cost_center team period source_period component basis rate amount "
          "currency status revision note", rows)
    write(out / "suspensions.csv", "employee_id product_id from until reason", suspensions(facts, span))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs")
    parser.add_argument("out")
    parser.add_argument("--job", choices=("month-end", "quarter-end", "year-end"), required=True)
    parser.add_argument("--period", required=True)
    parser.add_argument("--as-of", required=True, type=dt.date.fromisoformat)
    parser.add_argument("--money", choices=("score_only", "share"), default="score_only", help="whether the team's part is bound in money")
    parser.add_argument("--closed", help="year-end: the closed periods, comma between; default all of the year")
    args = parser.parse_args()
    facts, span = Facts(args.inputs, args.as_of), period(args.period)
    if args.job == "month-end":
        cards = score_month(facts, span)
        tracks, scored = ("mature", "dealer"), cards
        lines = commissions(facts, cards, tracks)
    elif args.job == "quarter-end":
        cards = score_quarter(facts, span)
        tracks = ("innovation",)
        lines = commissions(facts, cards, tracks)
        scored = [c for c in cards if c.track == "innovation"]
    else:
        closed = args.closed.split(",") if args.closed else (
            [m.name for m in months_of(span)] + [f"{span.name}-Q{n}" for n in (1, 2, 3, 4)])
        cards = score_year(facts, span, closed)
        lines, scored, tracks = year_bonuses(facts, cards, span), [], ()
    if args.money == "share":
        lines += team_pool(facts, cards, lines, span, tracks)
    if args.job == "quarter-end":
        lines += excess_profit(facts, cards, span)
    write_all(args.out, facts, args.job, span, cards, lines, scored)


if __name__ == "__main__":
    main()
