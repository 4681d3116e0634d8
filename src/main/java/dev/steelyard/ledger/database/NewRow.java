package dev.steelyard.ledger.database;

import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.run.RunIdentity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row for the ledger: each value stands beside the name of its column, so that a column added by a migration can never take
 * the value of another.
 *
 * @param cells column → value, null for none
 */
public record NewRow(Map<String, Object> cells) {

    public NewRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A row about a revision. */
    public static NewRow of(RunIdentity run) {
        return of(run.job(), run.period().toString()).with("revision", run.revision());
    }

    /** A row about a decision. */
    public static NewRow of(PeriodDecision decision) {
        return of(decision.job(), decision.period().toString()).with("number", decision.number());
    }

    public static NewRow of(String job, String period) {
        return new NewRow(Map.of()).with("job", job).with("period", period);
    }

    public NewRow with(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(cells);
        if (more.containsKey(column)) {
            throw new IllegalArgumentException(column + " twice");
        }
        more.put(column, value);
        return new NewRow(more);
    }

    public Object get(String column) {
        if (!cells.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells.get(column);
    }
}
