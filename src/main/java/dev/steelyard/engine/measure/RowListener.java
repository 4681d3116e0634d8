package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import java.time.LocalDate;

/** Hears of every row that is taken into a cell: for whoever asks which rows a figure was made of. */
@FunctionalInterface
public interface RowListener {

    RowListener NONE = (tally, subject, day, row) -> {};

    /**
     * @param subject the person's number in the roster
     * @param day of the tally's date
     */
    void took(Tally tally, int subject, LocalDate day, Row row);
}
