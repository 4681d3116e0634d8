package dev.steelyard.measure;

import java.util.List;

/**
 * Sums of a dataset's columns, kept apart by other columns: those of the row, and of what it names ({@code
 * customer.kind}).
 */
public record Groups(String dataset, List<String> sums, List<String> by) {

    public Groups {
        sums = List.copyOf(sums);
        by = List.copyOf(by);
    }
}
