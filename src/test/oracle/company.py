"""A random company, rich in edge cases: writes clean canonical exports for 2025-07 … 2026-10.

Amounts and counts are built backwards from the thresholds of the plan, so that ratios fall exactly on, just below
and just above them. The same seed gives the same files.

    company.py OUT --seed 7 [--all] [--mix all]     (--all: no optional dataset is left out; --mix: what mixed.py adds)
"""
import argparse
import csv
import datetime as dt
import random
from fractions import Fraction as F
from pathlib import Path

import mixed

HEADERS = {
    "employees": "employee_id name track team region manager_id leads hire_date regular_date track_since leave_date "
                 "monthly_salary cost_center",
    "targets": "subject_type subject indicator period target",
    "products": "product_id product_name line lifecycle launch_date",
    "customers": "customer_id customer_name kind grade region potential",
    "orders": "order_line_id order_date employee_id customer_id product_id quantity amount cost",
    "market_share": "period region share",
    "visits": "visit_id visited_at employee_id customer_id department target_department minutes effective_minutes "
              "difficulty complete",
    "trials": "trial_id employee_id customer_id product_id start_date completed_date decided_date outcome",
    "sell_in": "line_id date dealer_id employee_id product_id quantity amount",
    "sell_out": "line_id date dealer_id employee_id hospital_id product_id quantity amount",
    "hospital_purchases": "line_id date hospital_id dealer_id employee_id product_id quantity",
    "compliance_events": "event_id event_date employee_id kind severity status verified_date evidence",
    "materials": "material_id employee_id decided_date result",
    "gifts_meetings": "record_id employee_id date kind amount compliant",
    "enablement": "record_id employee_id date kind adopted",
    "nps": "response_id date customer_id employee_id score expertise fit",
    "requests": "request_id employee_id customer_id topic department raised_at responded_at needs_rd relayed_at",
    "cooperations": "record_id employee_id customer_id date kind",
    "dealer_service": "record_id date dealer_id employee_id satisfaction stockout_rate delivery_days joint_planned "
                      "joint_joined",
    "exams": "exam_id employee_id date kind product_id score passed",
    "policy_work": "record_id employee_id date kind quality",
    "proposals": "proposal_id employee_id customer_id submitted_date feedback_date competitor_report",
    "mentoring": "pair_id mentor_id mentee_id kind start_date end_date",
    "feedback": "feedback_id date to_employee_id kind text",
    "insights": "insight_id date source topic product_line department note",
    "actions": "action_id owner_id goal action due_date status evidence",
    "talk_tracks": "talk_id product_line department text",
    "resources": "resource_id indicator resource contact",
    "calibrations": "decision_id decided_date subject_type subject indicator period new_target reason approvers",
    "appeals": "appeal_id employee_id period indicator submitted_at claim evidence decision decided_at decided_by "
               "decision_reason effect effect_value",
}
ALWAYS = ("employees", "targets", "products", "customers", "orders")  # the others may be absent altogether
MONTHS, QUARTER = ("2026-07", "2026-08", "2026-09"), "2026-Q3"
DEPARTMENTS = ("Cardiology", "Oncology", "ICU", "Radiology", "Surgery", "Neurology")
MONEY = [F(n) for n in ("1000", "12345.67", "80000", "100000", "99999.99", "333.33", "250000.5", "110000", "0.01")]


def day(text):
    return dt.date.fromisoformat(text)


def bounds(name):
    """First and last day of 2026-09 or 2026-Q3."""
    year, rest = name.split("-")
    start, length = (int(rest[1:]) * 3 - 2, 3) if rest[0] == "Q" else (int(rest), 1)
    after = start + length
    return dt.date(int(year), start, 1), dt.date(int(year) + (after > 12), (after - 1) % 12 + 1, 1) - dt.timedelta(1)


def year_before(name):
    return f"{int(name[:4]) - 1}{name[4:]}"


