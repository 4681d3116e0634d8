package dev.steelyard.app.cli.explain;

import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.output.page.TreePage;
import dev.steelyard.output.workbook.TreeBook;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** An explanation as a file to keep, to mail or to print, private from its creation. */
record ExplanationFile(ExplainCommand.Told told, String language) {

    private static final String PAGE = ".html";
    private static final String BOOK = ".xlsx";

    static boolean isOne(Path file) {
        return ends(file, PAGE) || ends(file, BOOK);
    }

    private static boolean ends(Path file, String with) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(with);
    }

    void write(Path file, String title, List<String> remarks) throws IOException {
        Path target = file.toAbsolutePath();
        PrivateFiles.replace(target, out -> {
            if (ends(file, PAGE)) {
                TreePage.write(title, remarks, told.tree(), Words.in(language), out);
            } else {
                LocalDate day = LocalDate.parse(told.edition().manifest().asOf());
                new TreeBook(title, day, remarks, told.tree(), Words.in(language)).write(target.getParent(), out);
            }
        });
    }
}
