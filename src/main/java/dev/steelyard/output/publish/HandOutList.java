package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code handed-out-rN.csv} beside the edition: who got which file, and who got nothing and why. */
public final class HandOutList {

    private static final CsvTable<Line> TABLE = new CsvTable<>(
            "",
            List.of(
                    text("reader", Line::reader),
                    text("folder", Line::folder),
                    text("file", Line::file),
                    column("state", Line::state),
                    column("reason", Line::reason),
                    text("detail", Line::detail)));

    private HandOutList() {}

    /**
     * One file of one reader, or a reader who got nothing.
     *
     * @param state {@code given}, {@code kept_back} or {@code failed}
     * @param reason why it failed; else blank
     */
    public record Line(String reader, String folder, String file, String state, String reason, String detail) {}

    /** Where the list of an edition lies. */
    public static Path of(Path edition) {
        return edition.resolveSibling("handed-out-" + edition.getFileName() + ".csv");
    }

    /** While an edition is handed out nobody knows who has it: if that is killed, the next run does it again. */
    public static void drop(Path edition) throws IOException {
        Files.deleteIfExists(of(edition));
    }

    public static void write(Path edition, List<Line> lines) throws IOException {
        PrivateFiles.replace(of(edition), out -> TABLE.write(lines.iterator(), out));
    }

    /** Whether everybody got what is theirs. */
    public static boolean isComplete(Path edition) throws IOException {
        Path list = of(edition);
        return Files.isRegularFile(list)
                && Files.readString(list, StandardCharsets.UTF_8).lines().noneMatch(line -> line.contains(",failed,"));
    }
}
