package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a header cell says: which column, whether by a code's header, and in which unit. {@code *工号}, {@code 工号（必填）},
 * {@code 金额(元)} and {@code 金额（万元）} are columns with something added (architecture.md 5).
 *
 * @param column canonical name
 * @param code whether the header is one under which the code stands, where the name may stand beside it
 * @param unit of money, as written in brackets; blank where none is
 * @param factor by what its numbers are multiplied; null where the unit is not known
 */
record HeaderCell(String column, boolean code, String unit, BigDecimal factor) {

    private static final String OPENING = "([【〔{";
    private static final String CLOSING = ")]】〕}";

    /** The headers of a dataset. */
    static final class Reading {
        private final Schema schema;
        private final Map<String, String> names;
        private final Set<String> codes = new HashSet<>();
        private final Set<String> marks = new HashSet<>();
        private final Map<String, BigDecimal> units = new HashMap<>();

        Reading(Schema schema) {
            this.schema = schema;
            this.names = Header.names(schema);
            schema.columns().forEach(column -> {
                codes.add(Spelling.compact(column.name()));
                column.rules().codes().forEach(code -> codes.add(Spelling.compact(code)));
            });
            schema.headings().marks().forEach(mark -> marks.add(Spelling.compact(mark)));
            schema.headings().units().forEach((unit, factor) -> units.put(Spelling.compact(unit), factor));
        }

        /** What the cell says, or null where it names no column. */
        HeaderCell of(String cell) {
            String text = Spelling.compact(cell);
            HeaderCell plain = named(text);
            return plain != null || text.isEmpty() ? plain : added(text);
        }

        /** Whether the unit of a header that cannot be taken is one of money all the same. */
        boolean knowsUnitOf(String cell) {
            HeaderCell said = of(cell);
            return said != null && units.containsKey(said.unit);
        }

        private HeaderCell named(String text) {
            String column = names.get(text);
            return column == null ? null : new HeaderCell(column, codes.contains(text), "", BigDecimal.ONE);
        }

        /** A header with marks or one unit around it. */
        private HeaderCell added(String text) {
            String rest = text;
            String unit = "";
            for (String shorter = withoutMark(rest); shorter != null; shorter = withoutMark(rest)) {
                rest = shorter;
            }
            int opening = opening(rest);
            if (named(rest) == null && opening > 0) {
                unit = rest.substring(opening + 1, rest.length() - 1);
                unit = unit.startsWith("单位") ? unit.substring(2).replaceFirst("^:", "") : unit;
                rest = rest.substring(0, opening);
                for (String shorter = withoutMark(rest); shorter != null; shorter = withoutMark(rest)) {
                    rest = shorter;
                }
            }
            HeaderCell named = named(rest);
            if (named == null || unit.isEmpty()) {
                return named;
            }
            DatasetColumn column = schema.column(named.column).orElseThrow();
            if (!column.type().isNumeric()) {
                return null;
            }
            return new HeaderCell(named.column, named.code, unit, factor(column, unit));
        }

        /** Units are of money; a target may be anything, so that only a factor of 1 leaves it what it is. */
        private BigDecimal factor(DatasetColumn column, String unit) {
            BigDecimal factor = units.get(unit);
            boolean money = column.type() == DatasetColumn.Type.AMOUNT;
            boolean target = column.rules().target().isPresent() && BigDecimal.ONE.equals(factor);
            return money || target ? factor : null;
        }

        private String withoutMark(String text) {
            for (String mark : marks) {
                if (mark.length() == 1 && text.length() > 1 && text.startsWith(mark)) {
                    return text.substring(1);
                }
                if (mark.length() == 1 && text.length() > 1 && text.endsWith(mark)) {
                    return text.substring(0, text.length() - 1);
                }
            }
            int opening = opening(text);
            if (opening > 0 && marks.contains(text.substring(opening + 1, text.length() - 1))) {
                return text.substring(0, opening);
            }
            int closing = text.isEmpty() ? -1 : CLOSING.indexOf(text.charAt(text.length() - 1));
            return closing < 0 && !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? withoutFirst(text) : null;
        }

        /** {@code （必填）工号}. */
        private String withoutFirst(String text) {
            int end = text.indexOf(CLOSING.charAt(OPENING.indexOf(text.charAt(0))));
            return end > 0 && end < text.length() - 1 && marks.contains(text.substring(1, end))
                    ? text.substring(end + 1)
                    : null;
        }

        /** Where the bracket opens that closes at the end; −1 where none does. */
        private static int opening(String text) {
            int kind = text.isEmpty() ? -1 : CLOSING.indexOf(text.charAt(text.length() - 1));
            return kind < 0 ? -1 : text.lastIndexOf(OPENING.charAt(kind));
        }
    }
}
