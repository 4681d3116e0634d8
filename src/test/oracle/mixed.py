"""People and prices that change, mixed into a random company: each feature meets the others by chance.

    company.py OUT --seed 7 --mix moves,leave        or   --mix all
"""
import datetime as dt
import random
from fractions import Fraction as F

HEADERS = {
    "assignments": "employee_id from track team region leads to",
    "leave": "leave_id employee_id kind from to half_day",
    "splits": "order_line_id employee_id share",
    "customer_assignments": "customer_id employee_id from product_line to share",
    "price_events": "event_id product_id region date kind old_price new_price",
    "adjustments": "adjustment_id employee_id period kind amount reason approvers decided_date",
}
FEATURES = ("moves", "leave", "prorate", "splits", "returns", "credit", "holders", "prices", "adjustments")
# dataset -> columns of the person, of the customer
NAMELESS = {"orders": (2, 3), "sell_in": (3, 2), "sell_out": (3, 2), "hospital_purchases": (4, 2), "requests": (1, 2), "trials": (1, 2),
            "cooperations": (1, 2), "proposals": (1, 2), "visits": (2, 3), "dealer_service": (3, 2)}
EDGES = ["2026-07-01", "2026-07-15", "2026-08-01", "2026-08-03", "2026-08-17", "2026-08-31", "2026-09-01", "2026-09-07", "2026-09-14",
         "2026-09-15", "2026-09-16", "2026-09-21", "2026-09-24", "2026-09-26", "2026-09-28", "2026-09-30", "2026-10-01", "2026-06-20", "2025-09-10"]
LEAVES = [("2026-09-01", "2026-09-30"), ("2026-09-01", "2026-09-15"), ("2026-09-01", "2026-09-14"), ("2026-09-16", "2026-09-30"), ("2026-07-01", "2026-09-30"),
          ("2026-07-01", "2026-08-14"), ("2026-08-15", ""), ("2026-09-07", "2026-09-11"), ("2026-09-09", "2026-09-09"), ("2026-09-12", "2026-09-13"),
          ("2026-09-20", "2026-09-27"), ("2026-08-01", "2026-08-31"), ("2026-06-10", "2026-07-20"), ("2025-09-01", "2025-09-30"),
          ("2025-07-01", "2025-12-31"), ("2025-09-01", "2025-09-15"), ("2026-09-28", "2026-10-20"), ("2026-09-01", "")]
KINDS = ["maternity", "prenatal", "paternity", "parental", "work_injury", "annual", "marriage", "bereavement", "sick", "personal", "other"]


def date(text):
    return dt.date.fromisoformat(text)


