package dev.steelyard.input.exports;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Remembers by which name others may call a register's rows that were lost, so that the reason can be given instead of "there
 * is no such". A record that could not be cut into its columns may be called by any of its texts.
 */
public final class LostRows {

    private static final String PERSON = "employee_id";

    private static final String FROM = "from";

    private static final String TO = "to";

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})");

    /** What separates the cells of a record that could not be cut. */
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t|\"]");

    private final Map<String, Map<String, Problem>> rows = new HashMap<>();
    private final Map<SourceRef, Set<String>> cells = new HashMap<>();
    private final List<Losses.Stay> stays = new ArrayList<>();

    /** A row that the reader rejected. */
    public void add(Schema schema, List<String> header, List<String> delivered, Problem why) {
        if (isOfStay(schema)) {
            addStay(schema, header, delivered, why);
        }
        if (schema.key().size() != 1) {
            return;
        }
        int key = header.size() == delivered.size()
                ? position(schema, schema.key().get(0), header)
                : -1;
        if (key >= 0) {
            put(schema, delivered.get(key), why);
        } else {
            delivered.forEach(text -> Arrays.stream(SEPARATOR.split(text)).forEach(part -> put(schema, part, why)));
        }
    }

    /** Whether the rows say where people were on which days. */
    private static boolean isOfStay(Schema schema) {
        return schema.lossless()
                && Stream.of(PERSON, FROM, TO)
                        .allMatch(name -> schema.column(name).isPresent());
    }

    private void addStay(Schema schema, List<String> header, List<String> delivered, Problem why) {
        int person = header.size() == delivered.size() ? position(schema, PERSON, header) : -1;
        if (person < 0) {
            delivered.stream()
                    .flatMap(text -> Arrays.stream(SEPARATOR.split(text)))
                    .filter(part -> !part.isBlank())
                    .forEach(part -> stays.add(
                            new Losses.Stay(Losses.form(part), span(Optional.empty(), Optional.empty()), why)));
            return;
        }
        stays.add(new Losses.Stay(
                Losses.form(delivered.get(person)),
                span(day(delivered, position(schema, FROM, header)), day(delivered, position(schema, TO, header))),
                why));
    }

    private static Optional<LocalDate> day(List<String> delivered, int column) {
        Matcher date = column < 0 ? DATE.matcher("") : DATE.matcher(Losses.form(delivered.get(column)));
        try {
            return date.lookingAt()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whichever comes first (rulings 145); without an end on the side of a date that is not known. */
    private static Days span(Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean turned = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
        return new Days((turned ? to : from).orElse(LocalDate.MIN), (turned ? from : to).orElse(LocalDate.MAX));
    }

    private static int position(Schema schema, String column, List<String> header) {
        DatasetColumn key = schema.column(column).orElseThrow();
        Set<String> names = new HashSet<>(key.aliases());
        names.add(key.name());
        names.add(key.zh());
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(Losses.form(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** A row that was read, and rejected for what it says. */
    public void add(Row row, Problem why) {
        if (isOfStay(row.schema())) {
            stays.add(new Losses.Stay(
                    Losses.form(row.textOrBlank(PERSON)),
                    span(Optional.ofNullable(row.day(FROM)), Optional.ofNullable(row.day(TO))),
                    why));
        }
        if (row.schema().key().size() == 1) {
            put(row.schema(), row.textOrBlank(row.schema().key().get(0)), why);
        }
    }

    private void put(Schema schema, String name, Problem why) {
        if (!name.isBlank()) {
            rows.computeIfAbsent(schema.dataset(), dataset -> new HashMap<>()).putIfAbsent(Losses.form(name), why);
        }
    }

    /** A cell that is blank because it could not be read; both of a pair that is out of order. */
    public void add(Problem unread) {
        cells.computeIfAbsent(unread.where(), where -> new HashSet<>()).addAll(unread.concerned());
    }

    /** What another one remembers, after what is remembered here. */
    public void add(LostRows other) {
        other.rows.forEach((dataset, names) -> {
            Map<String, Problem> own = rows.computeIfAbsent(dataset, any -> new HashMap<>());
            names.forEach(own::putIfAbsent);
        });
        other.cells.forEach((where, columns) ->
                cells.computeIfAbsent(where, any -> new HashSet<>()).addAll(columns));
        stays.addAll(other.stays);
    }

    public Losses losses() {
        return new Losses(rows, cells, List.copyOf(stays));
    }
}
