package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(codes(found)).containsExactly("客户表.csv FILE_MISNAMED customers", "客户调研表.csv FILE_MISNAMED nps");
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
        assertThat(codes(found)).containsExactly("my orders.csv FILE_MISNAMED orders", "ordersx.csv FILE_UNMATCHED ");
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
        Files.createDirectory(folder.resolve(".git"));
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
        InputFolder found = find(
                "orders.xls",
                "orders.et",
                "orders.pdf",
                "客户调研",
                "orders.csv.gz",
                "notes.csv",
                "华东销售明细.xls",
                "orders.txt");
        assertThat(codes(found))
                .containsExactly(
                        "notes.csv FILE_UNMATCHED ",
                        "orders.et FILE_FORMAT orders",
                        "orders.pdf FILE_UNMATCHED ",
                        "orders.xls FILE_FORMAT orders",
                        "华东销售明细.xls FILE_MISNAMED orders",
                        "orders.csv.gz FILE_UNMATCHED ",
                        "客户调研 FILE_FORMAT nps");
        assertThat(Words.in("en").message(found.problems().get(3)))
                .isEqualTo("Files of the format .xls cannot be read.");
        assertThat(Words.in("zh").fix(found.problems().get(3))).contains("另存为 .xlsx");
        assertThat(ProblemCode.FILE_MISNAMED.isOfWholeFile()).isTrue();
        assertThat(ProblemCode.FILE_UNMATCHED.isOfWholeFile()).isFalse();
    }

    /** The usual ways to name a month's file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年9月销售明细.csv",
                "9月 销售明细(终版).xlsx",
                "2026-09_orders.csv",
                "202609销售明细.csv",
                "20260930-orders.csv",
                "2026.9 orders.csv",
                "2026Q3 销售明细.xlsx",
                "2026年三季度销售明细.xlsx",
                "2026年9月1日-30日销售明细.csv",
                "（2026年9月）销售明细.csv",
                "【9月】销售明细.xlsx",
                "26年9月份-销售明细_v2.csv",
                "2026orders.csv",
                "2026年度 销售明细.csv",
                "九月销售明细.csv",
                "２０２６年９月销售明细.csv",
            })
    void aPeriodMayStandBeforeTheStem(String name) throws IOException {
        InputFolder found = find(name);
        assertThat(names(found, "orders")).containsExactly(name);
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void afterAPeriodTheLongestStemWinsStillAndNoLetterFollowsIt() throws IOException {
        InputFolder found = find("2026年9月客户调研.csv", "2026年9月客户.csv", "9月客户表.csv", "2026orderbook.csv");
        assertThat(names(found, "nps")).containsExactly("2026年9月客户调研.csv");
        assertThat(names(found, "customers")).containsExactly("2026年9月客户.csv");
        assertThat(codes(found))
                .containsExactly("2026orderbook.csv FILE_UNMATCHED ", "9月客户表.csv FILE_MISNAMED customers");
    }

    @Test
    void subfoldersAreNamedAndWhatInThemLooksLikeExports() throws IOException {
        Files.createDirectories(folder.resolve("华东/9月"));
        Files.writeString(folder.resolve("华东/9月/销售明细.csv"), "x");
        Files.writeString(folder.resolve("华东/orders.xls"), "x");
        Files.createDirectories(folder.resolve("旧"));
        Files.writeString(folder.resolve("旧/说明.docx"), "x");
        Files.createDirectories(folder.resolve("orders.csv"));
        InputFolder found = find("客户.csv");
        assertThat(codes(found))
                .containsExactly("orders.csv FOLDER_NOT_READ ", "华东 FOLDER_OF_EXPORTS orders", "旧 FOLDER_NOT_READ ");
        assertThat(Words.in("en").message(found.problems().get(1)))
                .isEqualTo(
                        "The subfolder 华东 holds orders.xls, which looks like an export (2 in all); subfolders are not read.");
        assertThat(ProblemCode.FOLDER_OF_EXPORTS.isOfWholeFile()).isTrue();
        assertThat(ProblemCode.FOLDER_NOT_READ.isOfWholeFile()).isFalse();
    }

    /** None is opened: a pipe would wait for a writer that never comes. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAndPipesAreNamedAndNotFollowed(@TempDir Path elsewhere) throws IOException, InterruptedException {
        Path real = Files.writeString(elsewhere.resolve("real.csv"), "x");
        Files.createSymbolicLink(folder.resolve("orders-link.csv"), real);
        Files.createSymbolicLink(folder.resolve("orders-nowhere.csv"), elsewhere.resolve("gone.csv"));
        Files.createSymbolicLink(folder.resolve("客户"), elsewhere);
        Files.createSymbolicLink(folder.resolve("a link"), real);
        assertThat(new ProcessBuilder(
                                "mkfifo", folder.resolve("orders-pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        InputFolder found = find();
        assertThat(found.files()).isEmpty();
        assertThat(codes(found))
                .containsExactly(
                        "a link FILE_UNMATCHED ",
                        "orders-link.csv FILE_NOT_PLAIN orders",
                        "orders-nowhere.csv FILE_NOT_PLAIN orders",
                        "orders-pipe.csv FILE_NOT_PLAIN orders",
                        "客户 FILE_NOT_PLAIN customers");
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

    private static List<String> codes(InputFolder found) {
        return found.problems().stream()
                .map(problem -> problem.where().file() + " " + problem.code() + " "
                        + problem.where().dataset())
                .toList();
    }

    private static Schema schema(String name, String zh) {
        return new Schema(
                name,
                zh,
                List.of(),
                Set.of(),
                Schema.Layout.of(
                        List.of("id"),
                        Optional.empty(),
                        List.of(Exports.column("id", "编号", DatasetColumn.Type.TEXT)
                                .build()),
                        List.of()),
                Schema.Reading.PLAIN);
    }
}
