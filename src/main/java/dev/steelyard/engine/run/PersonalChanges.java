package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.fact.Product;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed of somebody inside the period, and what it came to, each in one sentence (rules.md 8): where they were, how long they
 * were away, which targets and bases were cut, in which prices and by whose customers growth is measured, what they share.
 */
public final class PersonalChanges {

    private final RunResult result;
    private final Plan plan;
    private final Registers registers;
    private final Map<String, List<CutTargets.Cut>> cuts;

    /** @param result in which people moved, were away, shared or took over */
    public PersonalChanges(RunResult result) {
        this.result = result;
        this.plan = result.input().plan();
        this.registers = result.input().registers();
        this.cuts = result.cutTargets().stream()
                .collect(Collectors.groupingBy(cut -> cut.card().participant().id()));
    }

    /** For whoever may read the person's scores: days absent, not what for. */
    public List<Said> of(RankedScorecard card) {
        return of(card, false);
    }

    /** For HR and the person: with the kinds of leave. */
    public List<Said> own(RankedScorecard card) {
        return of(card, true);
    }

    /** What it came to, without where the person was, how long they were away and which targets were cut. */
    public List<Said> effects(RankedScorecard card) {
        List<Said> cut = cuts(card).toList();
        return of(card).stream()
                .filter(said -> !said.says("change.place") && !said.key().equals("change.absent"))
                .filter(said -> !cut.contains(said))
                .toList();
    }

    private Stream<Said> cuts(RankedScorecard card) {
        return cuts.getOrDefault(card.participant().id(), List.of()).stream()
                .map(cut -> of(cut.name(), cut.target().note()));
    }

    /** Where the person was, and whose customers count: what no figure says by itself. */
    public List<Said> where(RankedScorecard card) {
        List<Said> said = new ArrayList<>();
        places(card, said);
        customers(card, said);
        return List.copyOf(said);
    }

    /** A share of an order line, with what it changes of pay: for the person and HR. */
    public static Said split(SplitEffects.Effect effect) {
        return shared(effect, "change.split")
                .with("effect", effect.effect().exact().grouped());
    }

    /** The same for whoever may read the person's sales. */
    public static Said shared(SplitEffects.Effect effect) {
        return shared(effect, "change.shared");
    }

    private static Said shared(SplitEffects.Effect effect, String key) {
        return Said.of(
                key,
                "line",
                effect.line(),
                "amount",
                effect.amount().grouped(),
                "share",
                effect.split()
                        .map(split -> Fraction.of(split.share())
                                .times(Fraction.of(100))
                                .plain())
                        .orElse("0"),
                "part",
                effect.part().grouped());
    }

    /**
     * Which sale a return takes back, and at what rates its commission was paid.
     *
     * @param lines the person's lines of the run
     */
    public Said returned(Returns.Of back, List<PayoutLine> lines) {
        List<Fraction> rates = lines.stream()
                .filter(line -> line.component() == PayoutLine.Component.RETURN_REVERSAL
                        && line.sourcePeriod().equals(back.from())
                        && line.rule().equals(back.rule()))
                .flatMap(line -> line.rate().stream())
                .distinct()
                .toList();
        return cameBack(back, rates.isEmpty() ? "change.returnedOfNothing" : "change.returned")
                .with("period", back.from())
                .with("rates", rates.stream().map(rate -> rate.percent()).collect(Collectors.joining(" + ")));
    }

    /** The same without pay, for whoever may read the person's sales. */
    public Said cameBack(Returns.Of back) {
        return cameBack(back, "change.cameBack");
    }

    private Said cameBack(Returns.Of back, String key) {
        return Said.of(
                key,
                "line",
                back.line(),
                "day",
                back.day(),
                "product",
                product(back.product()),
                "amount",
                back.amount().grouped(),
                "original",
                back.original(),
                "sold",
                back.sold());
    }

    private String product(String id) {
        return registers
                .find(Product.DATASET, id)
                .map(Product::productName)
                .filter(name -> !name.isEmpty())
                .map(name -> name + " " + id)
                .orElse(id);
    }

    private List<Said> of(RankedScorecard card, boolean kinds) {
        List<Said> said = new ArrayList<>();
        places(card, said);
        teams(card.pooled().team(), said);
        leave(card, kinds, said);
        if (card.card().isExempt()) {
            said.add(Said.of(card.participant().presence().isExempt() ? "change.exempt" : "change.exemptPart"));
        }
        cuts(card).forEach(said::add);
        notes(card).forEach(said::add);
        customers(card, said);
        return List.copyOf(said);
    }

    private static Days scope(RankedScorecard card) {
        return card.participant().scope().days();
    }

    // ------------------------------------------------------------------ where

