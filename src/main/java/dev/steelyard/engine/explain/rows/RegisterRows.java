package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.trace.SourceRow;
import java.util.ArrayList;
import java.util.List;

/** Rows of small registers as the reader may see them: where they stand, and the cells that matter. */
public final class RegisterRows {

    private final RowCells cells;
    private final Audience audience;

    /**
     * @param audience who reads them: answers given in confidence are not everybody's
     * @param rows where a correction is found
     */
    public RegisterRows(Registers registers, Audience audience, SourceRows rows) {
        this.cells = new RowCells(registers, rows::correction);
        this.audience = audience;
    }

    private List<SourceRow> row(Row row, List<String> columns) {
        return List.of(cells.of(row, columns));
    }

    /** Event, kind and day for anybody; the evidence for those who judge. */
    public List<SourceRow> event(Row row) {
        List<String> columns =
                new ArrayList<>(List.of("event_id", "event_date", "kind", "severity", "status", "verified_date"));
        if (audience.seesEvidence()) {
            columns.add("evidence");
        }
        return row(row, columns);
    }

    /** What was decided and by whom; what the person claimed is for HR, the evidence for those who judge. */
    public List<SourceRow> appeal(Row row) {
        List<String> columns = new ArrayList<>(List.of("appeal_id", "employee_id", "period", "indicator"));
        columns.add("submitted_at");
        if (audience.seesClaims()) {
            columns.add("claim");
        }
        if (audience.seesEvidence()) {
            columns.add("evidence");
        }
        columns.addAll(List.of("decision", "decided_at", "decided_by", "decision_reason", "effect", "effect_value"));
        return row(row, columns);
    }

    /** What the committee decided. */
    public List<SourceRow> calibration(Row row) {
        return row(
                row,
                List.of(
                        "decision_id",
                        "decided_date",
                        "subject_type",
                        "subject",
                        "indicator",
                        "period",
                        "new_target",
                        "reason",
                        "approvers"));
    }

    /** A target of a month. */
    public List<SourceRow> target(Row row) {
        return row(row, List.of("subject_type", "subject", "indicator", "period", "target"));
    }

    /** The share of a region in a period. */
    public List<SourceRow> share(Row row) {
        return row(row, List.of("period", "region", "share"));
    }

    /** Where the person stands on the roster; never the salary. */
    public List<SourceRow> roster(Row row) {
        return row(
                row,
                List.of("employee_id", "track", "team", "region", "manager_id", "leads", "hire_date", "leave_date"));
    }

    /** The roster row with one of its dates. */
    public List<SourceRow> rosterDate(Row row, String column) {
        return row(row, List.of("employee_id", column));
    }
}
