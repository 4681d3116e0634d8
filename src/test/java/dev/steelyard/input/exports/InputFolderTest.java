package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {

    private static final List<Schema> SCHEMAS =
            List.of(schema("customers", "客户"), schema("nps", "客户调研"), schema("orders", "销售明细"), schema("café", "咖啡"));

    @TempDir
    Path folder;

    @Test
    void theLongestStemWinsAndNoLetterFollowsIt() throws IOException {
        InputFolder found = find("客户.csv", "客户调研2026.xlsx", "客户_华东.csv", "客户表.csv", "客户调研表.csv");
        assertThat(names(found, "customers")).containsExactly("客户.csv", "客户_华东.csv");
        assertThat(names(found, "nps")).containsExactly("客户调研2026.xlsx");
        assertThat(unmatched(found)).containsExactly("客户表.csv", "客户调研表.csv");
    }

    @Test
    void afterTheStemStandsTheEndASeparatorADigitOrABracket() throws IOException {
        InputFolder found = find(
                "orders.csv",
                "orders2.csv",
                "orders-3.csv",
                "orders 4.csv",
                "orders(5).csv",
                "orders（6）.csv",
                "销售明细【7】.csv",
                "orders_8.csv",
                "ordersx.csv",
                "my orders.csv");
        assertThat(names(found, "orders")).hasSize(8);
        assertThat(unmatched(found)).containsExactly("my orders.csv", "ordersx.csv");
    }

    @Test
    void caseWidthAndUnicodeFormDoNotMatter() throws IOException {
        InputFolder found = find("ORDERS.CSV", "Ｏｒｄｅｒｓ1.Xlsx", Normalizer.normalize("café.txt", Normalizer.Form.NFD));
        assertThat(names(found, "orders")).containsExactly("ORDERS.CSV", "Ｏｒｄｅｒｓ1.Xlsx");
        assertThat(found.of("café")).hasSize(1);
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void lockFilesHiddenFilesAndTheReadmeAreIgnoredInSilence() throws IOException {
        Files.createDirectory(folder.resolve("orders.d"));
        InputFolder found = find("~$orders.xlsx", ".orders.csv", "README.md", "readme.txt", "Thumbs.db");
        assertThat(found.files()).isEmpty();
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void filesComeInCodePointOrderOfTheirNames() throws IOException {
        assertThat(names(
                        find(
                                "orders-b.csv",
                                "orders-a.xlsx",
                                "orders-Z.csv",
                                "销售明细.csv",
                                "orders-\uD840\uDC00.csv",
                                "orders-\uFF5E.csv"),
                        "orders"))
                .containsExactly(
                        "orders-Z.csv",
                        "orders-a.xlsx",
                        "orders-b.csv",
                        "orders-\uFF5E.csv",
                        "orders-\uD840\uDC00.csv",
                        "销售明细.csv");
    }

    @Test
    void otherFilesAreReported() throws IOException {
        InputFolder found = find("orders.xls", "orders.et", "orders.pdf", "orders", "notes.csv");
        assertThat(found.files()).isEmpty();
        assertThat(found.problems())
                .extracting(problem -> problem.where().file() + " " + problem.code() + " "
                        + problem.where().dataset())
                .containsExactly(
                        "notes.csv FILE_UNMATCHED ",
                        "orders FILE_UNMATCHED ",
                        "orders.et FILE_FORMAT orders",
                        "orders.pdf FILE_UNMATCHED ",
                        "orders.xls FILE_FORMAT orders");
        assertThat(Words.in("en").message(found.problems().get(4)))
                .isEqualTo("Files of the format .xls cannot be read.");
        assertThat(Words.in("zh").fix(found.problems().get(4))).contains("另存为 .xlsx");
    }

    private InputFolder find(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "x");
        }
        return InputFolder.of(folder, SCHEMAS);
    }

    private static List<String> names(InputFolder found, String dataset) {
        return found.of(dataset).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static List<String> unmatched(InputFolder found) {
        return found.problems().stream()
                .filter(problem -> problem.code() == ProblemCode.FILE_UNMATCHED)
                .map(problem -> problem.where().file())
                .toList();
    }

    private static Schema schema(String name, String zh) {
        return Schema.of(
                name,
                zh,
                List.of(),
                false,
                false,
                List.of("id"),
                Optional.empty(),
                List.of(Exports.column("id", "编号", Column.Type.TEXT).build()),
                List.of());
    }
}
