package dev.steelyard.sample;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One way to write a company's tables as exports. What an engine computes from them must not depend on it.
 *
 * @param xlsx workbooks instead of CSV
 * @param charset of CSV files: UTF-8, GB18030 or UTF-16LE (always marked)
 * @param marked whether UTF-8 has its byte order mark
 * @param delimiter of CSV files
 * @param chinese Chinese file names, headers and coded values
 * @param rowSeed shuffles the rows, 0 leaves them
 * @param columnSeed shuffles the columns of each dataset, 0 leaves them
 * @param parts so many files for each dataset that has as many rows
 */
public record Rendering(
        boolean xlsx,
        Charset charset,
        boolean marked,
        char delimiter,
        boolean chinese,
        long rowSeed,
        long columnSeed,
        int parts) {

    public static final Rendering PLAIN = new Rendering(false, UTF_8, false, ',', false, 0, 0, 1);

    /** Plain first, then each kind of difference, then mixtures. */
    public static List<Rendering> variants() {
        return List.of(
                PLAIN,
                new Rendering(false, UTF_8, true, ',', true, 0, 0, 1),
                new Rendering(false, CsvText.GB18030, false, ',', true, 11, 0, 1),
                new Rendering(false, UTF_16LE, true, '\t', true, 0, 12, 1),
                new Rendering(false, UTF_8, false, ';', false, 13, 14, 3),
                new Rendering(true, UTF_8, false, ',', false, 0, 0, 1),
                new Rendering(true, UTF_8, false, ',', true, 15, 16, 2));
    }

    /** Writes all tables of the company to the folder, which must exist. */
    public void write(Company company, Path folder) throws IOException {
        for (Dataset dataset : company.datasets()) {
            List<List<String>> rows = new ArrayList<>(company.rows(dataset.name()));
            if (rowSeed != 0) {
                Collections.shuffle(rows, new Random(rowSeed));
            }
            List<String> order = new ArrayList<>(dataset.columns());
            if (columnSeed != 0) {
                Collections.shuffle(order, new Random(columnSeed));
            }
            int files = rows.size() < parts ? 1 : parts;
            for (int part = 0; part < files; part++) {
                List<List<String>> slice = rows.subList(rows.size() * part / files, rows.size() * (part + 1) / files);
                String stem = (chinese ? dataset.chinese() : dataset.name()) + (files > 1 ? "_" + (part + 1) : "");
                Path file = FileNames.resolve(folder, stem + (xlsx ? ".xlsx" : ".csv"));
                Files.write(file, xlsx ? book(dataset, order, slice) : text(dataset, order, slice));
            }
        }
    }

    private byte[] text(Dataset dataset, List<String> order, List<List<String>> rows) {
        CsvText text = new CsvText(delimiter, charset.equals(UTF_8) ? "\n" : "\r\n");
        text.row(header(dataset, order));
        rows.forEach(row -> text.row(shown(dataset, order, row)));
        return text.bytes(charset, marked);
    }

    private byte[] book(Dataset dataset, List<String> order, List<List<String>> rows) {
        XlsxBook book = new XlsxBook(dataset.name(), columnSeed % 2 == 1);
        book.texts(header(dataset, order));
        List<XlsxBook.As> kinds = order.stream()
                .map(column -> SampleBooks.kind(column, XlsxBook.As.DATE))
                .toList();
        rows.forEach(row -> book.row(shown(dataset, order, row), kinds));
        return book.bytes();
    }

    private List<String> header(Dataset dataset, List<String> order) {
        return chinese
                ? order.stream()
                        .map(c -> dataset.chineseColumns().get(dataset.column(c)))
                        .toList()
                : order;
    }

    private List<String> shown(Dataset dataset, List<String> order, List<String> row) {
        List<String> said = chinese ? Vocabulary.chinese(dataset, row) : row;
        return order.stream().map(c -> said.get(dataset.column(c))).toList();
    }
}
