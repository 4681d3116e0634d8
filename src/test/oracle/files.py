"""The machine files."""
import csv
import datetime as dt
from collections import Counter
from pathlib import Path

from days import Period, add_months
from figures import day, fixed, half_up, plain, yes
from measures import Measures
from plan import DIMENSIONS, FIELD, PLAN


def suspensions(facts, span):
    """High-difficulty visits suspended for lack of a required certification, as far as they touch the period."""
    out = []
    for person in facts.participants(span):
        if person["track"] not in FIELD:
            continue
        measures = Measures(facts, person, span)
        exams = [r for r in facts.of("exams", "date")[person["employee_id"]] if r["kind"] == "certification"]
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
        rows.append([name, line.card.id, p["name"], p["cost_center"], p["team"] if line.team is None else line.team, span.name, line.source or span.name,
                     line.component, plain(line.basis), plain(rate), fixed(line.amount, 2), "CNY", line.status, 1, line.note,
                     "annual_bonus" if line.component in ("compliance_bonus", "no_violation_bonus") else "wages"])
    write(out / "payout.csv", "line_id employee_id name cost_center team period source_period component basis rate amount "
          "currency status revision note tax_kind", rows)
    write(out / "suspensions.csv", "employee_id product_id from until reason", suspensions(facts, span))
