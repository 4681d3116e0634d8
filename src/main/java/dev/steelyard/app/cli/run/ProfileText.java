package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.words.ProblemWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a delivery holds month by month: a small table a dataset, the last month of the period beside the three before. */
record ProfileText(Map<String, Map<Integer, MonthProfile>> profiles, Period period) {

    private List<Integer> months() {
        int last = Month.of(period.last());
        return IntStream.rangeClosed(0, 3).mapToObj(back -> last - back).toList();
    }

    private static String name(int month) {
        return Period.of(Period.Kind.MONTH, Month.first(month)).toString();
    }

    /** Datasets that stand in months; of the others nothing can be compared. */
    private Map<String, Map<Integer, MonthProfile>> dated() {
        Map<String, Map<Integer, MonthProfile>> dated = new LinkedHashMap<>();
        profiles.forEach((dataset, byMonth) -> {
            if (months().stream().anyMatch(byMonth::containsKey)) {
                dated.put(dataset, byMonth);
            }
        });
        return dated;
    }

    /** @param words what people call datasets and columns */
    List<String> lines(Texts texts, Style style, ProblemWords words) {
        List<String> lines = new ArrayList<>();
        dated().forEach((id, byMonth) -> {
            List<String> heads = new ArrayList<>(List.of(words.dataset(id)));
            months().forEach(month -> heads.add(name(month)));
            TextTable table = new TextTable(List.of(false, true, true, true, true), heads);
            rows(byMonth, column -> words.column(id, column)).forEach((label, cells) -> {
                List<String> row = new ArrayList<>();
                row.add(texts.has("validate.profile." + label) ? texts.say("validate.profile." + label) : label);
                row.addAll(cells);
                table.row(row.toArray(String[]::new));
            });
            lines.addAll(table.lines(style));
        });
        if (!lines.isEmpty()) {
            lines.add(0, style.strong(texts.say("validate.profile")));
            lines.add(0, "");
        }
        return lines;
    }

    /** Said → a cell a month. */
    private Map<String, List<String>> rows(Map<Integer, MonthProfile> byMonth, UnaryOperator<String> name) {
        List<MonthProfile> four = months().stream()
                .map(month -> byMonth.getOrDefault(month, MonthProfile.NONE))
                .toList();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("rows", cells(four, one -> Numbers.count(one.rows())));
        rows.put("lost", cells(four, one -> Numbers.count(one.lost())));
        rows.put("people", cells(four, one -> Numbers.count(one.heads())));
        rows.put(
                "last",
                cells(four, one -> one.days() == 0 ? "" : "" + (32 - Integer.numberOfLeadingZeros(one.days()))));
        TreeSet<String> sums = new TreeSet<>();
        TreeSet<String> blanks = new TreeSet<>();
        four.forEach(one -> sums.addAll(one.sums().keySet()));
        four.forEach(one -> blanks.addAll(one.blanks().keySet()));
        sums.forEach(column -> rows.put(
                "Σ " + name.apply(column),
                cells(
                        four,
                        one -> Numbers.amount(
                                one.sums().getOrDefault(column, BigDecimal.ZERO).toPlainString()))));
        blanks.forEach(column -> rows.put(
                "∅ " + name.apply(column),
                cells(four, one -> Numbers.count(one.blanks().getOrDefault(column, 0L)))));
        rows.values().removeIf(cells -> cells.stream().allMatch(cell -> cell.isEmpty() || cell.equals("0")));
        return rows;
    }

    private static List<String> cells(List<MonthProfile> months, Function<MonthProfile, String> cell) {
        return months.stream().map(cell).toList();
    }

    public List<Map<String, Object>> json() {
        List<Map<String, Object>> all = new ArrayList<>();
        dated().forEach((dataset, byMonth) -> months().stream()
                .filter(month -> byMonth.containsKey(month) && month != Profile.UNDATED)
                .forEach(month -> {
                    MonthProfile one = byMonth.get(month);
                    all.add(Json.of("dataset", dataset)
                            .with("month", name(month))
                            .with("rows", one.rows())
                            .with("rejected", one.lost())
                            .with("people", one.heads())
                            .with("sums", one.sums())
                            .with("blanks", one.blanks())
                            .members());
                }));
        return all;
    }
}
