package dev.steelyard.ledger.database;

import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.run.RunIdentity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row for the ledger: each value stands beside the name of its column, so that a column added by a migration can never take
 * the value of another.
 */
public final class NewRow {

    private static final NewRow EMPTY = new NewRow(null, "", null);

    private final NewRow before;
    private final String column;
    private final Object value;

    private NewRow(NewRow before, String column, Object value) {
        this.before = before;
        this.column = column;
        this.value = value;
    }

    /** @param cells column → value, null for none */
    public static NewRow of(Map<String, Object> cells) {
        NewRow row = EMPTY;
        for (Map.Entry<String, Object> cell : cells.entrySet()) {
            row = row.with(cell.getKey(), cell.getValue());
        }
        return row;
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
        return EMPTY.with("job", job).with("period", period);
    }

    public NewRow with(String name, Object cell) {
        for (NewRow at = this; at != EMPTY; at = at.before) {
            if (at.column.equals(name)) {
                throw new IllegalArgumentException(name + " twice");
            }
        }
        return new NewRow(this, name, cell);
    }

    /** Column → value, null for none; in the order in which they were said. */
    public Map<String, Object> cells() {
        Deque<NewRow> all = new ArrayDeque<>();
        for (NewRow at = this; at != EMPTY; at = at.before) {
            all.push(at);
        }
        Map<String, Object> said = new LinkedHashMap<>();
        all.forEach(at -> said.put(at.column, at.value));
        return said;
    }

    public Object get(String name) {
        for (NewRow at = this; at != EMPTY; at = at.before) {
            if (at.column.equals(name)) {
                return at.value;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }
}