    private void places(RankedScorecard card, List<Said> said) {
        Employee scored = card.participant().employee();
        List<Assignment> assignments = card.participant().placed().assignments().stream()
                .filter(assignment -> !assignment.days().and(scope(card)).isEmpty())
                .toList();
        if (assignments.size() < 2) {
            return;
        }
        for (Assignment assignment : assignments) {
            Days days = assignment.days().and(scope(card));
            Said where = Said.of(
                    "change.place",
                    "from",
                    days.first(),
                    "to",
                    days.last(),
                    "track",
                    track(assignment.track()),
                    "team",
                    assignment.team(),
                    "region",
                    assignment.region());
            said.add(assignment.track().equals(scored.track()) ? where : where.then(Said.of("change.otherTrack")));
        }
    }

    private Object track(String id) {
        return Optional.ofNullable(plan.tracks().get(id))
                .map(Track::name)
                .<Object>map(name -> name)
                .orElse(Said.of("change.noTrack"));
    }

    private static void teams(TeamScore team, List<Said> said) {
        if (!team.parts().isEmpty()) {
            int days = team.parts().stream().mapToInt(TeamScore.Part::days).sum();
            said.add(Said.of(
                    "change.teams",
                    "parts",
                    team.parts().stream()
                            .map(part -> part.team() + " " + part.points() + " × " + part.days())
                            .collect(Collectors.joining(" + ")),
                    "days",
                    days,
                    "points",
                    team.points().orElseThrow()));
        }
    }

    // ------------------------------------------------------------------ away

    private void leave(RankedScorecard card, boolean kinds, List<Said> said) {
        Fraction absent =
                card.participant().presence().part().map(part -> part.absent()).orElse(Fraction.ZERO);
        if (!kinds) {
            if (absent.signum() > 0) {
                said.add(Said.of("change.absent", "days", absent.plain()));
            }
            return;
        }
        for (Leave leave : registers.leaves(card.participant().id())) {
            Days days = leave.days().and(scope(card));
            if (!days.isEmpty()) {
                said.add(Said.of(
                        leave.halfDay() ? "change.leaveHalf" : "change.leave",
                        "from",
                        days.first(),
                        "to",
                        days.last(),
                        "kind",
                        kind(leave.kind())));
            }
        }
    }

    private Name kind(String kind) {
        Schema schema = registers.schema("leave");
        List<String> spellings = schema.column("kind")
                .map(column -> column.choices().getOrDefault(kind, List.of()))
                .orElse(List.of());
        return new Name(spellings.isEmpty() ? kind : spellings.get(0), kind.replace('_', ' '));
    }

    // ------------------------------------------------------------------ figures

    /** The growth's base, and the prices it is measured in; notes of targets stand with the targets. */
    private Said of(String figure, Said note) {
        Object name = Optional.ofNullable(plan.indicators().get(figure))
                .map(Indicator::name)
                .or(() -> Optional.ofNullable(plan.targets().get(figure)))
                .<Object>map(found -> found)
                .orElse(figure);
        return Said.of("change.figure", "figure", name, "note", note);
    }

    private List<Said> notes(RankedScorecard card) {
        LinkedHashSet<Said> notes = new LinkedHashSet<>();
        card.card().indicators().forEach(score -> {
            Said note = score.measured().note();
            if (note.says("measure.growth.baseTimes") || note.says("measure.growth.pricesRestatedWithout")) {
                notes.add(of(score.id(), note));
            }
        });
        return List.copyOf(notes);
    }

    /** Customers who came or went within a year: growth and repurchase follow them in all their windows (rules.md 8.6). */
    private void customers(RankedScorecard card, List<Said> said) {
        boolean follows = card.card().indicators().stream().anyMatch(score -> score.indicator()
                .measure()
                .attribution()
                .filter(Measure.Attribution.ASSIGNED::equals)
                .isPresent());
        if (!follows) {
            return;
        }
        LocalDate last = scope(card).last();
        Days year = new Days(last.minusYears(1).plusDays(1), last);
        List<CustomerAssignment> own =
                registers.customerAssignments().ofPerson(card.participant().id());
        List<String> came = own.stream()
                .filter(one ->
                        one.days().contains(last) && year.contains(one.days().first()))
                .map(CustomerAssignment::customerId)
                .distinct()
                .toList();
        List<String> went = own.stream()
                .filter(one ->
                        !one.days().contains(last) && year.contains(one.days().last()))
                .map(CustomerAssignment::customerId)
                .filter(customer -> own.stream()
                        .noneMatch(one ->
                                one.customerId().equals(customer) && one.days().contains(last)))
                .distinct()
                .toList();
        if (!came.isEmpty()) {
            said.add(Said.of("change.customersCame", "customers", came));
        }
        if (!went.isEmpty()) {
            said.add(Said.of("change.customersWent", "customers", went));
        }
    }
}
