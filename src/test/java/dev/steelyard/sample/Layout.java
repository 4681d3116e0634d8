package dev.steelyard.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** How an export lays out a dataset: language, column order, a column nobody asked for, the look of its dates. */
final class Layout {

    private static final String NUMBERING = "序号";

    private final Dataset dataset;
    private final boolean chinese;
    private final List<String> order;
    private UnaryOperator<String> dates = UnaryOperator.identity();

    private Layout(Dataset dataset, boolean chinese) {
        this.dataset = dataset;
        this.chinese = chinese;
        this.order = new ArrayList<>(dataset.columns());
    }

    static Layout english(String dataset) {
        return new Layout(Dataset.of(dataset), false);
    }

    static Layout chinese(String dataset) {
        return new Layout(Dataset.of(dataset), true);
    }

    Dataset dataset() {
        return dataset;
    }

    /** The columns in this order, English names. */
    List<String> order() {
        return order;
    }

    /** The first columns go to the end. */
    Layout rotated(int columns) {
        Collections.rotate(order, -columns);
        return this;
    }

    Layout reversed() {
        Collections.reverse(order);
        return this;
    }

    /** These columns come first. */
    Layout first(String... columns) {
        order.removeAll(List.of(columns));
        order.addAll(0, List.of(columns));
        return this;
    }

    /** A running number first, a column that no dataset knows. */
    Layout numbered() {
        order.add(0, NUMBERING);
        return this;
    }

    /** An empty column that no dataset knows. */
    Layout with(String unknown) {
        order.add(unknown);
        return this;
    }

    /** Dates and date-times as 2026/9/1. */
    Layout slashDates() {
        dates = value -> {
            if (value.length() < 10) {
                return value;
            }
            return Integer.parseInt(value.substring(0, 4)) + "/" + Integer.parseInt(value.substring(5, 7)) + "/"
                    + Integer.parseInt(value.substring(8, 10)) + value.substring(10);
        };
        return this;
    }

    /** Dates as 2026年9月1日. */
    Layout chineseDates() {
        slashDates();
        UnaryOperator<String> slashed = dates;
        dates = value -> value.length() < 10
                ? value
                : slashed.apply(value).replaceFirst("/", "年").replaceFirst("/", "月") + "日";
        return this;
    }

    List<String> header() {
        return order.stream()
                .map(c -> {
                    int at = dataset.columns().indexOf(c);
                    return at >= 0 && chinese ? dataset.chineseColumns().get(at) : c;
                })
                .toList();
    }

    /** The row as the file shows it; number is that of the numbering column. */
    List<String> arrange(List<String> row, int number) {
        List<String> shown = chinese ? Vocabulary.chinese(dataset, row) : row;
        return order.stream()
                .map(c -> {
                    int at = dataset.columns().indexOf(c);
                    if (at < 0) {
                        return c.equals(NUMBERING) ? String.valueOf(number) : "";
                    }
                    boolean dated = Vocabulary.isDate(c) || Vocabulary.isDateTime(c);
                    return dated ? dates.apply(shown.get(at)) : shown.get(at);
                })
                .toList();
    }
}
