package dev.steelyard.workbook;

import dev.steelyard.workbook.statement.Statements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTry {
    @Test
    void write() throws Exception {
        Path out = Path.of("/tmp/fin/st");
        Files.createDirectories(out);
        for (String language : new String[] {"zh", "en"}) {
            Report report = SmallCompany.run().report(language);
            Statements statements =
                    new Statements(report, Optional.of(report.identity().asOf()));
            for (String id : statements.people()) {
                try (var to = Files.newOutputStream(out.resolve(language + "-" + id + ".xlsx"))) {
                    statements.write(id, out, to);
                }
            }
            long t = System.nanoTime();
            int n = 0;
            for (int round = 0; round < 60; round++) {
                for (String id : statements.people()) {
                    statements.write(id, out, java.io.OutputStream.nullOutputStream());
                    n++;
                }
            }
            System.out.println("ms each " + (System.nanoTime() - t) / 1e6 / n);
        }
    }
}
