package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.CustomerToSee;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts on a page for a manager, those of a kind together in one row: who and what was found, a line each, or one for several of whom it
 * is the same; what to do where that is the same once, behind the last of them; then the rule. The first five are what to do this week.
 */
public final class AlertBlock {

    /** So many things are enough for a week. */
    private static final int FIRST = 5;

    private record Kind(int number, List<Alert> alerts, String text) {
        Alert first() {
            return alerts.get(0);
        }
    }

    private final Report report;
    private final AlertWords words;
    private final Map<String, List<CustomerToSee>> customers;

    private AlertBlock(Report report, List<Alert> alerts) {
        this.report = report;
        this.words = new AlertWords(report);
        this.customers = CustomerToSee.split(alerts);
    }

    /**
     * What to do this week, and the other alerts where there are more; nothing that is over, and of people who have left only what is still to be done.
     *
     * @param found the gravest kind first
     * @param whenEmpty the sentence that says why there are none
     */
    public static List<Block<?>> of(Report report, List<Alert> found, String whenEmpty) {
        List<Alert> alerts = found.stream()
                .filter(alert -> !alert.isOver())
                .filter(alert -> !alert.endsWithLeaving()
                        || !alert.employee().hasLeftBy(report.identity().asOf()))
                .toList();
        AlertBlock block = new AlertBlock(report, alerts);
        List<Kind> kinds = block.kinds(alerts);
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(block.block(
                report.say("book.alert.week"), kinds.stream().limit(FIRST).toList(), whenEmpty));
        if (kinds.size() > FIRST) {
            blocks.add(block.block(report.say("book.alert.others"), kinds.subList(FIRST, kinds.size()), ""));
        }
        return blocks;
    }

    private List<Kind> kinds(List<Alert> alerts) {
        // One rule finds whoever visited and whoever is but suspended: a row counts the people of its own kind.
        Map<List<String>, List<Alert>> byKind = new LinkedHashMap<>();
        alerts.forEach(alert -> byKind.computeIfAbsent(
                        List.of(words.kind(alert), words.rule(alert)), kind -> new ArrayList<>())
                .add(alert));
        List<Kind> kinds = new ArrayList<>();
        byKind.forEach((kind, same) -> kinds.add(new Kind(kinds.size() + 1, same, text(kind.get(1), same))));
        return kinds;
    }

    /** Who and what was found, a line each; of several of whom the same was found one line names all. */
    private String text(String rule, List<Alert> same) {
        Map<List<String>, List<String>> found = new LinkedHashMap<>();
        same.forEach(
                alert -> found.computeIfAbsent(List.of(words.text(alert), remedy(alert)), what -> new ArrayList<>())
                        .add(name(alert.employee())));
        List<String> lines = new ArrayList<>();
        List<List<String>> all = List.copyOf(found.keySet());
        for (int i = 0; i < all.size(); i++) {
            String who = String.join(report.say("list.separator"), found.get(all.get(i)));
            String remedy = all.get(i).get(1);
            lines.add(
                    report.say("book.alert.who", "who", who, "what", all.get(i).get(0)));
            boolean isToldBelow = i + 1 < all.size() && all.get(i + 1).get(1).equals(remedy);
            if (!isToldBelow) {
                lines.add("→ " + remedy);
            }
        }
        lines.add(report.say("book.alert.rule", "rule", rule));
        return String.join("\n", lines);
    }

    private String remedy(Alert alert) {
        return alert instanceof Alert.LowPotential low
                ? words.remedy(low, customers.getOrDefault(low.employee().id(), List.of()))
                : words.remedy(alert);
    }

    private Block<Kind> block(String title, List<Kind> kinds, String whenEmpty) {
        List<Column<Kind>> columns = List.of(
                Column.<Kind>text(
                                "alert",
                                report.say("word.alert"),
                                Width.fit(16, 24),
                                kind -> kind.number() + ". " + words.kind(kind.first()))
                        .toned(kind -> words.tone(kind.first())),
                Column.of(
                        "people",
                        report.say("word.people"),
                        Width.fit(6, 10),
                        Format.COUNT,
                        kind -> Datum.whole(kind.alerts().stream()
                                .map(Alert::employee)
                                .distinct()
                                .count())),
                Column.text("what", report.say("book.alert.whatWhatDo"), Width.fit(18, 18), kind -> kind.text()));
        return Block.of(title, columns, kinds, whenEmpty);
    }

    /** Name and id. */
    public static String name(Employee person) {
        return (person.name() + " " + person.id()).strip();
    }
}
