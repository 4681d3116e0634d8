"""The rows of all exports, and the decisions in force."""
import csv
import datetime as dt
from collections import defaultdict
from fractions import Fraction as F
from pathlib import Path

from credit import Credit, Credits
from days import add_months, period
from figures import day, num, yes
from people import People
from returns import Returns


class Facts:
    """All rows of all exports, and the decisions in force at as-of."""

    def __init__(self, folder, as_of):
        self.as_of, self.data, self.credited, self.held = as_of, {}, {}, {}
        for path in sorted(Path(folder).glob("*.csv")):
            self.data[path.stem] = self.read(path)
        self.roster = self.by("employees", "employee_id")
        self.products = self.by("products", "product_id")
        self.customers = self.by("customers", "customer_id")
        self.people = People(self.roster, self.rows("assignments"), self.rows("leave"))
        self.credits = Credits(self.data, self.roster, self.products, self.customers, self.people)
        self.returns = Returns(self)
        self.targets = {(r["subject_type"], r["subject"], r["indicator"], r["period"]): num(r["target"])
                        for r in self.rows("targets")}
        self.whole = {(r["subject_type"], r["subject"], r["indicator"], r["period"]): r.get("prorate", "")
                      for r in self.rows("targets")}
        for r in sorted(self.rows("calibrations"), key=lambda r: (day(r["decided_date"]) or dt.date.min, r["decision_id"])):
            if self.approved(r):
                key = r["subject_type"], r["subject"], r["indicator"], r["period"]
                self.targets[key] = num(r["new_target"])
                self.whole[key] = "" if yes(r.get("prorate")) else "no"  # (101, 145)
        self.upheld = [r for r in sorted(self.rows("appeals"), key=lambda r: (r["decided_at"], r["appeal_id"]))
                       if r["decision"] == "upheld" and day(r["decided_at"]) and day(r["decided_at"]) <= as_of]  # (83)
        self.dismissed = {r["indicator"] for r in self.upheld if r["effect"] == "dismiss_event"}

    def approved(self, r, who=None):
        """A reason, two different approvers, none of them the person, decided by as-of (82, 8.14)."""
        names = {n.strip() for n in r["approvers"].split(";")} - {""}
        own = who and names & {who, self.roster[who]["name"]}
        return len(names) >= 2 and not own and r["reason"] and day(r["decided_date"]) and day(r["decided_date"]) <= self.as_of

    @staticmethod
    def read(path):
        """Rows of one export; same key, same content: the first; same key, other content: none (88)."""
        width = {"targets": 4, "market_share": 2, "assignments": 2, "splits": 2, "customer_assignments": 4}.get(path.stem, 1)
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
        return self.whole.get(("employee", employee, indicator, name)) != "no"

    def own_target(self, person, indicator, span, share):
        """The target times the person's share of the days (8.3)."""
        value = self.target("employee", person["employee_id"], indicator, span.name)
        cut = value is not None and share < 1 and self.prorated(person["employee_id"], indicator, span.name)
        return value * share if cut else value

    def of(self, name, column):
        """Person -> credited rows of a dataset, dated by a column (15, 144)."""
        if (name, column) not in self.credited:
            out = self.credited[name, column] = defaultdict(list)
            for row in self.rows(name):
                for who, share in self.credits.owners(name, row, day(row[column])).items():
                    out[who].append(Credit(row, share))
        return self.credited[name, column]

    def own(self, name, employee, column, span, where=lambda r: True):
        """The person's rows whose date lies in the span and that meet the filter (15, 16)."""
        return [r for r in self.of(name, column)[employee] if span.holds(day(r[column])) and where(r)]

    def orders(self, employee, span, lifecycle=None):
        return self.own("orders", employee, "order_date", span,
                        lambda r: lifecycle in (None, self.lifecycle(r)))

    def assigned(self, employee, last):
        """The person's order rows by who holds the customers on a day: whole for each holder; unassigned ones by the row (8.6)."""
        if last not in self.held:
            out = self.held[last] = defaultdict(list)
            for row in self.rows("orders"):
                owners = self.credits.owners("orders", row, day(row["order_date"]))
                holders = self.credits.holders(row, last) if owners else ()
                for who, share in ({i: F(1) for i in holders} if holders else owners).items():
                    out[who].append(Credit(row, share))
        return self.held[last][employee]

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
        """Whoever has a track and is employed in the period, placed by the scored assignment (8, 8.1)."""
        placed = [self.people.place(i, span) for i in sorted(self.roster)]
        return [p for p in placed
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