def text(value):
    """A fraction as a decimal; at most 6 places, floored."""
    if value is None or isinstance(value, str):
        return value or ""
    whole = int(F(value) * 10**6)
    sign, whole = ("-" if whole < 0 else ""), abs(whole)
    return (sign + f"{whole // 10**6}.{whole % 10**6:06d}").rstrip("0").rstrip(".")


class Company:
    """Builds all datasets into `self.rows`."""

    text = staticmethod(text)

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.rows = {name: [] for name in HEADERS}
        self.n = 0
        self.register()
        self.people()
        for person in self.staff:
            self.life(person)
        self.teams_and_shares()
        self.mentors()
        self.decisions()
        self.extras()

    # -------- small helpers

    def add(self, name, *cells):
        assert len(cells) == len(HEADERS[name].split()), name
        self.rows[name].append([c.isoformat() if isinstance(c, dt.date) else text(c) if not isinstance(c, str) else c
                                for c in cells])

    def id(self, prefix):
        self.n += 1
        return f"{prefix}{self.n}"

    def odds(self, chance):
        return self.r.random() < chance

    def pick(self, *items):
        return self.r.choice(items)

    def within(self, first, last):
        """A day of the span, often an edge."""
        if self.odds(.3):
            return self.pick(first, last)
        return first + dt.timedelta(self.r.randint(0, (last - first).days))

    def at(self, d):
        """A date-time of a day in one of the accepted notations, often at the day's edge."""
        clock = self.pick("00:00", "23:59", "23:59:59", "09:30", "18:05:10")
        return f"{d.isoformat()}{self.pick(' ', 'T')}{clock}"

    def yes(self, flag):
        return "Y" if flag else self.pick("N", "N", "")

    def best(self, stars, *items):
        """One of the stars for a star, else one of all."""
        return self.pick(*stars) if self.star and self.odds(.9) else self.pick(*stars, *items)

    def percent(self, value):
        """A fraction as `12.5%` or `0.125`."""
        return text(value * 100) + "%" if self.odds(.5) else text(value)

    def parts(self, whole, count):
        """Splits an amount into rows that sum to it exactly, some of them negative."""
        if count == 1:
            return [whole]
        cut = F(self.r.randint(-20, 100), 100) * whole
        cut = F(int(cut * 100), 100)
        return [cut, *self.parts(whole - cut, count - 1)]

    def near(self, base, *ratios):
        """base × one of the ratios, now and then a cent off."""
        value = base * F(self.pick(*ratios))
        value = F(int(value * 100), 100)
        return value + (self.pick(F("0.01"), F("-0.01")) if self.odds(.15) else 0)

    # -------- registers

    def register(self):
        r = self.r
        self.regions = ["East", "North", "West", "South"][:r.randint(2, 4)]
        launches = ["2026-08-31", "2026-09-01", "2026-08-01", "2026-07-01", "2025-09-30", "2025-09-29", "2025-10-01",
                    "2026-06-30", "2026-09-15", "2025-07-31", "2026-03-01", ""]
        for n in range(1, 4):
            self.add("products", f"PM{n}", f"Mature {n}", self.pick("Ortho", "Cardio"), "mature", self.pick("2015-01-01", "2026-08-31", ""))
        for n in range(1, r.randint(2, 5)):
            self.add("products", f"PI{n}", f"New {n}", self.pick("Robot", "Cardio"), "innovative", self.pick(*launches))
        self.mature = [p[0] for p in self.rows["products"] if p[3] == "mature"]
        self.innovative = [p[0] for p in self.rows["products"] if p[3] == "innovative"]
        for n in range(1, 31):
            grade = "3A" if n <= 22 else self.pick("3B", "2A", "")
            self.add("customers", f"H{n}", f"Hospital {n}", self.pick("public_hospital", "private_hospital"), grade,
                     self.pick(*self.regions), self.pick("high", "medium", "low", ""))
        self.top, self.other = [f"H{n}" for n in range(1, 23)], [f"H{n}" for n in range(23, 31)]
        self.dealers = ["D1", "D2"]
        for d in self.dealers:
            self.add("customers", d, f"Dealer {d}", "dealer", "", self.pick(*self.regions), "")

    def people(self):
        r, self.staff = self.r, []
        teams = {f"T{n:02d}": r.choice(self.regions) for n in range(1, r.randint(2, 6) + 1)}
        self.teams = teams
        for n in range(1, r.randint(5, 60) + 1):
            team = self.pick(*teams)
            track = self.pick("mature", "mature", "innovation", "dealer", "manager" if self.odds(.4) else "mature",
                              "" if self.odds(.3) else "innovation")
            self.staff.append(self.person(n, track, team))
        for n, team in enumerate(teams, 900):
            for extra in range(self.pick(0, 1, 1, 1, 2)):
                self.staff.append(self.person(n * 10 + extra, "manager", team))
        managers = [p["employee_id"] for p in self.staff if p["track"] == "manager"]
        for p in self.staff:
            p["manager_id"] = self.pick("", *managers)
            if p["leave_date"] and p["leave_date"] < p["hire_date"]:
                p["leave_date"] = p["hire_date"]
            self.add("employees", *(p[k] for k in HEADERS["employees"].split()))

    def person(self, n, track, team):
        region = self.teams[team] if self.odds(.75) else self.pick(*self.regions)
        since = ["2026-03-31", "2026-02-28", "2026-01-31", "2026-03-30", "2026-01-01", "2026-01-02", "2026-04-01", "2025-12-31", "2025-08-31",
                 "2026-08-31", "2026-09-30", "2026-10-01", "2020-01-01", ""]
        regular = ["2025-09-30", "2025-10-01", "2026-09-30", "2026-10-01", "2026-07-01", "2026-05-15", "2025-12-31", "2021-01-01",
                   "2025-07-31", "2025-08-01", ""]
        leads = ""
        if track == "manager" and self.odds(.5):
            codes = self.r.sample([*self.teams, *self.regions], self.r.randint(1, 3))
            leads = ";".join(codes) + self.pick("", "", ";", "; T99")
        return {"employee_id": f"E{n}", "name": self.pick(f"Li, Wei {n}", f'Bo "B" {n}', f"王 {n}", f"Ann {n}"), "track": track,
                "team": team, "region": region, "manager_id": "", "leads": leads,
                "hire_date": self.pick("2019-05-05", "2019-05-05", "2024-02-29", "2022-01-01", "2026-07-01", "2026-09-01", "2026-09-14",
                                       "2026-09-30", "2026-10-01", "2026-08-17") if self.odds(.5) else "2021-03-01",
                "regular_date": self.pick(*regular), "track_since": self.pick(*since),
                "leave_date": self.pick("2026-09-30", "2026-09-01", "2026-08-31", "2026-09-15", "2026-07-31", "2026-06-30",
                                        "2026-10-08") if self.odds(.15) else "",
                "monthly_salary": self.pick("8000", "12345.67", "9,500.00", ""), "cost_center": self.pick("CC1", "CC2", "")}

    # -------- one person's facts

    def life(self, p):
        """All facts of one person; `silent` people have none at all."""
        self.e, track = p["employee_id"], p["track"]
        self.silent, self.star = self.odds(.06), self.odds(.3)
        if track in ("mature", ""):
            for month in MONTHS:
                self.mature_month(month)
        if track == "innovation":
            self.innovation_quarter()
        if track == "dealer":
            for month in MONTHS:
                self.dealer_month(month)
        if not self.silent:
            self.fieldwork(track)
            self.compliance()
            self.customer_work(track)
            self.learning()

    def orders(self, span, whole, customers, products, count=None):
        """Order rows that sum to an amount."""
        first, last = bounds(span) if isinstance(span, str) else span
        for amount in self.parts(whole, count or self.r.randint(1, 3)):
            quantity = F(self.r.randint(1, 9)) * (-1 if amount < 0 else 1) if self.odds(.93) else self.pick(F(0), F("2.5"))
            cost = self.pick(amount * F(6, 10), amount * F(95, 100), F("123.4"), F(0))
            self.add("orders", self.id("O"), self.within(first, last), self.e, self.pick(*customers), self.pick(*products),
                     quantity, amount, cost)

    def mature_month(self, month):
        if self.odds(.93):
            base = self.pick(*MONEY)
            self.add("targets", "employee", self.e, "sales_amount", month, self.pick(base, base, base, F(0), F(-5)) if self.odds(.2) else base)
        else:
            base = F(50000)
        if month == MONTHS[0] and self.odds(.2):
            self.add("targets", "employee", self.e, "sales_amount", QUARTER, F(77777))  # never split (7)
        if self.silent:
            return
        sales = self.near(base, self.best(("1.2", "1.3", "2"), "0", "0.5", "0.8", "1", "0.79", "-0.25"))
        top = self.near(sales, self.best(("0.6", "1"), "0", "0.3", "0.45", "-0.1"))
        self.orders(month, top, self.top, self.mature)
        self.orders(month, sales - top, self.other + self.dealers, self.mature)
        if self.odds(.8):
            before = sales / F(self.best(("1.2", "1.1", "3"), "0.8", "1", "0.5", "1.05"))
            before = F(int(before * 100), 100) if self.odds(.9) else self.pick(F(0), F(-100))
            self.orders(year_before(month), before, self.top, self.mature)
        if self.odds(.3):
            self.orders(month, self.near(F(10000), "1", "-0.3", "0.333"), self.top, self.innovative)

    def innovation_quarter(self):
        last = bounds(QUARTER)[1]
        goal = self.pick(4, 5, 10)
        if self.odds(.88):
            self.add("targets", "employee", self.e, "department_coverage", QUARTER, F(goal if self.odds(.95) else 0))
        if self.odds(.3):
            self.add("targets", "employee", self.e, "department_coverage", "2026-09", F(2))  # not the quarter's
        if self.odds(.5):
            self.add("targets", "employee", self.e, "sales_amount", QUARTER, self.pick(*MONEY))
        if self.silent:
            return
        pairs = [(h, d) for h in self.top[:4] for d in DEPARTMENTS]
        for hospital, department in self.r.sample(pairs, self.best((goal, goal + 3), 0, goal - 1, goal, goal + 1)):
            for _ in range(self.pick(1, 1, 2)):
                self.visit(self.within(*bounds(QUARTER)), hospital, department, "Y")
        self.visit(last, self.top[5], "", "Y")                                    # blank department (27)
        self.orders(QUARTER, self.near(F(100000), "1", "0.8", "-0.1", "0.333333", "1.2"), self.top, self.innovative, 3)
        if self.odds(.5):
            self.orders(QUARTER, self.near(F(20000), "1", "-0.5", "0.777"), self.other, self.mature)
        self.trial_run()

    def trial_run(self):
        """Trials: conversion of exactly 30%, 60%; milestones that cross 10 and 20 in or before the quarter."""
        decided, good = self.best(((10, 6), (5, 3), (1, 1)), (10, 3), (3, 1), (4, 0), (0, 0))
        for n in range(decided):
            self.trial("", self.within(*bounds(QUARTER)), "converted" if n < good else "declined", self.pick(*self.innovative))
        if self.odds(.3):
            self.trial("", bounds(QUARTER)[1], "", self.pick(*self.innovative))     # no outcome: not decided (26)
            self.trial("", "2026-10-01", "converted", self.pick(*self.innovative))
            self.trial("", "2026-09-30", "converted", self.mature[0])
        before, after = self.pick((0, 9), (0, 10), (9, 10), (9, 20), (10, 19), (10, 20), (0, 20), (12, 14), (20, 22), (5, 5), (19, 20))
        for n in range(after):
            d = self.within(day("2026-01-01"), day("2026-06-30")) if n < before else self.within(*bounds(QUARTER))
            for _ in range(self.pick(1, 1, 1, 2)):
                self.trial(d, "", "", self.innovative[0], self.top[n])
        self.trial(day("2025-12-31"), "", "", self.innovative[0], self.top[-1])
        self.trial(day("2026-07-01"), "", "", self.innovative[0], self.other[-1])   # seldom 3A

    def trial(self, completed, decided, outcome, product, customer=None):
        self.add("trials", self.id("TR"), self.e, customer or self.pick(*self.top), product, "2025-06-01", completed, decided, outcome)

    def dealer_month(self, month):
        goal = self.pick(F(100000), F(40000), F("3333.33"))
        if self.odds(.92):
            self.add("targets", "employee", self.e, "sell_in_attainment", month, goal if self.odds(.95) else F(0))
        if self.silent or self.odds(.08):
            return
        amount = self.near(goal, self.best(("1", "1.2", "1.3"), "1", "0.95", "0", "-0.1"))
        bought = F(self.pick(100, 200, 10, 0))
        for part, units in zip(self.parts(amount, 2), (bought, F(0))):
            self.add("sell_in", self.id("SI"), self.within(*bounds(month)), self.pick(*self.dealers), self.e, self.pick(*self.mature), units, part)
        sold = bought * F(self.best(("0.9", "1.1", "1.5"), "0.7", "0.69", "0.5", "0.8"))
        used = sold * F(self.best(("0.95", "1", "1.2"), "0.7", "0.69", "0.6", "0"))
        if self.odds(.9):
            for units, part in zip((sold - 3, F(3)), self.parts(self.near(F(88888), "1", "0.3333", "-0.2"), 2)):
                self.add("sell_out", self.id("SO"), self.within(*bounds(month)), self.pick(*self.dealers), self.e, self.pick(*self.top),
                         self.pick(*self.mature), units, part)
        if self.odds(.9):
            self.add("hospital_purchases", self.id("HP"), self.within(*bounds(month)), self.pick(*self.top), self.pick(*self.dealers), self.e,
                     self.pick(*self.mature), used)
        for _ in range(self.r.randint(0, 3)):
            planned = self.r.randint(0, 10)
            self.add("dealer_service", self.id("DS"), self.within(*bounds(month)), self.pick(*self.dealers), self.e,
                     self.best((F("4.5"), F(5)), F(2), F(3), F(1), None), self.best(("1%", "0.005"), "10%", "0.055", "0.0333", "12.5%", ""),
                     self.best((F(3), F(2)), F(10), F("4.5"), F(12), None), F(planned), F(self.best((planned,), self.r.randint(0, planned))))

    def visit(self, d, customer, department, target):
        minutes = self.pick(30, 45, 60, 0)
        self.add("visits", self.id("V"), self.at(d), self.e, customer, department, target, F(minutes), F(self.r.randint(0, minutes)),
                 self.pick("high", "normal"), self.yes(self.star or self.odds(.9)))

    def fieldwork(self, track):
        for month in MONTHS + ("2026-10",):
            for _ in range(self.pick(0, 2, 5) if track != "manager" else 0):
                self.visit(self.within(*bounds(month)), self.pick(*self.top, *self.other), self.pick(*DEPARTMENTS, ""), self.yes(self.odds(.3)))
        for _ in range(self.pick(0, 1, 3)):
            d = self.within(day("2026-07-01"), day("2026-10-02"))
            self.add("proposals", self.id("PR"), self.e, self.pick(*self.top), d, self.pick("", d, d + dt.timedelta(7), d + dt.timedelta(45)),
                     self.yes(self.odds(.5)))

    def compliance(self):
        for month in MONTHS:
            total, good = self.best(((20, 19), (3, 3)), (20, 14), (10, 8), (3, 1), (0, 0), (0, 0))
            for n in range(total):
                self.add("materials", self.id("M"), self.e, self.within(*bounds(month)), "approved" if n < good else "rejected")
            if self.odds(.3):
                self.add("materials", self.id("M"), self.e, "", self.pick("approved", ""))
                self.add("materials", self.id("M"), self.e, bounds(month)[1], "")
            total, good = self.best(((1, 1), (4, 4)), (5, 4), (10, 9), (1, 0), (0, 0))
            for n in range(total):
                self.add("gifts_meetings", self.id("G"), self.e, self.within(*bounds(month)), self.pick("gift", "meeting"), F(200), self.yes(n < good))
            for _ in range(self.pick(0, 0, 1, 2, 5)):
                self.add("enablement", self.id("N"), self.e, self.within(*bounds(month)), self.pick("training", "suggestion"), self.yes(self.odds(.6)))
        for _ in range(self.pick(0, 0, 0, 1, 1, 2, 3, 5)):
            self.event(self.pick("minor", "minor", "major"), self.pick("academic_promotion", "material", "visit_record", "gift_meeting", "other"))
        if self.odds(.08):
            self.event(self.pick("veto", "minor", "major"), self.pick("bribery", "regulator_notice", "illegal_promotion_complaint"))
        if self.odds(.04):
            self.event("veto", "other")

    def event(self, severity, kind):
        status = self.pick("verified", "verified", "verified", "verified", "alleged", "dismissed")
        d = self.within(*bounds(self.pick(*MONTHS, "2026-09", "2026-09", "2026-10", "2025-10", "2025-09")))
        verified = d if status == "verified" and self.odds(.92) else ""
        self.add("compliance_events", self.id("CE"), self.pick(d, d - dt.timedelta(20)), self.e, kind, severity, status, verified, "")

    def customer_work(self, track):
        for _ in range(self.pick(0, 1, 2, 3)):
            self.add("cooperations", self.id("CO"), self.e, self.pick(*self.top),
                     self.pick("2026-01-01", "2025-12-31", "2026-09-30", "2026-10-01", "2026-05-05"), self.pick("joint_research", "custom_service"))
        for month in MONTHS:
            for _ in range(self.pick(0, 2, 4, 5, 6, 7)):
                self.add("nps", self.id("NP"), self.within(*bounds(month)), self.pick("H1", ""), self.e, self.best(("9", "10", "10"), "0", "6", "7", "8", "9", ""),
                         self.best(("4", "5"), "1", "2", "5", ""), self.best(("5",), "3", "4", ""))
            for _ in range(self.pick(0, 1, 2, 4)):
                self.request(month)
        if track in ("mature", "innovation"):
            for span in ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08"):
                if self.odds(.5):
                    self.orders(span, self.near(F(1000), "1", "-0.5"), self.top[:6], [*self.mature, *self.innovative][:3], 1)

    def request(self, month):
        """Requests raised on weekends, before holidays and make-up days; answers around the limit."""
        d = self.pick(self.within(*bounds(month)), day("2026-09-18"), day("2026-09-19"), day("2026-09-20"), day("2026-09-24"), day("2026-09-25"),
                      day("2026-09-27"), day("2026-09-30"), day("2026-07-31"), day("2026-08-30"))
        needs = self.odds(.5)
        answer = d + dt.timedelta(self.best((0, 1), 2, 3, 4, 5, 6, 9, 12))
        relay = d + dt.timedelta(self.best((1,), 3, 4, 5, 6, 10))
        self.add("requests", self.id("RQ"), self.e, self.pick(*self.top), "topic", self.pick(*DEPARTMENTS, ""), f"{d} 00:00" if answer == d else self.at(d),
                 f"{answer} 23:59" if self.odds(.85) else "", self.yes(needs), self.at(relay) if needs and self.odds(.8) else "")

    def learning(self):
        days = ("2026-06-30", "2026-04-01", "2026-07-01", "2026-09-30", "2026-08-08", "2026-10-01", "2026-03-31")
        for _ in range(self.pick(0, 1, 3)):
            self.add("exams", self.id("X"), self.e, self.pick(*days), "defence", self.pick(*self.mature, ""), self.best(("95", "100"), "88.5", "60", "0", ""),
                     self.pick("Y", "N", ""))
        for _ in range(self.pick(0, 1, 2, 3)):
            self.add("exams", self.id("X"), self.e, self.pick(*days, "2026-01-01", "2025-12-31", "2025-11-11"), "certification",
                     self.pick(*self.mature, *self.innovative), self.pick("50", "90", ""), self.best(("Y",), "Y", "N", ""))
        for _ in range(self.pick(0, 1, 2, 4)):
            kind = self.pick("note", "note", "report")
            self.add("policy_work", self.id("PW"), self.e, self.pick(*days), kind, self.best(("100", "85.55"), "0", "77.7", "") if kind == "note" else "")

    # -------- teams, mentors, decisions

    def teams_and_shares(self):
        for region in self.regions:
            names = [n for n in ("2025", "2025-Q3", "2025-Q4", "2025-11", "2025-12", "2026-02", "2026-03", "2026-04", "2026-Q1", "2026-05", "2026-06", "2026-Q2",
                                 "2026-07", "2026-08", "2026-09", "2026-Q3", "2026-10") if self.odds(.45)]
            if self.odds(.1):
                names = ["2025-12", "2026-02"]                                      # older than six months
            share = F(self.pick("0.1", "0.125", "0.2", "0.333333"))
            for name in self.r.sample(names, len(names)):
                value = share * F(self.pick("1", "1", "0.9", "1.05", "0.95", "1.2", "0.8"))
                self.add("market_share", name, region, "" if self.odds(.08) else self.percent(F(int(value * 10**6), 10**6)))
            for name in (*MONTHS, QUARTER, "2026"):
                if self.odds(.3):
                    self.add("targets", "region", region, "share_attainment", name, self.percent(self.share_target(share)))
        for team, region in self.teams.items():
            share = F(self.pick("0.1", "0.125", "0.2"))
            for name in (*MONTHS, QUARTER, "2026"):
                if self.odds(.2):
                    self.add("targets", "team", team, "share_attainment", name, self.percent(self.share_target(share)))
            if self.odds(.7):
                self.add("targets", "team", team, "gross_profit", QUARTER, self.pick(F(1000), F(50000), F("20000.01"), F(0), F(10**7)))

    def share_target(self, share):
        return self.pick(share, share * F("1.25"), share * F("0.8"), F(0), F(-1)) if self.odds(.9) else F("0.15")

    def mentors(self):
        ids = [p["employee_id"] for p in self.staff]
        for _ in range(len(ids)):
            mentor, mentee = self.pick(*ids), self.pick(*ids)
            start = self.pick("2025-09-01", "2026-01-01", "2026-09-30", "2026-10-01", "2026-08-31")
            if mentor != mentee:
                self.add("mentoring", self.id("MP"), mentor, mentee, self.pick("business", "compliance"), start, self.pick("", start))
        for p in self.staff:
            self.e = p["employee_id"]
            if p["regular_date"] and self.odds(.5):
                regular = day(p["regular_date"])
                for d in (regular - dt.timedelta(1), regular, regular + dt.timedelta(30), regular + dt.timedelta(self.r.randint(1, 120))):
                    if self.odds(.4) and d <= day("2026-10-31"):
                        self.orders((d, d), F(self.pick(100, 100, -50)), self.top, self.mature, 1)

    def decisions(self):
        """Calibrations and appeals of every kind, some of them without force."""
        targets = [row[:4] for row in self.rows["targets"]]
        for _ in range(self.r.randint(0, 8)):
            kind, subject, indicator, name = self.pick(*targets) if self.odds(.7) else self.new_target()
            goal = self.pick("0.1", "12.5%", "0.15") if indicator == "share_attainment" else self.pick("5", "100000", "0", "33333.33", "4")
            self.calibrate(kind, subject, indicator, name, goal)
            if self.odds(.3):
                self.calibrate(kind, subject, indicator, name, goal if indicator == "share_attainment" else "7")
        for _ in range(self.r.randint(0, 20)):
            self.appeal(self.pick(*self.staff))

    def new_target(self):
        p = self.pick(*self.staff)
        if p["track"] == "innovation":
            return "employee", p["employee_id"], "department_coverage", QUARTER
        if p["track"] == "dealer":
            return "employee", p["employee_id"], "sell_in_attainment", self.pick(*MONTHS)
        if p["track"] == "mature":
            return "employee", p["employee_id"], "sales_amount", self.pick(*MONTHS)
        return "team", p["team"], "share_attainment", self.pick(*MONTHS, QUARTER, "2026")

    def calibrate(self, kind, subject, indicator, name, goal):
        self.add("calibrations", self.id("DC"), self.pick("2026-10-12", "2026-10-01", "2026-10-01", "2026-10-13", "2026-09-30"), kind, subject, indicator, name, goal,
                 "" if self.odds(.1) else "market moved", self.pick("Zhao;Qian", "Zhao; Qian ;Sun", "Zhao;Qian", "Zhao", "Zhao;Zhao", ""))

    def appeal(self, p):
        scored = {"mature": ["sales_growth", "share_retention", "nps", "response_time", "product_defence", "policy_notes"],
                  "innovation": ["department_coverage", "trial_conversion", "nps", "certification", "cooperation_depth"],
                  "dealer": ["sell_in_attainment", "sell_through", "terminal_verification", "delivery_days", "stockout_rate"],
                  "manager": ["team_performance", "team_compliance", "mentee_first_order"], "": ["nps"]}[p["track"]]
        indicator, effect = self.pick(*scored, "effective_visit_ratio"), self.pick("set_value", "set_value", "add_points", "dismiss_event")
        value = self.pick("3", "2.5", "15", "500") if effect == "add_points" else self.pick("0.95", "1", "0.7", "30", "0.123456789")
        if effect == "dismiss_event":
            events = [e for e in self.rows["compliance_events"] if e[2] == p["employee_id"]]
            if not events:
                return
            indicator, value = self.pick(*events)[0], ""
        name = self.pick(QUARTER, QUARTER, "2026-09") if p["track"] == "innovation" else self.pick("2026-09", "2026-09", "2026-08", QUARTER)
        if any(a[1:4] == [p["employee_id"], name, indicator] for a in self.rows["appeals"]):
            return                                                                  # two appeals on one figure: no ruling
        decision = self.pick("upheld", "upheld", "upheld", "pending", "rejected")
        self.add("appeals", self.id("AP"), p["employee_id"], name, indicator, "2026-10-09 10:00", "claim", "", decision,
                 "" if decision == "pending" else self.pick("2026-10-12 23:59", "2026-10-10 09:00", "2026-10-13 00:00", "2026-10-12T08:00:00"),
                 self.pick("Zhao", ""), "", effect, value)

    def extras(self):
        """The registers that no score reads."""
        for p in self.staff[:5]:
            self.add("feedback", self.id("FB"), "2026-09-10", p["employee_id"], self.pick("kudos", "suggestion"), "thanks, really")
            self.add("actions", self.id("AC"), p["employee_id"], "goal", "action", "2026-09-20", self.pick("open", "done"), "")
        self.add("insights", self.id("IN"), "2026-09-11", "rd", "topic", "Cardio", "ICU", "")
        self.add("talk_tracks", self.id("TT"), "Cardio", "ICU", "text")
        self.add("resources", self.id("RS"), "nps", "course", "HR")

    def write(self, out, everything):
        out = Path(out)
        out.mkdir(parents=True, exist_ok=True)
        for name, header in {**HEADERS, **mixed.HEADERS}.items():
            if name in mixed.HEADERS and not self.rows.get(name):
                (out / f"{name}.csv").unlink(missing_ok=True)
                continue
            if mixed.HEADERS.keys() <= self.rows.keys():
                header += {"orders": " original_line_id", "targets": " prorate", "calibrations": " prorate"}.get(name, "")
            absent = name not in ALWAYS and not everything and self.odds(.06)
            (out / f"{name}.csv").unlink(missing_ok=True)
            if absent:
                continue
            rows = self.rows[name]
            self.r.shuffle(rows)
            with open(out / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(header.split())
                writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--mix", default="", help="all, or features of mixed.py with commas between")
    parser.add_argument("--all", action="store_true", help="leave no optional dataset out")
    args = parser.parse_args()
    company = Company(args.seed)
    if args.mix:
        mixed.Mixed(company, mixed.FEATURES if args.mix == "all" else args.mix.split(","), args.seed)
    company.write(args.out, args.all)


if __name__ == "__main__":
    main()
