package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine files and their columns, to the letter (architecture.md 4, Published folder; rulings 57, 85–87). */
final class MachineFiles {

    /** One person's indicator, a row of {@code indicators.csv}. */
    record PersonIndicator(Participant person, IndicatorScore score) {}

    private MachineFiles() {}

    static CsvTable<RankedScorecard> scores(Plan plan) {
        List<CsvTable.Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(column("rank", card -> whole(card.ranks().overall())));
        columns.add(column("rank_in_track", card -> whole(card.ranks().inTrack())));
        columns.add(column("rank_in_team", card -> whole(card.ranks().inTeam())));
        columns.add(column("rank_in_region", card -> whole(card.ranks().inRegion())));
        columns.add(column("employee_id", card -> card.participant().id()));
        columns.add(text("name", card -> card.participant().employee().name()));
        columns.add(column("track", card -> card.participant().employee().track()));
        columns.add(text("team", card -> card.participant().employee().team()));
        columns.add(text("region", card -> card.participant().employee().region()));
        for (String dimension : plan.dimensions().keySet()) {
            columns.add(column(
                    dimension,
                    card -> figure(card, card.card().dimensions().get(dimension).points())));
        }
        columns.add(column("bonus", card -> figure(card, Optional.of(card.card().bonus()))));
        columns.add(column(
                "individual",
                card -> card.pooled().score().isPresent()
                        ? figure(card, card.card().individual())
                        : ""));
        columns.add(
                column("team_score", card -> figure(card, card.pooled().team().points())));
        columns.add(column("final", card -> figure(card, card.pooled().score())));
        columns.add(column("grade", card -> card.grade().orElse("")));
        columns.add(column("status", card -> card.status().code()));
        columns.add(text(
                "reason", card -> card.remarks().stream().map(Remark::toString).collect(Collectors.joining("; "))));
        return new CsvTable<>("scores.csv", columns);
    }

    /** A held row shows no figures (rulings 57). */
    private static String figure(RankedScorecard card, Optional<Points> points) {
        return card.status() == Status.HELD ? "" : points.map(Points::toString).orElse("");
    }

    private static String whole(Optional<Integer> rank) {
        return rank.map(String::valueOf).orElse("");
    }

    static CsvTable<PersonIndicator> indicators() {
        return new CsvTable<>(
                "indicators.csv",
                List.of(
                        column("employee_id", row -> row.person().id()),
                        column("indicator", row -> row.score().id()),
                        column("value", row -> row.score()
                                .value()
                                .map(value -> value.rounded(6).toPlainString())
                                .orElse("")),
                        column("target", row -> row.score()
                                .measured()
                                .target()
                                .map(target -> target.atMost(6))
                                .orElse("")),
                        column("points", row -> row.score()
                                .points()
                                .map(Points::toString)
                                .orElse("")),
                        column("weight", row -> row.score().weight().plain()),
                        column("rows", row -> row.score()
                                .measured()
                                .rows()
                                .map(String::valueOf)
                                .orElse("")),
                        text("note", row -> note(row.score()))));
    }

    private static String note(IndicatorScore score) {
        if (score.measured().gap().isEmpty()
                && score.measured().note().isBlank()
                && score.remarks().isEmpty()) {
            return "";
        }
        Stream<String> gap = score.measured().gap().stream()
                .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        Stream<String> measured = Stream.of(Words.in("en").say(score.measured().note()));
        Stream<String> remarks = score.remarks().stream().map(Remark::toString);
        return Stream.of(gap, measured, remarks)
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /**
     * By employee id, then in the plan's order.
     *
     * @param whose of whom, by employee id
     */
    static Stream<PersonIndicator> indicatorRows(RunResult result, Predicate<String> whose) {
        Map<String, RankedScorecard> cards = result.book().byId();
        Map<String, Integer> places = new HashMap<>();
        result.input().plan().indicators().keySet().forEach(id -> places.put(id, places.size()));
        return result.book().population().participants().stream()
                .filter(person -> whose.test(person.id()))
                .flatMap(person -> cards.get(person.id()).card().indicators().stream()
                        .sorted(Comparator.comparing(score -> places.get(score.id())))
                        .map(score -> new PersonIndicator(person, score)));
    }

    static CsvTable<PayoutLine> payout(RunIdentity identity, String currency) {
        return new CsvTable<>(
                "payout.csv",
                List.of(
                        column("line_id", line -> line.id(identity.job(), identity.revision())),
                        column("employee_id", line -> line.employee().id()),
                        text("name", line -> line.employee().name()),
                        text("cost_center", line -> line.employee().costCenter()),
                        text("team", line -> line.employee().team()),
                        column("period", line -> line.period().toString()),
                        column("source_period", line -> line.sourcePeriod().toString()),
                        column("component", line -> line.component().code()),
                        column("basis", line -> line.basis().plain()),
                        column("rate", line -> line.rate().map(Fraction::plain).orElse("")),
                        column("amount", line -> line.amount().toString()),
                        column("currency", line -> currency),
                        column("status", line -> line.status().code()),
                        column(
                                "revision",
                                line -> Integer.toString(line.corrects()
                                        .map(PayoutLine.Correction::revision)
                                        .orElse(identity.revision()))),
                        text("note", line -> Words.in("en").say(line.note())),
                        column("tax_kind", PayoutLine::taxKind)));
    }

    static CsvTable<Problem> problems() {
        return new CsvTable<>(
                "problems.csv",
                List.of(
                        column("severity", problem -> problem.severity().name().toLowerCase(Locale.ROOT)),
                        column("code", problem -> problem.code().code()),
                        text("file", problem -> problem.where().file()),
                        text("sheet", problem -> problem.where().sheet()),
                        column(
                                "row",
                                problem -> problem.where().row() == 0
                                        ? ""
                                        : Long.toString(problem.where().row())),
                        text("column", Problem::column),
                        text("value", Problem::value),
                        text("message", problem -> Words.in("en").message(problem)),
                        column("dataset", problem -> problem.where().dataset()),
                        text("fix", problem -> Words.in("en").fix(problem))));
    }

    static CsvTable<Suspension> suspensions() {
        return new CsvTable<>(
                "suspensions.csv",
                List.of(
                        column(
                                "employee_id",
                                suspension -> suspension.employee().id()),
                        column("product_id", Suspension::productId),
                        column("from", suspension -> suspension.from().toString()),
                        column(
                                "until",
                                suspension ->
                                        suspension.until().map(Object::toString).orElse("")),
                        text("reason", Suspension::reason)));
    }
}
