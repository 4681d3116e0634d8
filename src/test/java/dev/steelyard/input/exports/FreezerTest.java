package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What freezing finds out about a file: encoding, delimiter, header, slices, or why it cannot be read. */
class FreezerTest {

    private static final String[] ENGLISH = {
        "visit_id", "visited_at", "employee_id", "department", "minutes", "effective_minutes"
    };
    private static final String ROW = "v1,2026-09-01 10:00,E1,骨科,60,40";

    @TempDir
    Path folder;

    static Stream<Arguments> forms() {
        List<Arguments> forms = new ArrayList<>();
        for (String charset : List.of("UTF-8", "UTF-8 BOM", "GB18030", "UTF-16LE", "UTF-16BE")) {
            for (String delimiter : List.of(",", ";", "\t", "|")) {
                for (boolean english : List.of(true, false)) {
                    forms.add(Arguments.of(charset, delimiter, english));
                }
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyEncodingDelimiterAndLanguageGivesTheSameRows(String charset, String delimiter, boolean english) {
        String header = english ? String.join(delimiter, ENGLISH) : Exports.HEADER.replace(",", delimiter);
        String text = "销售拜访记录表\n\n" + header + "\n"
                + "v1,2026-09-01 10:00,E1,骨㐀科𠮷,60,40\nv2,2026/9/2,E2,,,\n".replace(",", delimiter);
        Exports.Read read =
                new Exports(folder).file("拜访记录.csv", encoded(text, charset)).read();
        // The title is no data, but somebody should know that there is something above the header.
        assertThat(read.fileCodes()).containsExactly(ProblemCode.ROWS_ABOVE_HEADER);
        assertThat(read.codes()).isEmpty();
        assertThat(read.contents())
                .containsExactly("v1|2026-09-01T10:00:00|E1|骨㐀科𠮷|60|40||||||", "v2|2026-09-02T00:00:00|E2|||||||||");
        assertThat(read.lines()).containsExactly(4L, 5L);
        FrozenFile file = read.files.get(0);
        assertThat(file.charset()).isEqualTo(charset.replace(" BOM", ""));
        assertThat(file.bytes()).isEqualTo(encoded(text, charset).length);
        boolean asDelivered = charset.equals("GB18030") && !delimiter.equals("|");
        assertThat(file.slices().get(0).shape())
                .isEqualTo(new Slice.Text(asDelivered ? charset : "UTF-8", delimiter.charAt(0), 3, false));
    }

    private static byte[] encoded(String text, String charset) {
        return switch (charset) {
            case "UTF-8 BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + text).getBytes(Charset.forName(charset));
            default -> text.getBytes(Charset.forName(charset));
        };
    }

    @Test
    void freezingTheSameBytesAgainGivesTheSame() {
        Exports exports = new Exports(folder, 64).rows(ROW, ROW.replace("v1", "v2"), ROW.replace("v1", "v3"));
        Freezer.Frozen first = exports.freeze();
        assertThat(first.files().get(0).slices()).hasSizeGreaterThan(1);
        assertThat(exports.freeze()).isEqualTo(first);
        assertThat(first.files().get(0).sha256()).hasSize(64);
        assertThat(first.files().get(0).name()).isEqualTo("visits.csv");
    }

    @Test
    void onlyTheCopyIsReadFromThenOn() throws IOException {
        Exports exports = new Exports(folder).rows(ROW);
        Slice slice = exports.freeze().files().get(0).slices().get(0);
        Files.writeString(folder.resolve("visits.csv"), "changed");
        Exports.Read read = new Exports.Read();
        exports.read(slice, read);
        assertThat(read.contents()).hasSize(1);
    }

    @Test
    void headersInAnyOrderSpellingAndCase() {
        Exports.Read read = new Exports(folder)
                .lines("\uFEFF 有效 时长 ,备注,时长,ＤＥＰＡＲＴＭＥＮＴ,员工号\u200B,Visited_At,\"拜访\n编号\"", "40,x,60,骨科,E1,2026-09-01,v1")
                .read();
        assertThat(read.contents()).containsExactly("v1|2026-09-01T00:00:00|E1|骨科|60|40||||||");
        assertThat(read.files.get(0).slices().get(0).header()).contains("备注").hasSize(7);
    }

    @Test
    void aMissingColumnStopsTheFileAndShowsTheNearestRow() {
        Exports.Read read =
                new Exports(folder).lines("报表", "拜访编号,拜访时间,员工,科室,时长,有效时长", ROW).read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.HEADER_MISSING);
        Problem problem = read.fileProblems.get(0);
        assertThat(problem.where()).hasToString("visits.csv:2");
        assertThat(Words.in("en").message(problem))
                .isEqualTo("No header row in the first 30 rows: columns employee_id (工号) are missing; "
                        + "the nearest row has 拜访编号, 拜访时间, 员工, 科室, 时长, 有效时长.");
    }

    @Test
    void aHeaderAfterThirtyRowsIsNotFound() {
        assertThat(new Exports(folder)
                        .lines("x\n".repeat(28).split("\n"))
                        .read()
                        .fileCodes())
                .containsExactly(ProblemCode.HEADER_MISSING);
        String text = "x\n".repeat(29) + Exports.HEADER + "\n" + ROW;
        assertThat(new Exports(folder)
                        .file("visits.csv", text, StandardCharsets.UTF_8)
                        .read()
                        .rows)
                .hasSize(1);
        text = "x\n".repeat(30) + Exports.HEADER + "\n" + ROW;
        assertThat(new Exports(folder)
                        .file("visits.csv", text, StandardCharsets.UTF_8)
                        .read()
                        .fileCodes())
                .containsExactly(ProblemCode.HEADER_MISSING);
    }

    @Test
    void anEmptyFile() {
        assertThat(new Exports(folder).file("visits.csv", new byte[0]).read().fileCodes())
                .containsExactly(ProblemCode.FILE_EMPTY);
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyFile() {
        Exports.Read read = new Exports(folder).lines(Exports.HEADER).read();
        assertThat(read.files).hasSize(1);
        assertThat(read.rows).isEmpty();
        assertThat(read.sum(SliceTally::records)).isZero();
    }

    @Test
    void aDoubledColumnStopsTheFileAndShowsWhere() {
        Exports.Read read = new Exports(folder)
                .lines("employee_id," + Exports.HEADER, "E1," + ROW)
                .read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.HEADER_DOUBLED);
        assertThat(Words.in("en").message(read.fileProblems.get(0)))
                .isEqualTo("Column employee_id stands more than once: employee_id (1), 工号 (4).");
    }

    @Test
    void bytesOfNoEncodingAreNamedByLine() {
        byte[] text = (Exports.HEADER + "\n" + ROW + "\nv2,2026-09-01,E1,骨?科,60,40\n").getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        Exports.Read read = new Exports(folder).file("visits.csv", text).read();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_ENCODING);
        assertThat(Words.in("en").message(read.fileProblems.get(0)))
                .isEqualTo("Line 3 holds bytes that are no UTF-8 text.");

        byte[] gb = (Exports.HEADER + "\n" + ROW + "\n?").getBytes(Encoding.GB18030);
        gb[gb.length - 1] = (byte) 0xFF;
        assertThat(Words.in("zh")
                        .message(new Exports(folder)
                                .file("visits.csv", gb)
                                .read()
                                .fileProblems
                                .get(0)))
                .isEqualTo("第 3 行有无法识别的字节：文件不是完整的 GB18030 文本。");
    }

    @Test
    void aByteOrderMarkDecides() {
        byte[] text = ("\uFEFF" + Exports.HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8);
        text[text.length - 1] = (byte) 0xB0;
        assertThat(new Exports(folder).file("visits.csv", text).read().fileCodes())
                .containsExactly(ProblemCode.FILE_ENCODING);
        byte[] odd = ("\uFEFF" + Exports.HEADER + "\n\uD800,").getBytes(StandardCharsets.UTF_16LE);
        assertThat(new Exports(folder)
                        .file("visits.csv", Arrays.copyOf(odd, odd.length - 1))
                        .read()
                        .fileCodes())
                .containsExactly(ProblemCode.FILE_ENCODING);
    }

    @Test
    void aCharacterAcrossTheEdgeOfAReadIsWhole() {
        String rows = (ROW + "\n").repeat(20_000);
        Exports.Read read = new Exports(folder)
                .file("visits.csv", "标" + Exports.HEADER + "\n" + Exports.HEADER + "\n" + rows, StandardCharsets.UTF_8)
                .read();
        assertThat(read.rows).hasSize(20_000);
        assertThat(read.files.get(0).charset()).isEqualTo("UTF-8");
    }

    @Test
    void theSameFileTwiceIsAnError() {
        Exports.Read read = new Exports(folder)
                .file("visits-a.csv", Exports.HEADER + "\n" + ROW, StandardCharsets.UTF_8)
                .file("visits-b.csv", Exports.HEADER + "\n" + ROW, StandardCharsets.UTF_8)
                .read();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_TWICE);
        assertThat(read.fileProblems.get(0).where().file()).isEqualTo("visits-b.csv");
        assertThat(Words.in("en").message(read.fileProblems.get(0)))
                .isEqualTo(
                        "The file is the same as visits-a.csv: one export lies there twice, or an old one under a new name.");
    }

