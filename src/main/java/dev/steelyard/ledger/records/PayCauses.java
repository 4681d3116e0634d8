package dev.steelyard.ledger.records;

import dev.steelyard.engine.govern.ClosedPeriod.Part;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.NewRow;
import dev.steelyard.ledger.database.Sql;
import java.util.ArrayList;
import java.util.List;

/** Why a revision of a closed period pays differently from the one before it, as it was recorded with it. */
record PayCauses(Sql sql) {

    /** As many characters as the table takes of a text. */
    private static final int LONGEST = 2000;

    /** What every revision after the closed one up to the newest changed, in their order. */
    List<Part> between(Publication closed, Publication newest) {
        return sql.query(
                """
                select * from run_pay_cause where job = ? and period = ? and revision > ? and revision <= ?
                order by revision, number
                """,
                row -> new Part(
                        row.getString("employee_id"),
                        row.getInt("revision"),
                        Component.of(row.getString("component")),
                        row.getString("cause"),
                        new Money(row.getBigDecimal("amount")),
                        new Name(row.getString("text_zh"), row.getString("text_en"))),
                closed.job(),
                closed.period().toString(),
                closed.revision(),
                newest.revision());
    }

    static List<NewRow> rows(RunIdentity run, List<Part> parts) {
        List<NewRow> rows = new ArrayList<>();
        for (Part part : parts) {
            rows.add(NewRow.of(run)
                    .with("number", rows.size() + 1)
                    .with("employee_id", part.employeeId())
                    .with("component", part.component().code())
                    .with("cause", part.cause())
                    .with("amount", part.amount().amount())
                    .with("text_zh", cut(part.text().zh()))
                    .with("text_en", cut(part.text().en())));
        }
        return rows;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