class Mixed:
    """Adds the features to the rows of a company."""

    def __init__(self, company, features, seed):
        self.c, self.r = company, random.Random(f"mixed {seed}")
        company.rows.update({name: [] for name in HEADERS})
        self.ids = [p["employee_id"] for p in company.staff]
        self.n = 0
        for row in company.rows["orders"]:
            row.append("")
        for row in company.rows["targets"] + company.rows["calibrations"]:
            row.append("")
        for feature in FEATURES:
            if feature in features:
                getattr(self, feature)()

    def odds(self, chance):
        return self.r.random() < chance

    def pick(self, *items):
        return self.r.choice(items)

    def id(self, prefix):
        self.n += 1
        return f"{prefix}{self.n}"

    def add(self, name, *cells):
        assert len(cells) == len(HEADERS[name].split()), name
        self.c.rows[name].append([c.isoformat() if isinstance(c, dt.date) else str(c) for c in cells])

    # -------- people

    def moves(self):
        """One to four assignments, mostly end to end; some with a gap, few that overlap; some on a blank track."""
        teams = self.c.teams
        for p in self.c.staff:
            if not self.odds(.4):
                continue
            cuts = sorted({date(self.pick(*EDGES)) for _ in range(self.pick(0, 1, 1, 1, 2, 3))})
            first = date(self.pick("2024-01-01", "2024-01-01", "2025-09-20", "2026-08-05"))
            starts = [first] + [c for c in cuts if c > first]
            track, team = p["track"], p["team"]
            for n, start in enumerate(starts):
                end = starts[n + 1] - dt.timedelta(1) if n + 1 < len(starts) else self.pick("", "", "", date("2026-09-30"), date("2026-09-18"))
                if isinstance(end, dt.date) and self.odds(.12) and end - dt.timedelta(6) > start:
                    end -= dt.timedelta(self.pick(1, 2, 6))
                elif isinstance(end, dt.date) and self.odds(.03):
                    end += dt.timedelta(self.pick(1, 10))
                if isinstance(end, dt.date) and end < start:
                    end = start
                leads = self.pick("", "", *teams) if track == "manager" else ""
                region = teams[team] if self.odds(.8) else self.pick(*self.c.regions)
                self.add("assignments", p["employee_id"], start, track, team, region, leads, end)
                if self.odds(.6):
                    track = self.pick("mature", "mature", "innovation", "dealer", "manager", "mature", "innovation", "" if self.odds(.5) else "dealer")
                if self.odds(.6):
                    team = self.pick(*teams)

    def leave(self):
        """Whole months, halves, single and half days, this year's and last year's; rows that overlap."""
        for i in self.ids:
            for _ in range(self.pick(0, 0, 0, 1, 1, 2, 3)):
                first, last = self.pick(*LEAVES)
                if self.odds(.4):
                    start = dt.date(2026, 7, 1) + dt.timedelta(self.r.randint(0, 95))
                    first, last = start, start + dt.timedelta(self.pick(0, 0, 1, 4, 9, 20))
                self.add("leave", self.id("L"), i, self.pick(*KINDS), first, last, self.pick("", "", "no", "yes"))

    def prorate(self):
        """Targets that stay whole, and calibrations that do not."""
        for row in self.c.rows["targets"] + self.c.rows["calibrations"]:
            row[-1] = self.pick("", "", "yes", "no")

    # -------- rows

    def sales(self):
        return [r for r in self.c.rows["orders"] if not r[6].startswith("-") and r[6] not in ("", "0") and r[8] == ""]

    def splits(self):
        """Two and three ways, whole to another, with a share of 0; some that are not in order."""
        for row in self.c.rows["orders"]:
            if self.odds(.12):
                ways = self.pick(("50%", "50%"), ("33.33%", "33.33%", "33.34%"), ("0.7", "30%"), ("100%",), ("100%", "0"), ("60%", "40%", ""), ("12.5%", "87.5%"))
                if self.odds(.1):
                    ways = self.pick(("50%", "49.99%"), ("110%", "-10%"), ("0",), ("", ""))
                people = self.r.sample(self.ids, min(len(ways), len(self.ids)))
                if self.odds(.5):
                    people[0] = row[2] if row[2] and row[2] not in people else people[0]
                if len(people) == len(ways):
                    for who, share in zip(people, ways):
                        self.add("splits", row[0], "E99999" if self.odds(.01) else who, share)
        if self.odds(.3):
            self.add("splits", "NOLINE", self.ids[0], "100%")

    def returns(self):
        """Of the same and of earlier months; several of one sale, more than was sold; unknown, negative, later and old originals; of others."""
        orders = self.c.rows["orders"]
        for row in self.r.sample(self.sales(), len(self.sales()) // 6):
            sold = date(row[1])
            for _ in range(self.pick(1, 1, 1, 2)):
                back = sold + dt.timedelta(self.pick(0, 1, 5, 20, 31, 40, 62, 365, 366, -2))
                if self.odds(.5):
                    back = dt.date(2026, self.pick(8, 9, 9), self.r.randint(1, 30))
                part = F(row[6]) * F(self.pick("1", "1", "0.5", "0.3333", "1.2"))
                part = F(int(part * 100), 100)
                if not part or back > dt.date(2026, 10, 30):
                    continue
                alike = [o[0] for o in orders if o[4] == row[4] and o[6] != "0"]
                origin = self.pick(*[row[0]] * 8, "NONE", self.pick(*alike))
                who = self.pick(*[row[2]] * 5, self.pick(*self.ids))
                new = [self.id("R"), back.isoformat(), who, row[3], row[4], "-1", self.c.text(-part), self.c.text(-part * F(6, 10)), origin]
                orders.append(new)

    def credit(self):
        """Rows of many datasets that name a customer and no person."""
        for name, (person, _) in NAMELESS.items():
            for row in self.c.rows[name]:
                if self.odds(.15):
                    row[person] = ""
        self.holders()

    def holders(self):
        """Customers assigned: to one, one after another, to several with and without shares, by product line."""
        if self.c.rows["customer_assignments"]:
            return
        for customer in [r[0] for r in self.c.rows["customers"]]:
            kind = self.pick("", "one", "one", "line", "shared", "shared", "turn", "turn", "loose")
            a, b, c = (self.pick(*self.ids) for _ in range(3))
            turn = date(self.pick(*EDGES))
            early = "2024-01-01"
            rows = {"": [], "one": [(a, early, "", "", "")],
                    "turn": [(a, early, "", turn - dt.timedelta(1), ""), (b, turn, "", "", "")],
                    "line": [(a, early, self.pick("Ortho", "Cardio", "Robot"), "", ""), (b, early, "", "", "")][:self.pick(1, 2)],
                    "shared": [(a, early, "", "", "60%"), (b, early, "", "", self.pick("40%", "40%", "30%")), (c, early, "", "", self.pick("", "0"))],
                    "loose": [(a, early, "", "", ""), (b, turn, "", "", "")]}[kind]
            seen = set()
            for who, start, line, end, share in rows:
                if (who, str(start), line) not in seen:
                    seen.add((who, str(start), line))
                    self.add("customer_assignments", customer, who, start, line, end, share)

    def prices(self):
        """Cuts before, in and after the period; several of one product; lost tenders of a region or everywhere."""
        products = [r[0] for r in self.c.rows["products"]]
        for _ in range(self.pick(1, 2, 3, 5)):
            kind = self.pick("vbp", "vbp", "list", "list", "lost" if self.odds(.4) else "vbp")
            new, old = self.pick("60", "33.33", "120", "0.5"), self.pick("100", "99.9", "3")
            if self.odds(.05):
                old = self.pick("0", "-5", "")
            if kind == "lost" and self.odds(.5):
                old = new = ""
            self.add("price_events", self.id("PE"), self.pick(*products), self.pick("", *self.c.regions),
                     self.pick("2025-08-15", "2025-09-15", "2026-01-01", "2026-07-15", "2026-09-01", "2026-09-15", "2026-09-30", "2026-10-01"), kind, old, new)

    def adjustments(self):
        """Decided amounts, some of which lack something."""
        for _ in range(self.r.randint(0, 10)):
            who = self.pick(*self.ids)
            self.add("adjustments", self.id("A"), who, self.pick("2026-09", "2026-09", "2026-09", "2026-08", "2026-Q3"),
                     self.pick("retention_bonus", "留任奖", "correction", "advance", "其他", "gift" if self.odds(.2) else "contest"),
                     self.pick("500", "-1200.55", "80", "-3000", "0.01"), self.pick("decided", "decided", "decided", ""),
                     self.pick("Zhao;Qian", "Zhao;Qian", "Zhao; Qian;Sun", "Zhao", "Zhao;Zhao", f"Zhao;{who}"),
                     self.pick("2026-09-20", "2026-10-12", "2026-10-12", "2026-10-13", ""))
