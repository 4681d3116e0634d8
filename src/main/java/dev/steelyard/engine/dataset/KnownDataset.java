package dev.steelyard.engine.dataset;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.unit.Fraction;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset that the engine itself reads by its columns' names, whatever a plan says: each row a record, whose components are the
 * columns ({@code verifiedDate} is {@code verified_date}). A text is blank where the cell is; a component of another type that is not
 * optional must be there, or the row says nothing. A {@link Row} among the components is the row itself.
 *
 * @param <R> what a row says
 */
public final class KnownDataset<R extends Record> {

    private static final Set<Type> NUMBERS = EnumSet.of(Type.NUMBER, Type.AMOUNT, Type.PERCENT);

    /** Type of a component → the types of a column that will do. */
    private static final Map<Class<?>, Set<Type>> TYPES = Map.of(
            String.class, EnumSet.of(Type.TEXT, Type.CHOICE),
            BigDecimal.class, NUMBERS,
            Fraction.class, NUMBERS,
            LocalDate.class, EnumSet.of(Type.DATE, Type.DATE_TIME),
            LocalDateTime.class, EnumSet.of(Type.DATE_TIME),
            Period.class, EnumSet.of(Type.PERIOD),
            List.class, EnumSet.of(Type.LIST),
            boolean.class, EnumSet.of(Type.YES_NO),
            Boolean.class, EnumSet.of(Type.YES_NO));

    private final String name;
    private final Constructor<R> constructor;
    private final List<Cell> cells;

    private KnownDataset(String name, Class<R> type) {
        this.name = name;
        this.cells = Arrays.stream(type.getRecordComponents()).map(Cell::of).toList();
        try {
            this.constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no constructor of its components", e);
        }
        constructor.setAccessible(true);
    }

    /** @param type what a row says: its components are the columns */
    public static <R extends Record> KnownDataset<R> of(String name, Class<R> type) {
        return new KnownDataset<>(name, type);
    }

    /** As the exports file names it. */
    public String name() {
        return name;
    }

    /** Column → the types that will do, in the order of the components. */
    public Map<String, Set<Type>> columns() {
        Map<String, Set<Type>> columns = new LinkedHashMap<>();
        cells.stream()
                .filter(cell -> cell.type() != Row.class)
                .forEach(cell -> columns.put(cell.column(), TYPES.get(cell.type())));
        return Collections.unmodifiableMap(columns);
    }

    /** What rows say, in their order. */
    public List<R> read(List<Row> rows) {
        return rows.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /**
     * What a row says; empty where something is blank that must not be.
     *
     * @throws IllegalStateException if the record refuses it
     */
    public Optional<R> read(Row row) {
        Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i).of(row);
            if (values[i] == null) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row of " + name + " cannot be a record", e);
        }
    }

    /** A component. */
    private record Cell(String column, Class<?> type, boolean optional) {

        public static Cell of(RecordComponent component) {
            boolean optional = component.getType() == Optional.class;
            Class<?> type = optional
                    ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getType();
            if (type != Row.class && !TYPES.containsKey(type)) {
                throw new IllegalStateException("no column reads as " + component);
            }
            String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            return new Cell(column, type, optional);
        }

        /** @return null where the cell is blank and must not be */
        public Object of(Row row) {
            Object value = plain(row);
            return optional ? Optional.ofNullable(value) : value;
        }

        private Object plain(Row row) {
            if (type == Row.class) {
                return row;
            }
            if (type == String.class) {
                return optional ? row.text(column) : row.textOrBlank(column);
            }
            if (type == boolean.class) {
                return row.yes(column);
            }
            if (type == List.class) {
                return row.list(column);
            }
            if (type == LocalDate.class) {
                return row.day(column);
            }
            Object value = row.value(row.schema().indexOf(column));
            return type == Fraction.class && value != null ? Fraction.of((BigDecimal) value) : value;
        }
    }
}
