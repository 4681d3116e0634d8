package dev.steelyard.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * What was a list in one column becomes rows: an id may hold the blank that separated it from the next. What an earlier
 * version joined is taken apart as that version read it. Columns that are no part of a key take any text that a cell may
 * hold; ids are as wide as the intake lets them be.
 */
public final class V40__lists_are_rows extends BaseJavaMigration {

    private static final List<String> TABLES = List.of(
            """
            create table run_payout_held (
                job       varchar(100) not null,
                period    varchar(7)   not null,
                revision  integer      not null,
                line_id   varchar(400) not null,
                number    integer      not null,
                reference varchar(200) not null,
                constraint run_payout_held_pk primary key (line_id, number),
                constraint run_payout_held_line foreign key (line_id) references run_payout
            )
            """,
            """
            create table run_decision_by (
                job         varchar(100) not null,
                period      varchar(7)   not null,
                revision    integer      not null,
                kind        varchar(20)  not null,
                decision_id varchar(200) not null,
                number      integer      not null,
                name        varchar      not null,
                constraint run_decision_by_pk primary key (job, period, revision, kind, decision_id, number),
                constraint run_decision_by_decision foreign key (job, period, revision, kind, decision_id)
                    references run_decision
            )
            """,
            """
            create table run_decision_mark (
                job         varchar(100) not null,
                period      varchar(7)   not null,
                revision    integer      not null,
                kind        varchar(20)  not null,
                decision_id varchar(200) not null,
                mark        varchar(20)  not null,
                constraint run_decision_mark_pk primary key (job, period, revision, kind, decision_id, mark),
                constraint run_decision_mark_decision foreign key (job, period, revision, kind, decision_id)
                    references run_decision
            )
            """);

    /** Table and column of texts that come from exports, plans or people. */
    private static final List<String> TEXTS = List.of(
            "run plan",
            "run engine",
            "run folder",
            "run_input dataset",
            "run_input file_name",
            "run_score grade",
            "run_score grade_cap",
            "run_payout basis",
            "run_payout rate",
            "run_payout currency",
            "run_payout note",
            "run_payout note_zh",
            "run_payout name",
            "run_payout team",
            "run_payout cost_center",
            "run_decision subject_type",
            "run_decision subject",
            "run_decision concerns",
            "run_decision effect",
            "run_decision reason",
            "run_decision evidence",
            "run_decision before_value",
            "run_decision after_value",
            "period_decision role",
            "period_decision by_name",
            "period_decision reason",
            "period_edition folder",
            "period_payment currency");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            split(connection, "run_payout", "held_by", " ", "line_id", "run_payout_held", "reference", true);
            String key = "kind, decision_id";
            split(connection, "run_decision", "decided_by", ", ", key, "run_decision_by", "name", true);
            split(connection, "run_decision", "marks", " ", key, "run_decision_mark", "mark", false);
            statement.execute("alter table run_payout drop column held_by");
            statement.execute("alter table run_decision drop column decided_by");
            statement.execute("alter table run_decision drop column marks");
            for (String text : TEXTS) {
                String[] names = text.split(" ");
                statement.execute("alter table %s alter column %s set data type varchar".formatted(names[0], names[1]));
            }
        }
    }

    /** One row for each part of a joined column, under the same key. */
    private static void split(
            Connection connection,
            String from,
            String joined,
            String separator,
            String key,
            String into,
            String part,
            boolean numbered)
            throws SQLException {
        String columns = "job, period, revision, " + key;
        int keys = columns.split(", ").length;
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select %s, %s from %s where %s <> ''".formatted(columns, joined, from, joined))) {
            while (found.next()) {
                int number = 0;
                for (String word : found.getString(keys + 1).split(separator)) {
                    if (!word.isEmpty()) {
                        Object[] row = new Object[keys + (numbered ? 2 : 1)];
                        for (int i = 0; i < keys; i++) {
                            row[i] = found.getObject(i + 1);
                        }
                        row[keys] = word;
                        if (numbered) {
                            row[keys + 1] = ++number;
                        }
                        rows.add(row);
                    }
                }
            }
        }
        String insert = "insert into %s (%s, %s%s) values (%s)"
                .formatted(
                        into, columns, part, numbered ? ", number" : "", "?" + ", ?".repeat(keys + (numbered ? 1 : 0)));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
