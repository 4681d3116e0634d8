"""Where people are and when they are absent: assignments (8.1), leave (8.2), available days (8.3)."""
import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction as F

from days import Period, is_working, period
from figures import day, half_up, yes

EXEMPTING = ("maternity", "prenatal", "paternity", "parental", "work_injury")
IN_THE_TEAM = EXEMPTING + ("annual", "marriage", "bereavement")  # leave that takes no day from a team's pool (105)
HALF = F(1, 2)


@dataclass(frozen=True)
class Assignment:
    """Days on one track, team and region; an open end is the last day there is."""
    first: dt.date
    last: dt.date
    track: str
    team: str
    region: str
    leads: str

    def holds(self, d):
        return self.first <= d <= self.last


@dataclass
class Absence:
    """Amounts of leave by day: of days with exempting leave, and of the others; days with leave that leaves the team's pool."""
    exempting: dict = field(default_factory=dict)
    other: dict = field(default_factory=dict)
    away: dict = field(default_factory=dict)


class People:
    """The roster, the assignments and the leave of everybody."""

    def __init__(self, roster, assignments, leave):
        self.roster, self.of, self.leave, self.memo = roster, {}, {}, {}
        for r in assignments:
            found = Assignment(day(r["from"]), day(r["to"]) or dt.date.max, r["track"], r["team"], r["region"], r.get("leads", ""))
            self.of.setdefault(r["employee_id"], []).append(found)
        for rows in self.of.values():
            rows.sort(key=lambda a: a.first)
        for r in leave:
            self.leave.setdefault(r["employee_id"], []).append(r)

    # -------- days

    def working(self, span):
        """The working days of a span."""
        key = "working", span.first, span.last
        if key not in self.memo:
            all_days = (span.first + dt.timedelta(n) for n in range((span.last - span.first).days + 1))
            self.memo[key] = tuple(d for d in all_days if is_working(d))
        return self.memo[key]

    def employment(self, i):
        person = self.roster[i]
        return Period("", day(person["hire_date"]) or dt.date.min, day(person["leave_date"]) or dt.date.max)

    def employed(self, i, span):
        """Working days from hire to leave inside the span (74)."""
        key = "employed", i, span.first, span.last
        if key not in self.memo:
            there = self.employment(i)
            self.memo[key] = tuple(d for d in self.working(span) if there.holds(d))
        return self.memo[key]

    # -------- assignments

    def on(self, i, d):
        """The assignment of a day; None in none."""
        return next((a for a in self.of.get(i, ()) if a.holds(d)), None)

    def overlap(self, i, span):
        """Whether two assignments share a day of the span (8.1)."""
        rows = [(max(a.first, span.first), min(a.last, span.last)) for a in self.of.get(i, ())]
        rows = sorted(r for r in rows if r[0] <= r[1])
        return any(later[0] <= earlier[1] for earlier, later in zip(rows, rows[1:]))

    def scored(self, i, span):
        """The scored assignment; None where none with a track touches period and employment, "" where only blank ones do (93)."""
        there, touching = self.employment(i), []
        first, last = max(there.first, span.first), min(there.last, span.last)
        if first <= last:
            touching = [a for a in self.of.get(i, ()) if a.first <= last and a.last >= first]
        tracked = [a for a in touching if a.track]
        if not tracked:
            return "" if touching else None
        days = {a: sum(a.holds(d) for d in self.employed(i, span)) for a in tracked}
        tracks = {a.track for a in tracked}
        track = max(tracks, key=lambda t: (sum(n for a, n in days.items() if a.track == t), max(a.first for a in tracked if a.track == t)))
        return max((a for a in tracked if a.track == track), key=lambda a: (days[a], a.first))

    def place(self, i, span):
        """The roster row with track, team, region and leads of the scored assignment (8.1)."""
        key = "place", i, span.first, span.last
        if key not in self.memo:
            person, found = self.roster[i], self.scored(i, span)
            if found == "":
                person = {**person, "track": ""}
            elif found:
                person = {**person, "track": found.track, "team": found.team, "region": found.region, "leads": found.leads}
            self.memo[key] = person
        return self.memo[key]

    def track_on(self, i, d):
        """What a row of that day earns as: the assignment's track; in none that of the scored one of its month (92)."""
        found = self.on(i, d)
        return found.track if found else self.place(i, period(d.strftime("%Y-%m")))["track"]

    def team_on(self, i, d, span):
        """The team of a day; in none that of the run's period (105, 126)."""
        found = self.on(i, d)
        return found.team if found else self.place(i, span)["team"]

    def counts(self, i, track, d):
        """Whether a row of that day counts for indicators on that track (8.1)."""
        return all(a.track == track for a in self.of.get(i, ()) if a.holds(d))

    # -------- leave

    def absence(self, i, span):
        """Leave of the days employed (8.2, 99)."""
        key = "absence", i, span.first, span.last
        if key in self.memo:
            return self.memo[key]
        out = Absence()
        for d in self.employed(i, span):
            rows = [r for r in self.leave.get(i, ()) if day(r["from"]) <= d <= (day(r["to"]) or dt.date.max)]
            if not rows:
                continue

            def amount(some):
                return min(F(1), sum((HALF if yes(r.get("half_day")) else F(1) for r in some), F(0)))
            exempting = any(r["kind"] in EXEMPTING for r in rows)
            (out.exempting if exempting else out.other)[d] = amount(rows)
            if not exempting:
                out.away[d] = amount([r for r in rows if r["kind"] not in IN_THE_TEAM])
        self.memo[key] = out
        return out

    def exempt(self, i, span):
        """Half or more of the days employed exempting, or absent on all of them (98)."""
        whole, gone = len(self.employed(i, span)), self.absence(i, span)
        exempting = sum(gone.exempting.values())
        return whole > 0 and (2 * exempting >= whole or exempting + sum(gone.other.values()) == whole)

    def less_leave(self, i, span, days):
        """Days less leave; leave that does not exempt takes at most half of the days employed of who is not exempt (98, 138)."""
        gone = self.absence(i, span)
        exempting = sum((gone.exempting.get(d, 0) for d in days), F(0))
        other = sum((gone.other.get(d, 0) for d in days), F(0))
        if not self.exempt(i, span):
            other = min(other, F(len(self.employed(i, span)), 2))
        return max(F(0), len(days) - exempting - other)

    def available(self, i, span, track):
        """Available days on a track or in no assignment (8.3)."""
        return self.less_leave(i, span, [d for d in self.employed(i, span) if self.counts(i, track, d)])

    def ladder_days(self, i, span, track):
        """Days whose rows go into the ladder of a track, less leave; at least half of the period's (95)."""
        days = [d for d in self.employed(i, span) if self.track_on(i, d) == track]
        return max(self.less_leave(i, span, days), F(len(self.working(span)), 2))

    def present(self, i, span):
        """Days of a base window: employment and leave, whatever the track (103, 137)."""
        return self.less_leave(i, span, self.employed(i, span))

    # -------- teams

    def team_score(self, person, span, scores):
        """A mover's team score: the mean of the teams on the scored track by days employed in them, leave not deducted (104)."""
        i, days = person["employee_id"], {}
        for d in self.employed(i, span):
            found = self.on(i, d)
            if found and found.track == person["track"]:
                days[found.team] = days.get(found.team, 0) + 1
        there = {t: n for t, n in days.items() if scores.get(t) is not None}
        if not days or self.scored(i, span) in (None, ""):
            return scores.get(person["team"])
        if not there:
            return None
        return half_up(sum(n * scores[t] for t, n in there.items()) / F(sum(there.values())), 2)

    def pool_days(self, i, team, span):
        """Days in a team for its pool: employed there, less leave of the kinds that leave it (105)."""
        gone = self.absence(i, span).away
        return sum((1 - gone.get(d, 0) for d in self.employed(i, span) if self.team_on(i, d, span) == team), F(0))
