"""What earlier runs paid: periods, tiers taken back, balances; the recovery limit (8.8) and true-ups (81)."""
from dataclasses import dataclass, field
from fractions import Fraction as F

from cards import Card, is_veto
from days import period
from figures import day, half_up, num
from money import Line

MOST = F(1, 5)


@dataclass
class Paid:
    """One edition of a job's period, and whether it is closed."""
    name: str
    cards: list
    lines: list
    closed: bool = True

    def status(self, who):
        return next((c.status for c in self.cards if c.id == who), "")

    def vetoed(self, who):
        return self.status(who) == "vetoed" or any(x.component == "veto_forfeit" for x in self.lines if x.card.id == who)


@dataclass
class Ledger:
    """The editions that count, one a period: the closed one, else the newest."""
    editions: dict = field(default_factory=dict)

    def paid(self, name):
        return self.editions.get(name)

    def lines(self, closed=True):
        """What was paid: nothing that is on hold."""
        return [x for e in self.editions.values() if e.closed or not closed for x in e.lines if x.status == "pay"]

    def reversed(self, who, name, life, rate):
        """What earlier editions took of a tier, also what is on hold: it is settled by hand (123)."""
        return sum((-x.basis for e in self.editions.values() for x in e.lines if x.component == "return_reversal" and x.tier
                    and (x.card.id, x.source, x.life, x.rate) == (who, name, life, rate)), F(0))

    def team(self, who, name):
        """The team that a period paid somebody in."""
        paid = self.paid(name)
        return next((c.person["team"] for c in paid.cards if c.id == who), None) if paid else None

    @staticmethod
    def stranger(facts, who, span):
        """A card for who is not in the run."""
        card = Card(facts.people.place(who, span), span)
        card.status = "absent"
        return card

    def balance(self, who):
        """What is carried over from closed periods, and what they hold of who was not in the run (123)."""
        carried = sum((x.amount for x in self.lines() if x.card.id == who and x.component in ("recovery", "recovery_carried")), F(0))
        return carried - sum((x.amount for e in self.editions.values() if e.closed for x in e.lines if x.card.id == who and self.claimed(x)), F(0))

    def claimed(self, x):
        """Whether a line is on hold for nothing but its person's absence."""
        if x.component != "return_reversal" or x.status != "on_hold" or x.card.status != "absent":
            return False
        paid = self.paid(x.source)
        return not paid or not any(y.card.id == x.card.id and y.component == "commission" and y.life == x.life and y.status == "on_hold" for y in paid.lines)


PART_I = ("assignments", "leave", "splits", "customer_assignments", "price_events", "adjustments")
POOLS = ("excess_profit_share", "compliance_bonus", "no_violation_bonus", "team_pool_contribution", "team_pool_share")
COMMISSION = ("commission", "grade_adjustment", "veto_forfeit")


def weigh(lines):
    """P and T of one person's payable lines of one run (8.8, 136)."""
    lines = [x for x in lines if x.status == "pay"]
    earned = sum((x.amount for x in lines if x.component in COMMISSION), F(0))
    back = sum((x.amount for x in lines if x.component == "return_reversal"), F(0))
    mended = sum((x.amount for x in lines if x.component == "true_up"), F(0))
    rest = [x.amount for x in lines if x.component not in COMMISSION + ("return_reversal", "true_up", "recovery", "recovery_carried")]
    gains = [earned, back, mended, *rest]
    return sum((g for g in gains if g > 0), F(0)), -sum((g for g in gains if g < 0), F(0))


def recover(facts, cards, lines, span, ledger):
    """Carries over what exceeds the limit, and takes of the balance what the limit leaves (8.8, 116, 136)."""
    by_id, out = {c.id: c for c in cards}, []
    owed = {x.card.id for e in ledger.editions.values() if e.closed for x in e.lines if ledger.balance(x.card.id)}
    if not any(facts.has(n) for n in PART_I) and not owed and all(x.component in COMMISSION + POOLS for x in lines):
        return out  # none of the new datasets touches anybody: the earlier rulings hold alone
    for x in lines:
        by_id.setdefault(x.card.id, x.card)
    earlier = [e for e in ledger.editions.values() if e.name != span.name and (period(e.name).last.year, period(e.name).last.month) == (span.last.year, span.last.month)]
    for who, card in sorted(by_id.items()):
        if card.status == "held":
            continue
        own = [x for x in lines if x.card.id == who]
        gained, taken = weigh(own)
        before = [[x for x in e.lines if x.card.id == who] for e in earlier]
        weighed = [weigh(some) for some in before]
        already = sum((t for _, t in weighed), F(0)) - sum((x.amount for some in before for x in some if x.component in ("recovery", "recovery_carried")), F(0))
        there = facts.people.employed(who, period(span.last.strftime("%Y-%m")))
        salary = num(facts.roster[who]["monthly_salary"]) or F(0) if there else F(0)
        limit = half_up(MOST * (salary + gained + sum((p for p, _ in weighed), F(0))), 2) - already
        balance = ledger.balance(who)
        if taken > limit:
            over = min(taken, taken - limit)
            out.append(Line(card, "recovery_carried", over, F(1), over))
        elif taken < limit and balance > 0 and card.status != "absent":
            part = min(balance, limit - taken)
            out.append(Line(card, "recovery", -part, F(1), -part))
    return out


def adjustments(facts, cards, span):
    """Decided amounts of the period: a reason, a kind of the plan, two approvers, none of them the person (8.14, 140)."""
    out, by_id = [], {c.id: c for c in cards}
    for r in sorted(facts.rows("adjustments"), key=lambda r: r["adjustment_id"]):
        amount, who = num(r["amount"]), r["employee_id"]
        if r["period"] != span.name or not amount or not facts.approved(r, who) or r["kind"] not in KINDS:
            continue
        card = by_id.get(who) or Ledger.stranger(facts, who, span)
        out.append(Line(card, "adjustment", amount, F(1), half_up(amount, 2), r["reason"], status="on_hold" if card.status == "held" else "pay"))
    return out


KINDS = ("retention_bonus", "留任奖", "correction", "更正", "advance", "预支", "contest", "竞赛奖", "other", "其他")


def suspend(facts, lines, span):
    """Lines of people with an event alleged that would be a veto, dated up to the period's last day, are on hold; decided amounts and what is taken back are not."""
    for x in lines:
        events = [e for e in facts.rows("compliance_events") if e["employee_id"] == x.card.id and e["status"] == "alleged" and is_veto(e)
                  and e["event_id"] not in facts.dismissed and (not day(e["event_date"]) or day(e["event_date"]) <= span.last)]
        if events and x.component not in ("adjustment", "return_reversal"):
            x.status = "on_hold"
