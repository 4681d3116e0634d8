package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.MonthProfile.Repeated;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Rules about datasets without which a job runs, or whose volume nobody watches (rules.md 9: EMPTY, STALE, THIN, TWICE). By them people are
 * scored, so the rules only warn.
 */
final class OtherRules {

    private OtherRules() {}

    /** No row of the month in a dataset that is not watched and whose months before had some. */
    static void stale(Evidence seen, Consumer<Finding> to) {
        for (DatasetMonth at : seen.dated()) {
            boolean watched = isWatched(at);
            boolean required = watched && seen.required().contains(at.dataset());
            // A month without an event is a good one.
            boolean events = at.schema().lossless();
            boolean lately = hasSome(at.plus(-1)) && hasSome(at.plus(-2));
            // Registers, of exams say, may have rows once a quarter.
            boolean monthly = at.schema().register() ? lately && hasSome(at.plus(-3)) : lately || at.isComparable();
            if (!required && !events && at.now().rows() == 0 && (monthly || isElsewhere(at))) {
                to.accept(at.warning(watched ? "STALE.other" : "THIN.other", 0));
            }
        }
    }

    private static boolean isWatched(DatasetMonth at) {
        return at.seen().rules().watched().contains(at.dataset());
    }

    /** An export without any row that is not required: as good as none, which is said too. Registers of decisions may be empty. */
    static void empty(Evidence seen, Consumer<Finding> to) {
        for (Schema schema : seen.registers().schemas().values()) {
            String dataset = schema.dataset();
            boolean scores = !schema.lossless()
                    && (!schema.register() || schema.columns().stream().anyMatch(DatasetColumn::isMark));
            if (seen.isEmpty(dataset) && scores && !seen.required().contains(dataset)) {
                to.accept(seen.last(dataset).warning("EMPTY.other", 0));
            }
        }
    }

    /** Too few rows to compare with, and more than come by chance. */
    private static boolean hasSome(DatasetMonth at) {
        return 4 * at.now().rows() >= at.seen().rules().base().rows();
    }

    /** Enough rows, and hardly any of them of the three months before or after, where they would be if it were the right year: their year is wrong. */
    private static boolean isElsewhere(DatasetMonth at) {
        long rows = at.seen().profile(at.dataset()).entrySet().stream()
                .filter(entry -> entry.getKey() != Profile.UNDATED)
                .mapToLong(entry -> entry.getValue().rows())
                .sum();
        long near = IntStream.rangeClosed(-3, 3)
                .mapToLong(months -> at.plus(months).now().rows())
                .sum();
        return isWatched(at) && rows > 0 && near == 0
                || rows >= at.seen().rules().base().rows() && 10 * near <= rows;
    }

    /** Rows of many people that all come several times. */
    static void twice(Plausible.Twice rule, DatasetMonth at, Consumer<Finding> to) {
        Map<String, Repeated> people = rule.repeated(at.now());
        if (!at.schema().register() && !isWatched(at) && people.size() >= rule.people()) {
            long rows = Repeated.rows(people);
            to.accept(at.warning("TWICE.other", rows)
                    .with("rows", rows)
                    .with("people", people.size())
                    .with("first", people.keySet().iterator().next()));
        }
    }
}
