package dev.steelyard.app.cases;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.publish.Printed;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a result prints against what a case expects. */
final class CaseComparison {

    private static final String NOTHING = "none";
    private static final Set<String> SENTENCES = Set.of("reason", "note");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?%?");
    private static final int VALUE_DECIMALS = 6;

    private final RunResult result;
    private final Printed printed;
    private final List<Problem> rejected;
    private final List<String> differences = new ArrayList<>();

    CaseComparison(RunResult result, List<Problem> rejected) {
        this.result = result;
        this.printed = Printed.of(result);
        this.rejected = rejected;
    }

    List<String> differences(Expectation expected) {
        problems(expected.problems());
        person("P1", "", expected);
        expected.people().forEach((id, own) -> person(id, id + " ", own));
        return List.copyOf(differences);
    }

    /** Codes that are missing, and rejected rows that nobody expected. */
    private void problems(List<String> expected) {
        Set<String> found = new LinkedHashSet<>();
        rejected.forEach(problem -> found.add(problem.code().code()));
        result.problems().forEach(problem -> found.add(problem.code().code()));
        expected.stream()
                .filter(code -> !found.contains(code))
                .forEach(code -> differences.add("problems expected " + code + " but were " + found));
        rejected.stream()
                .filter(problem -> !expected.contains(problem.code().code()))
                .forEach(problem -> differences.add("row rejected at " + problem.where() + ": " + problem.column() + " "
                        + Words.in("en").message(problem)));
    }

    private void person(String id, String who, Expectation expected) {
        Optional<Map<String, String>> score = printed.scores().stream()
                .filter(row -> row.get("employee_id").equals(id))
                .findFirst();
        if (score.isEmpty()) {
            expected.scores().forEach((column, text) -> {
                if (!text.equals(NOTHING)) {
                    differences.add(who + column + " expected " + text + " but " + id + " is not scored");
                }
            });
        }
        score.ifPresent(row -> cells(who, expected.scores(), row));
        expected.indicators().forEach((indicator, cells) -> indicator(id, who, indicator, cells));
        List<Map<String, String>> payout = of(id, printed.payout());
        expected.payout().ifPresent(lines -> rows(who + "payout", lines, payout, List.of("component", "amount")));
        expected.paid().ifPresent(total -> {
            Fraction paid = payout.stream()
                    .filter(line -> line.get("status").equals("pay"))
                    .map(line -> Fraction.parse(line.get("amount")))
                    .reduce(Fraction.ZERO, Fraction::plus);
            cell(who + "paid", "paid", total, paid.rounded(2).toPlainString());
        });
        expected.accruals()
                .ifPresent(rows -> rows(
                        who + "accruals",
                        rows,
                        of(id, AccrualCells.of(result.accruals())),
                        List.of("component", "amount")));
        expected.suspensions()
                .ifPresent(rows -> rows(
                        who + "suspensions",
                        rows,
                        of(id, printed.suspensions()),
                        List.of("product_id", "from", "until")));
        expected.decisions()
                .ifPresent(rows -> rows(
                        who + "decisions",
                        rows,
                        of(id, DecisionCells.of(result.trail())),
                        List.of("decision_id", "state", "marks")));
        shown(id, who, expected);
    }

    private void shown(String id, String who, Expectation expected) {
        expected.alerts()
                .ifPresent(rows -> rows(
                        who + "alerts",
                        rows,
                        of(id, AlertCells.alerts(result)),
                        List.of("alert", "visits", "low", "customers", "talk_tracks")));
        expected.breaches()
                .ifPresent(rows -> rows(
                        who + "breaches",
                        rows,
                        of(id, AlertCells.breaches(result)),
                        List.of("visit_id", "day", "product_id")));
        expected.honours()
                .ifPresent(rows -> rows(who + "honours", rows, of(id, HonourCells.of(result)), List.of("award")));
        expected.careers()
                .ifPresent(rows ->
                        rows(who + "careers", rows, of(id, CareerCells.of(result)), List.of("standing", "missed")));
        expected.mentees()
                .ifPresent(rows -> rows(who + "mentees", rows, of(id, MenteeCells.of(result)), List.of("mentee_id")));
        expected.proposals()
                .ifPresent(rows -> rows(
                        who + "proposals", rows, of(id, ProposalCells.of(result)), List.of("decision_id", "final")));
        expected.splits()
                .ifPresent(rows -> rows(who + "splits", rows, of(id, SplitCells.of(result)), List.of("order_line_id")));
    }

    private void indicator(String id, String who, String indicator, Map<String, String> expected) {
        Optional<Map<String, String>> row = of(id, printed.indicators()).stream()
                .filter(cells -> cells.get("indicator").equals(indicator))
                .findFirst();
        if (row.isEmpty()) {
            differences.add(who + "indicator " + indicator + " expected but " + id + " is not measured on it");
        }
        row.ifPresent(cells -> cells(who + "indicator " + indicator + " ", expected, cells));
    }

    private static List<Map<String, String>> of(String id, List<Map<String, String>> rows) {
        return rows.stream().filter(row -> row.get("employee_id").equals(id)).toList();
    }

    /** All rows, in order; {@code shown} are the columns by which a person tells them apart. */
    private void rows(
            String what, List<Map<String, String>> expected, List<Map<String, String>> actual, List<String> shown) {
        if (expected.size() != actual.size()) {
            String list = actual.stream()
                    .map(row -> shown.stream().map(row::get).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("; "));
            differences.add(
                    what + " expected " + expected.size() + " rows but was " + actual.size() + " (" + list + ")");
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            cells(what + " " + (i + 1) + " ", expected.get(i), actual.get(i));
        }
    }

    private void cells(String what, Map<String, String> expected, Map<String, String> actual) {
        expected.forEach((column, text) -> cell(what + column, column, text, actual.get(column)));
    }

    private void cell(String what, String column, String expected, String actual) {
        if (!isSame(column, expected, actual)) {
            differences.add(what + " expected " + expected + " but was " + (actual.isEmpty() ? NOTHING : actual));
        }
    }

    private static boolean isSame(String column, String expected, String actual) {
        if (expected.equals(NOTHING) || actual.isEmpty()) {
            return expected.equals(NOTHING) && actual.isEmpty();
        }
        if (SENTENCES.contains(column)) {
            return actual.contains(expected);
        }
        if (NUMBER.matcher(expected).matches() && NUMBER.matcher(actual).matches()) {
            Fraction wanted = Fraction.parse(expected);
            Fraction rounded = column.equals("value") ? Fraction.of(wanted.rounded(VALUE_DECIMALS)) : wanted;
            return rounded.equals(Fraction.parse(actual));
        }
        return expected.equals(actual);
    }
}
