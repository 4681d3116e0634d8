"""What a run pays: commission by the row's date, grade factors, pools, bonuses, decided amounts."""
from dataclasses import dataclass
from fractions import Fraction as F

from cards import Card, is_veto, led_by, team_scores
from figures import average, curve, day, half_up, num
from measures import total
from plan import BONUS_CURVE, EXCESS_RATE, FACTOR, INNOVATIVE_RATE, POOL_CURVE, SELL_OUT_RATE, TIERS


@dataclass
class Line:
    """One payout line."""
    card: Card
    component: str
    basis: F
    rate: F
    amount: F
    note: str = ""
    team: str = None         # where it is not the card's
    source: str = ""         # the period it is about, where it is not the run's
    status: str = "pay"
    life: str = ""           # the lifecycle that a commission line paid, or a reversal takes back
    tier: bool = False       # whether a reversal took a tier that was paid


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


def commission(facts, card, span, tracks):
    """Commission lines by the row's date: what is dated on the tracks that the run pays (8.1, 64)."""
    def dated(name, column, tracks, where=lambda r: True):
        return [r for r in facts.own(name, card.id, column, span, where) if facts.people.track_on(card.id, day(r[column])) in tracks]
    lines = []

    def earn(parts, life):
        lines.extend(Line(card, "commission", basis, rate, half_up(basis * rate, 2), life=life) for basis, rate in parts if basis)
    for track in ("mature", "innovation"):
        if track in tracks:
            rows = dated("orders", "order_date", (track,))
            mature, innovative = (sum((num(r["amount"] or "0") * facts.returns.kept(r, card.id) for r in rows if facts.lifecycle(r) == life), F(0))
                                  for life in ("mature", "innovative"))
            a, whole = facts.people.ladder_days(card.id, span, track), len(facts.people.working(span))
            goal = facts.own_target(card.person, "sales_amount", span, F(a, whole))  # (95)
            cut = goal is not None and goal != facts.target("employee", card.id, "sales_amount", span.name)
            earn(tiers(mature, half_up(goal, 2) if cut else goal), "mature")
            earn([(innovative, INNOVATIVE_RATE)], "innovative")
    if "dealer" in tracks:
        earn([(total(dated("sell_out", "date", ("dealer",)), "amount"), SELL_OUT_RATE)], "sell_out")
    return lines


def after_grade(card, lines, forfeited):
    """The commission lines with grade adjustment and veto forfeit (67-69); 1.0 where neither ranked nor vetoed (107)."""
    if not lines:
        return []
    paid = sum(line.amount for line in lines)
    if paid > 0 and card.status in ("ranked", "vetoed"):
        rate = FACTOR[card.grade] - 1
        lines = [*lines, Line(card, "grade_adjustment", paid, rate, half_up(paid * rate, 2))]
    whole = sum(line.amount for line in lines)
    if forfeited and whole > 0:
        lines = [*lines, Line(card, "veto_forfeit", whole, F(-1), -whole)]
    return lines


def commissions(facts, cards, span, tracks):
    """Commission of everyone whom this run pays, managers by the mean of their members (70, 71, 107, 108)."""
    paid = {c.id: commission(facts, c, span, tracks) for c in cards if c.status != "held"}
    by_id, people, out = {c.id: c for c in cards}, [c.person for c in cards], []
    for card in cards:
        lines = paid.get(card.id, [])
        if card.track == "manager" and card.status != "held":
            members = [by_id[p["employee_id"]] for p in led_by(card.person, people)]
            sums = [F(0) if m.status == "vetoed" else sum((line.amount for line in paid[m.id]), F(0))
                    for m in members if m.track in tracks and m.status in ("ranked", "vetoed")]
            mean = half_up(average(sums), 2) if sums else F(0)
            lines = lines + ([Line(card, "commission", mean, F(1), mean)] if mean else [])
        vetoed = any(is_veto(e) for e in facts.verified(card.id, span))
        out += after_grade(card, lines, vetoed)
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
    """30% of commission after grade goes into the pool of the team; pool x factor comes back by final (rules.md 5.9)."""
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


def excess_profit(facts, cards, span):
    """8% of a team's profit above its target, shared by final × days in the team (72-76, 105, 139)."""
    out, people = [], facts.people
    teams = sorted({subject for kind, subject, indicator, name in facts.targets if (kind, indicator, name) == ("team", "gross_profit", span.name)})
    profits = dict.fromkeys(teams, F(0))
    for i in facts.roster:
        for r in facts.orders(i, span):
            team = people.team_on(i, day(r["order_date"]), span)
            if team in profits:
                profits[team] += ((num(r["amount"]) or F(0)) - (num(r["cost"]) or F(0))) * r.share
    for team in teams:
        goal = facts.target("team", team, "gross_profit", span.name)
        pool = half_up(EXCESS_RATE * (profits[team] - goal), 2) if goal and profits[team] > goal else F(0)
        sharers = [c for c in cards if (c.status == "ranked" and c.grade in "SABC") or c.status == "exempt"]
        days = {c.id: people.pool_days(c.id, team, span) for c in sharers}
        sharers = [c for c in sharers if days[c.id]]
        weights = {}
        for c in sharers:
            others = [o.final for o in sharers if o is not c and o.final is not None]
            final = c.final if c.status == "ranked" else half_up(average(others), 2) if others else F(1)
            weights[c.id] = final * days[c.id]
        weights = {i: w for i, w in weights.items() if w}
        if pool and weights:
            parts = split(pool, weights)
            out += [Line(c, "excess_profit_share", pool, None, parts[c.id], team=team) for c in cards if parts.get(c.id)]
    return out


def year_bonuses(facts, cards, span):
    """Compliance bonus and no-violation bonus, prorated by working days of the year (77, 79, 80)."""
    out, days = [], len(facts.people.working(span))
    for team in sorted({c.person["team"] for c in cards}):
        members = [c for c in cards if c.person["team"] == team]
        mean = average([c.dims.get("compliance") for c in members if c.track != "manager" and c.status not in ("held", "exempt")])
        clean = not any(e["severity"] == "major" or is_veto(e) for i in facts.roster for e in facts.verified(i, span)
                        if facts.people.team_on(i, day(e["verified_date"]), span) == team)
        for c in members:
            salary, worked = num(c.person["monthly_salary"]) or F(0), F(len(facts.people.employed(c.id, span)), days)
            if c.status not in ("ranked", "exempt"):
                continue
            if mean is not None:
                rate = curve(BONUS_CURVE, half_up(mean, 2))
                out.append(Line(c, "compliance_bonus", salary, rate * worked, half_up(salary * rate * worked, 2)))
            if clean:
                out.append(Line(c, "no_violation_bonus", salary, worked, half_up(salary * worked, 2)))
    return [line for line in out if line.amount]
