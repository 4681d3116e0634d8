"""What each indicator finds for a person: one method an indicator, named like it."""
import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction as F

from days import Period, add_months, last_completed_quarter, month_end, working_days
from figures import average, day, num, quotient, yes


@dataclass
class Value:
    """What a measure found: the unrounded value (None = missing), its target, its source rows, a note."""
    value: F = None
    rows: int = None
    target: F = None
    note: str = ""


def total(rows, column):
    return sum(((num(r[column]) or F(0)) * r.share for r in rows), F(0))


def share_of(rows, test):
    """Part of the rows that meets a test."""
    return Value(quotient(sum(map(test, rows)), len(rows)), len(rows))


def mean_of(rows, *columns):
    """Average of the filled cells of the columns (25)."""
    return Value(average([num(r[c]) for r in rows for c in columns]), len(rows))


def ratio_of(above, below, column, other=None):
    return Value(quotient(total(above, column), total(below, other or column)), len(above) + len(below))


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
        """Rows of a window that reaches back: all; of the period: not those dated on another track (8.1)."""
        rows = self.facts.own(name, self.id, column, span or self.span, where)
        return rows if span else self.on_track(rows, column)

    def on_track(self, rows, column):
        return [r for r in rows if self.facts.people.counts(self.id, self.person["track"], day(r[column]))]

    def part(self):
        """a and W (8.3)."""
        return self.facts.people.available(self.id, self.span, self.person["track"]), len(self.facts.people.working(self.span))

    def attainment(self, amount, rows, indicator):
        goal = self.facts.target("employee", self.id, indicator, self.span.name)
        if goal is None:
            return Value(None, len(rows), goal, "no target")
        a, whole = self.part()
        if not a and self.facts.prorated(self.id, indicator, self.span.name):
            return Value(None, len(rows), None, "no available day")  # (100)
        goal = self.facts.own_target(self.person, indicator, self.span, F(a, whole))
        return Value(quotient(amount, goal), len(rows), goal)

    # performance
    def sales_growth(self):
        """Of customers held on the last day (8.6), in its prices (8.9), the base cut to the days available (103)."""
        before = Period("", add_months(self.span.first, -12), month_end(add_months(self.span.last, -12)))
        rows = [r for r in self.facts.assigned(self.id, self.span.last) if self.facts.lifecycle(r) == "mature"]
        factors = {id(r): self.facts.credits.price_factor(r, self.span.last) for r in rows}
        rows = [r for r in rows if factors[id(r)] is not None]
        now = self.on_track([r for r in rows if self.span.holds(day(r["order_date"]))], "order_date")
        base = [r for r in rows if before.holds(day(r["order_date"]))]

        def worth(some):
            return sum(((num(r["amount"]) or F(0)) * r.share * factors[id(r)] for r in some), F(0))
        people, (a, whole) = self.facts.people, self.part()
        if not a or 2 * people.present(self.id, before) < len(people.working(before)):  # (100, 103)
            return Value(None, len(now) + len(base), note="no available day" if not a else "not comparable")
        result = quotient(worth(now), worth(base) * min(F(a, whole), 1))
        return Value(None if result is None else result - 1, len(now) + len(base))

    def share_retention(self):
        new, old = self.facts.market_rows(self.person["region"], self.span.last)
        read = [r for r in (new, old) if r]
        return Value(quotient(num(new["share"]), num(old["share"])) if old else None, len(read),
                     note=" / ".join(r["period"] for r in read))

    def key_account_share(self):
        rows = self.own("orders", "order_date", where=lambda r: self.facts.lifecycle(r) == "mature")
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
        rows = [r for r in self.facts.assigned(self.id, self.span.last) if num(r["quantity"]) and num(r["quantity"]) > 0]  # (33, 8.6)
        base = [r for r in rows if before.holds(day(r["order_date"]))]
        now = self.on_track([r for r in rows if self.span.holds(day(r["order_date"]))], "order_date")
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
