package dev.steelyard.output.workbook.book;

import java.time.LocalDate;

/**
 * What a workbook says of itself.
 *
 * @param day its date, whenever it was written
 * @param footer the left part of each page's footer
 * @param fingerprinted whether the footer ends with a fingerprint of what the sheet says
 * @param pages the right part; {@code &P} is the page, {@code &N} their number
 * @param language {@code zh} or {@code en}
 */
public record Imprint(
        String title, LocalDate day, String footer, boolean fingerprinted, String pages, String language) {}
