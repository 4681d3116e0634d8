package dev.steelyard.engine.measure;

import dev.steelyard.engine.fact.Row;

/** Hears of every row that is taken into a cell: for whoever asks which rows a figure was made of. */
@FunctionalInterface
public interface RowListener {

    RowListener NONE = (tally, subject, month, row) -> {};

    /**
     * @param subject the person's number in the roster
     * @param month the month of the tally's date
     */
    void took(Tally tally, int subject, int month, Row row);
}
