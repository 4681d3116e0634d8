package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.ledger.database.NewRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trail of a revision as rows: of a decision one, of those who took it and of what was not in time one each. */
final class DecisionRows {

    private DecisionRows() {}

    /** Table → rows, each table after the one that it refers to. */
    public static Map<String, List<NewRow>> of(RunIdentity run, List<TrailEntry> trail) {
        List<NewRow> decisions = new ArrayList<>();
        List<NewRow> deciders = new ArrayList<>();
        List<NewRow> marks = new ArrayList<>();
        for (TrailEntry entry : trail) {
            NewRow key = NewRow.of(run).with("kind", entry.kind().code()).with("decision_id", entry.id());
            decisions.add(decision(key, entry));
            for (int i = 0; i < entry.decidedBy().size(); i++) {
                deciders.add(
                        key.with("number", i + 1).with("name", entry.decidedBy().get(i)));
            }
            entry.marks().forEach(mark -> marks.add(key.with("mark", mark.code())));
        }
        Map<String, List<NewRow>> rows = new LinkedHashMap<>();
        rows.put("run_decision", decisions);
        rows.put("run_decision_by", deciders);
        rows.put("run_decision_mark", marks);
        return rows;
    }

    private static NewRow decision(NewRow key, TrailEntry entry) {
        return key.with("subject_type", entry.subjectType())
                .with("subject", entry.subject())
                .with("concerns", entry.concerns())
                .with("applies_to", entry.period().map(Period::toString).orElse(""))
                .with("submitted", day(entry.submitted()))
                .with("due", day(entry.submitBy()))
                .with("decided", day(entry.decided()))
                .with("decide_due", day(entry.decideBy()))
                .with("outcome", entry.state().code())
                .with("effect", entry.effect())
                .with("reason", entry.note().isEmpty() ? entry.reason() : entry.reason() + " (" + entry.note() + ")")
                .with("evidence", entry.evidence())
                .with(
                        "before_value",
                        entry.change().map(TrailEntry.Change::from).orElse(""))
                .with("after_value", entry.change().map(TrailEntry.Change::to).orElse(""));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
