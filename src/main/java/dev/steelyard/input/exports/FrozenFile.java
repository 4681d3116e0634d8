package dev.steelyard.input.exports;

import java.util.List;

/**
 * An input as it was when the run began: a copy in the store, its identity, and the slices to read. Freezing the same
 * bytes again gives the same.
 *
 * @param name the file's name as delivered
 * @param sha256 of the file as delivered
 * @param bytes of the file as delivered
 * @param charset of a text file as delivered: {@code UTF-8}, {@code GB18030}, {@code UTF-16LE}, {@code UTF-16BE}; blank
 *     for a workbook
 * @param slices in file order; at least one
 */
public record FrozenFile(String dataset, String name, String sha256, long bytes, String charset, List<Slice> slices) {

    public FrozenFile {
        slices = List.copyOf(slices);
    }
}
