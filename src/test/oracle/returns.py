"""Returns at the rate that was paid (8.5): what stays in the booker's ladder, and what is taken back of earlier periods."""
from fractions import Fraction as F

from days import add_months, period, quarter_of
from figures import day, half_up, num
from money import Line
from plan import INNOVATIVE_RATE, TIERS

FIRST_RATE = {"mature": TIERS[0][1], "innovative": INNOVATIVE_RATE}
RATES = {"mature": [rate for _, rate in reversed(TIERS)], "innovative": [INNOVATIVE_RATE]}


class Returns:
    """The returns among the order lines, each part with the state of its original."""

    def __init__(self, facts):
        self.facts, self.memo = facts, {}

    def original(self, row):
        """The line that a return takes back, where it is known, earlier, a sale, and not older than twelve months (111, 134)."""
        credits = self.facts.credits
        found = credits.lines.get(row.get("original_line_id")) if credits.is_return(row) else None
        if not found or (num(found["amount"]) or F(0)) < 0 or not day(found["order_date"]) or not day(row["order_date"]):
            return None
        sold, back = day(found["order_date"]), day(row["order_date"])
        return found if sold <= back <= add_months(sold, 12) else None

    def parts(self, row):
        """(owner, share, track, P0, state) of each owner of the original: back, open or nothing; none where ruling 66 holds (110, 111, 124)."""
        key = row["order_line_id"]
        if key not in self.memo:
            found, out = self.original(row), []
            for who, share in (self.facts.credits.owners("orders", found, day(found["order_date"])) if found else {}).items():
                track = self.facts.people.track_on(who, day(found["order_date"]))
                sold = day(found["order_date"])
                paid = {"mature": period(sold.strftime("%Y-%m")), "innovation": quarter_of(sold)}.get(track)
                state = "nothing" if not paid else "back" if paid.last < day(row["order_date"]) else "open"
                out.append((who, share, track, paid, state))
            self.memo[key] = out
        return self.memo[key]

    def kept(self, credit, who):
        """The share of a row that stays in the ladder of whom it is credited to."""
        parts = self.parts(credit.row)
        if not parts:
            return credit.share
        bookers = self.facts.credits.owners("orders", credit.row, day(credit["order_date"]))
        if bookers == {p[0]: p[1] for p in parts}:  # each with the own original
            return sum((p[1] for p in parts if p[0] == who and p[4] == "open"), F(0))
        return credit.share * sum((p[1] for p in parts if p[4] == "open"), F(0))

    def taken_back(self, span, tracks):
        """(person, P0 name, lifecycle) -> amount that the run takes back, negative (112)."""
        out = {}
        for row in self.facts.rows("orders"):
            if not span.holds(day(row["order_date"])) or not self.facts.credits.owners("orders", row, day(row["order_date"])):
                continue
            for who, share, track, paid, state in self.parts(row):
                life = self.facts.lifecycle(row)
                if state == "back" and track in tracks and life in FIRST_RATE:
                    key = who, paid.name, life
                    out[key] = out.get(key, F(0)) + num(row["amount"]) * share
        return out


def reversals(facts, cards, span, tracks, ledger):
    """The lines of all returns of a run: tiers from the highest down, the rest at the first tier's rate, the factor (8.5, 112, 123)."""
    by_id, out = {c.id: c for c in cards}, []
    for (who, name, life), amount in sorted(facts.returns.taken_back(span, tracks).items(), key=lambda x: (x[0][0], period(x[0][1]).first, x[0][2] != "mature")):
        card = by_id.get(who) or ledger.stranger(facts, who, span)
        status = "pay" if who in by_id and card.status != "held" else "on_hold"
        paid, lines, left = ledger.paid(name), [], -amount

        def line(basis, rate, tier=False, amount=None):
            lines.append(Line(card, "return_reversal", basis, rate, half_up(basis * rate, 2), source=name, life=life, tier=tier,
                              status=status, team=None if who in by_id else ledger.team(who, name)))
        if paid:
            own = [x for x in paid.lines if x.card.id == who]  # what waits for an event there is taken back when it is paid
            if any(x.component == "commission" and x.life == life and x.status == "on_hold" for x in own):
                status = "on_hold"
            if paid.vetoed(who) or not any(x.component == "commission" and x.life == life for x in own):
                continue  # vetoed, held or unpaid there
            for rate in RATES[life]:
                there = sum((x.basis for x in own if x.component == "commission" and x.life == life and x.rate == rate and x.basis > 0), F(0))
                there -= ledger.reversed(who, name, life, rate)
                part = max(F(0), min(left, there))
                if part:
                    line(-part, rate, tier=True)
                    left -= part
        if left:
            line(-left, FIRST_RATE[life])
        if paid:
            took, factor = sum((x.amount for x in lines if x.tier), F(0)), [x.rate for x in own if x.component == "grade_adjustment"]
            if took and factor:
                line(took, factor[0])
        out += lines
    return out