    @Test
    void twoExportsInWhichNothingHappenedAreAlikeAndBothRight() {
        Exports.Read read = new Exports(folder)
                .file("visits-east.csv", Exports.HEADER + "\n", StandardCharsets.UTF_8)
                .file("visits-west.csv", Exports.HEADER + "\n", StandardCharsets.UTF_8)
                .read();
        assertThat(read.fileCodes()).isEmpty();
        assertThat(read.files).hasSize(2);
    }

    @Test
    void anOldWorkbookUnderANewName() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("x");
            old.write(out);
        }
        assertThat(new Exports(folder)
                        .file("visits.xlsx", out.toByteArray())
                        .read()
                        .fileCodes())
                .containsExactly(ProblemCode.FILE_DISGUISED);
    }

    @Test
    void anEncryptedWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            var encryptor = info.getEncryptor();
            encryptor.confirmPassword("secret");
            try (var data = encryptor.getDataStream(system)) {
                data.write(new byte[] {1, 2, 3});
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            system.writeFilesystem(out);
        }
        Exports.Read read =
                new Exports(folder).file("visits.xlsx", out.toByteArray()).read();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_ENCRYPTED);
        assertThat(Words.in("en").message(read.fileProblems.get(0)))
                .isEqualTo("The workbook is protected by a password.");
    }

    @Test
    void whatIsNoWorkbookAtAll() {
        byte[] ole = HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
        assertThat(new Exports(folder).file("visits.xlsx", ole).read().fileCodes())
                .containsExactly(ProblemCode.FILE_DAMAGED);
        byte[] zip = Exports.zip(Map.of("a.txt", "a"));
        assertThat(new Exports(folder).file("visits.xlsx", zip).read().fileCodes())
                .containsExactly(ProblemCode.FILE_DISGUISED);
        byte[] cut = Arrays.copyOf(zip, zip.length / 2);
        assertThat(new Exports(folder).file("visits.xlsx", cut).read().fileCodes())
                .containsExactly(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void aFileThatMayNotBeOpened() throws IOException {
        Exports exports = new Exports(folder).rows(ROW);
        Files.delete(folder.resolve("visits.csv"));
        assertThat(exports.read().fileCodes()).containsExactly(ProblemCode.FILE_UNREADABLE);
        assertThat(Words.in("en").message(exports.read().fileProblems.get(0)))
                .isEqualTo(
                        "The file cannot be opened: no permission, another program keeps it locked, or it was moved away.");
    }

    @Test
    void slicesAreCutAtTrueRecordEnds() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add("v" + i + ",2026-09-01,E1,\"骨\n科,\"\"" + i + "\",60,40");
        }
        Exports exports = new Exports(folder, 200).rows(rows.toArray(String[]::new));
        FrozenFile file = exports.freeze().files().get(0);
        assertThat(file.slices()).hasSizeGreaterThan(5);
        long end = file.slices().get(0).start().offset();
        for (Slice slice : file.slices()) {
            assertThat(slice.start().offset()).isEqualTo(end);
            assertThat(slice.end() - slice.start().offset()).isBetween(1L, 200L);
            end = slice.end();
        }
        assertThat(end).isEqualTo(file.bytes());
        Exports.Read read = exports.read();
        assertThat(read.rows).hasSize(40);
        assertThat(read.lines()).startsWith(2L, 4L, 6L).endsWith(80L);
    }
}
