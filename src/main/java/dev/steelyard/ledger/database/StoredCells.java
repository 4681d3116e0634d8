package dev.steelyard.ledger.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The cells of rows as both databases give them: whole numbers as one type, moments as UTC. What each column holds is asked once for all
 * rows.
 */
final class StoredCells {

    private enum Kind {
        MOMENT,
        DAY,
        DECIMAL,
        WHOLE,
        FLAG,
        TEXT
    }

    private final Kind[] kinds;

    StoredCells(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        kinds = new Kind[about.getColumnCount()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(about.getColumnTypeName(i + 1).toLowerCase(Locale.ROOT), about.getColumnType(i + 1));
        }
    }

    private static Kind kind(String name, int type) {
        if (name.equals("timestamptz") || name.equals("timestamp with time zone")) {
            return Kind.MOMENT;
        }
        return switch (type) {
            case Types.DATE -> Kind.DAY;
            case Types.NUMERIC, Types.DECIMAL -> Kind.DECIMAL;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
            case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            default -> throw new IllegalStateException("the ledger has no columns of type " + name);
        };
    }

    /** The cells of the row at which the rows stand. */
    Object[] of(ResultSet rows) throws SQLException {
        Object[] row = new Object[kinds.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(rows, kinds[i], i + 1);
        }
        return row;
    }

    private static Object value(ResultSet rows, Kind kind, int column) throws SQLException {
        return switch (kind) {
            case MOMENT -> {
                OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
                yield moment == null
                        ? null
                        : moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
            }
            case DAY -> rows.getObject(column, LocalDate.class);
            case DECIMAL -> rows.getObject(column, BigDecimal.class);
            case WHOLE -> {
                long number = rows.getLong(column);
                yield rows.wasNull() ? null : number;
            }
            case FLAG -> {
                boolean flag = rows.getBoolean(column);
                yield rows.wasNull() ? null : flag;
            }
            case TEXT -> rows.getString(column);
        };
    }
}
