"""Scorecards: points, dimensions, final, grade, status and ranks of a month, quarter or year."""
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction as F
import datetime as dt

from days import Period, add_months, months_of, period, quarter_of
from figures import average, curve, day, half_up, highest, num, yes
from measures import Measures
from plan import DEDUCTION, DIMENSIONS, GRADES, PLAN, SHARE_CURVE, TRACKS, VETO_KINDS, WHEN_EMPTY


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
    identity: str = ""                           # why held whatever else (97)
    exempt: bool = False                         # (98)
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
        """Whether team means see this card (36): ranked, vetoed, and interim rows with all targets (5) who are not exempt (97)."""
        return not self.lacks and (not self.exempt or bool(self.vetoes)) and not self.identity


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


def grade(card):
    """D of who is vetoed, blank of who is exempt (97), else by the final."""
    return "D" if card.vetoes else "" if card.exempt or card.final is None else grade_of(card.final, card.cap)


def identify(facts, card):
    """Whether the person is exempt in the span, and whether assignments overlap in it (8.1, 8.2)."""
    card.exempt = facts.people.exempt(card.id, card.span)
    card.identity = "assignments overlap" if facts.people.overlap(card.id, card.span) else ""


def score(facts, person, span, team_score, led=(), cards=()):
    """One participant's scorecard over a span, before status and ranks."""
    card, measures, track = Card(person, span), Measures(facts, person, span, led, cards), person["track"]
    identify(facts, card)
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
        elif value is None and i.missing == "hold" and found[i.id].note != "no available day" and not card.exempt:  # (8.2)
            card.lacks.append(f"{i.id}: {found[i.id].note or 'no data'}")
        card.values[i.id] = (found[i.id], points)
    if track == "mature" and not card.exempt and facts.target("employee", card.id, "sales_amount", span.name) is None:  # (61)
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
    if base is None and not card.exempt:
        card.lacks.append("no data")  # (54)
    if not card.lacks and base is not None:
        card.individual = half_up(base + card.bonus, 2)
        mixed = card.individual if team_score is None else F("0.7") * card.individual + F("0.3") * team_score
        card.final = min(F(130), max(F(0), half_up(mixed, 2)))
        card.grade = grade(card)
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
    """Status of freshly scored cards, interim rows excepted: identity, veto, exempt, lacks (97)."""
    for card in cards:
        if card.identity:
            hold(card)
        elif card.status == "interim":
            continue
        elif card.vetoes and (card.exempt or not card.lacks):
            card.status, card.grade = "vetoed", "D"
        elif card.exempt:
            card.status, card.grade = "exempt", ""
        elif card.lacks:
            hold(card)
        else:
            card.status = "ranked"


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
    """All tracks on the month; innovation as interim rows on the quarter to date (4, 6, 94)."""
    people = facts.participants(span)
    teams = team_scores(facts, people, span)
    quarter = quarter_of(span.last)
    to_date = Period(quarter.name, quarter.first, span.last)
    cards = []
    for p in people:
        if p["track"] != "manager":
            own = facts.people.team_score(p, span, teams)
            card = score(facts, p, to_date if p["track"] == "innovation" else span, own)
            card.status = "interim" if p["track"] == "innovation" else card.status
            cards.append(card)
    settle(cards)
    by_id = {c.id: c for c in cards}
    for p in people:
        if p["track"] == "manager":
            led = led_by(p, people)
            own = facts.people.team_score(p, span, teams)
            cards.append(score(facts, p, span, own, led, [by_id[m["employee_id"]] for m in led]))
    settle([c for c in cards if c.track == "manager"])
    rank(cards)
    return cards


def mean_card(facts, person, span, cards):
    """A card of half-up means over the periods in which the person was ranked or vetoed (1, 3, 78, 96)."""
    card = Card(person, span)
    identify(facts, card)
    scored = [c for c in cards if c.status in ("ranked", "vetoed")]
    worst = [c.cap for c in cards if c.cap and c.status != "interim"]  # (127)
    card.cap, card.vetoes = max(worst, default=""), [e for e in facts.verified(card.id, span) if is_veto(e)]  # (122)
    card.reasons = [f"{c.span.name}: {'; '.join(c.reasons)}" for c in cards if c.reasons]
    if not scored:
        card.exempt = card.exempt or any(c.status == "exempt" for c in cards)  # (96)
        card.lacks = [f"{c.span.name} held" for c in cards] or ["no period scored"]
        return card

    def mean(get):
        value = average([get(c) for c in scored])
        return None if value is None else half_up(value, 2)
    card.dims = {d: mean(lambda c: c.dims[d]) for d in DIMENSIONS}
    card.bonus, card.individual = mean(lambda c: c.bonus), mean(lambda c: c.individual)
    card.team_score, card.final = mean(lambda c: c.team_score), mean(lambda c: c.final)
    card.grade = grade(card)
    return card


def score_quarter(facts, span):
    """Innovation on the quarter, the others as the mean of their months, ranked together (1)."""
    people = facts.participants(span)
    months = [{c.id: c for c in score_month(facts, m)} for m in months_of(span)]
    teams = team_scores(facts, people, span)
    cards = [score(facts, p, span, facts.people.team_score(p, span, teams)) if p["track"] == "innovation"
             else mean_card(facts, p, span, [m[p["employee_id"]] for m in months if p["employee_id"] in m]) for p in people]
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
        cards.append(mean_card(facts, p, span, own))
    settle(cards)
    rank(cards)
    return cards
