package dev.steelyard.engine.run;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.run.Difference.Kind;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.engine.said.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reconcile 对账 (rules.md 7): what must agree before anything is published, and where it does not. Each check adds what it
 * finds; a further one is a further method.
 */
public final class Reconciliation {

    private final Map<String, Schema> schemas;
    private final List<Difference> differences = new ArrayList<>();

    /** @param schemas dataset → its columns; those of type amount are summed */
    public Reconciliation(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** What differs; empty where all agrees. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Of each export, rows read = used + out of window + excluded + rejected + duplicate, and money in = used + not used. */
    public Reconciliation exports(List<InputFile> inputs) {
        for (InputFile file : inputs) {
            Counts rows = file.rows();
            if (!rows.reconciles()) {
                differences.add(
                        Difference.of(Kind.ROWS, dataset(file.dataset()), whole(rows.read()), whole(rows.accounted()))
                                .in(file.name()));
            }
            file.sums().forEach((column, sum) -> {
                if (!sum.reconciles()) {
                    BigDecimal found = sum.used().add(sum.notUsed());
                    differences.add(Difference.of(Kind.SUM, dataset(file.dataset()), plain(sum.in()), plain(found))
                            .in(file.name())
                            .of(column(file.dataset(), column)));
                }
            });
        }
        return this;
    }

    /**
     * What the source systems say that the exports hold, and what was read.
     *
     * @param stated by dataset
     */
    public Reconciliation controlTotals(Map<String, ControlTotal> stated, List<InputFile> inputs) {
        stated.forEach((dataset, total) -> {
            List<InputFile> files = inputs.stream()
                    .filter(file -> file.dataset().equals(dataset))
                    .toList();
            if (files.isEmpty()) {
                differences.add(Difference.of(Kind.CONTROL_DATASET, dataset(dataset), "", ""));
            } else {
                controlTotal(dataset, total, outcomes(files));
            }
        });
        return this;
    }

    private static Outcomes outcomes(List<InputFile> files) {
        return files.stream()
                .map(file -> new Outcomes(file.rows(), file.sums()))
                .reduce(Outcomes.NONE, Outcomes::plus);
    }

    private void controlTotal(String dataset, ControlTotal stated, Outcomes read) {
        stated.rows()
                .filter(rows -> rows != read.rows().read())
                .ifPresent(rows -> differences.add(Difference.of(
                        Kind.CONTROL_ROWS,
                        dataset(dataset),
                        whole(rows),
                        whole(read.rows().read()))));
        stated.sums().forEach((column, expected) -> {
            AmountSum sum = read.sums().get(column);
            if (sum == null) {
                differences.add(Difference.of(Kind.CONTROL_COLUMN, dataset(dataset), plain(expected), "")
                        .of(column(dataset, column)));
            } else if (sum.in().compareTo(expected) != 0) {
                differences.add(Difference.of(Kind.CONTROL_SUM, dataset(dataset), plain(expected), plain(sum.in()))
                        .of(column(dataset, column))
                        .without(sum.unreadable()));
            }
        });
    }

    /**
     * The payout is the same to the cent, by number, by sum and line by line, wherever it stands.
     *
     * @param expected as the run calculated it
     * @param others who else has it
     */
    public Reconciliation payout(PayoutBook expected, List<PayoutBook> others) {
        others.forEach(other -> payout(expected, other));
        return this;
    }

    private void payout(PayoutBook expected, PayoutBook found) {
        Said source = found.source().title();
        if (expected.lines().size() != found.lines().size()) {
            differences.add(Difference.of(
                    Kind.PAYOUT_LINES,
                    source,
                    whole(expected.lines().size()),
                    whole(found.lines().size())));
        }
        if (expected.sum().compareTo(found.sum()) != 0) {
            differences.add(Difference.of(Kind.PAYOUT_SUM, source, plain(expected.sum()), plain(found.sum())));
        }
        Map<String, String> expectedLines = byId(expected);
        Map<String, String> foundLines = byId(found);
        Stream.concat(expectedLines.keySet().stream(), foundLines.keySet().stream())
                .filter(id -> !expectedLines.getOrDefault(id, "").equals(foundLines.getOrDefault(id, "")))
                .min(Comparator.naturalOrder())
                .ifPresent(id -> differences.add(Difference.of(
                                Kind.PAYOUT_LINE,
                                source,
                                expectedLines.getOrDefault(id, ""),
                                foundLines.getOrDefault(id, ""))
                        .of(Said.text(id))));
    }

    private static Map<String, String> byId(PayoutBook book) {
        Map<String, String> byId = new HashMap<>();
        book.lines().forEach(line -> byId.put(line.id(), plain(line.amount()) + " " + line.status()));
        return byId;
    }

    private Said dataset(String id) {
        return named(
                new Name(Optional.ofNullable(schemas.get(id)).map(Schema::zh).orElse(id), id));
    }

    private Said column(String dataset, String id) {
        return named(new Name(
                Optional.ofNullable(schemas.get(dataset))
                        .flatMap(schema -> schema.column(id))
                        .map(DatasetColumn::zh)
                        .orElse(id),
                id));
    }

    private static Said named(Name name) {
        return Said.of("name", "name", name);
    }

    private static String whole(long number) {
        return Long.toString(number);
    }

    private static String plain(BigDecimal amount) {
        return AmountSum.plain(amount).toPlainString();
    }
}
