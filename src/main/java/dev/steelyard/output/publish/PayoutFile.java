package dev.steelyard.output.publish;

import dev.steelyard.engine.run.PayoutBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code payout.csv} read back, as whoever imports it reads it. */
final class PayoutFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private PayoutFile() {}

    /** @throws IOException if the folder's file is not there, or is no payout */
    static PayoutBook read(Path folder) throws IOException {
        Path file = folder.resolve("payout.csv");
        List<PayoutBook.Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord line : parser) {
                lines.add(new PayoutBook.Line(
                        line.get("line_id"), new BigDecimal(line.get("amount")), line.get("status")));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read back", e);
        }
        return new PayoutBook(PayoutBook.Source.FILE, lines);
    }
}
