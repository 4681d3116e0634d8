package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import java.util.Optional;

/** Whose target of which indicator over which period. */
public record TargetKey(String subjectType, String subject, String indicator, Period period) {

    private static final String PERSON = "employee";

    /** Whether it is a person's. */
    public boolean isPersonal() {
        return subjectType.equals(PERSON);
    }

    /** Whether rows of the dataset are about a person, a team or a region, as one of their columns tells. */
    public static boolean areNamed(Schema schema) {
        return schema.column("subject_type").isPresent();
    }

    /** Where a row of such a dataset names whom it is about. */
    public static int subjectColumn(Schema schema) {
        return schema.indexOf("subject");
    }

    /** The id of the person whom a row of such a dataset is about, blank where the cell is; empty where it is about a team or region. */
    public static Optional<String> person(Row row) {
        return PERSON.equals(row.text("subject_type")) ? Optional.of(row.textOrBlank("subject")) : Optional.empty();
    }
}
