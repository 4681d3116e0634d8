package dev.steelyard.ledger;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.run.RunIdentity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The trail of a revision as rows of {@code run_decision}. */
final class DecisionRows {

    /** As long as the column is; what a register says beyond it stands in the frozen copy. */
    private static final int LONGEST = 4000;

    private static final int SHORT = 200;

    private DecisionRows() {}

    static List<Object[]> of(RunIdentity run, List<TrailEntry> trail) {
        return trail.stream().map(entry -> row(run, entry)).toList();
    }

    private static Object[] row(RunIdentity run, TrailEntry entry) {
        return new Object[] {
            run.job(),
            run.period().toString(),
            run.revision(),
            entry.kind().code(),
            entry.id(),
            entry.subjectType(),
            cut(entry.subject(), SHORT),
            cut(entry.concerns(), SHORT),
            entry.period().map(Period::toString).orElse(""),
            day(entry.submitted()),
            day(entry.submitBy()),
            day(entry.decided()),
            day(entry.decideBy()),
            cut(entry.decidedBy(), LONGEST / 2),
            entry.state().code(),
            entry.effect(),
            cut(entry.note().isEmpty() ? entry.reason() : entry.reason() + " (" + entry.note() + ")", LONGEST),
            cut(entry.evidence(), LONGEST),
            entry.change().map(TrailEntry.Change::from).orElse(""),
            entry.change().map(TrailEntry.Change::to).orElse(""),
            entry.marks().stream().map(TrailEntry.Mark::code).collect(Collectors.joining(" "))
        };
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
