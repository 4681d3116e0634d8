package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.ledger.database.Forger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever owns the database, the disk or both, and rewrites history: found by verify and doctor, and no run builds upon it;
 * with both in his hands, by the head that somebody else wrote down. The campaign forges more histories.
 */
class ForgedHistoryTest {

    private static final boolean CAMPAIGN = Boolean.getBoolean("proof.campaign");

    /** The seed of a history that somebody would rather have. */
    private static final int OTHER = 99;

    @TempDir
    static Path work;

    private static final Map<Integer, History> HISTORIES = new TreeMap<>();

    /**
     * A company's past, of this seed.
     *
     * @param head as it was printed at the last close
     */
    private record History(int seed, Path output, Path inputs, String signed, String head) {

        CommandRunner runner(Path at) {
            return new CommandRunner().on(TestDatabase.H2, at).with("STEELYARD_INPUTS", inputs.toString());
        }

        /** A copy to be forged. */
        Path copy(String name) throws IOException {
            Path copy = work.resolve("forged-" + seed + "-" + name);
            try (Stream<Path> all = Files.walk(output)) {
                for (Path each : all.toList()) {
                    Path to = copy.resolve(output.relativize(each).toString());
                    if (!each.startsWith(output.resolve("ledger").resolve("store"))) {
                        Files.copy(each, to);
                    }
                }
            }
            return copy;
        }
    }

    /** What an owner of the database changes; each makes a difference to somebody's pay, or to who answers for it. */
    enum Forgery {
        NOTHING_WAS_PAID("update period_payment set amount = 0"),
        A_CENT_LESS_WAS_PAID(
                "update period_payment set amount = amount - 0.01 where line_id = (select min(line_id) from period_payment)"),
        A_PAYMENT_IS_GONE("delete from period_payment where line_id = (select max(line_id) from period_payment)"),
        SOMEBODY_ELSE_WAS_PAID("update period_payment set employee_id = 'E2' where employee_id = 'E1'"),
        A_LINE_EARNED_MORE(
                "update run_payout set amount = amount + 100 where line_id = (select min(line_id) from run_payout)"),
        LINES_ARE_NOT_PAYABLE("update run_payout set status = 'carried'"),
        LINES_ARE_HELD(
                "insert into run_payout_held select job, period, revision, line_id, 7, 'X1' from run_payout where employee_id = 'E1'"),
        SOMEBODY_SCORED_MORE("update run_score set final_score = 130 where employee_id = 'E1'"),
        SOMEBODY_WAS_VETOED("update run_score set vetoed = true where employee_id = 'E2'"),
        A_DIMENSION_IS_BETTER("update run_dimension set points = points + 1 where employee_id = 'E1'"),
        ANOTHER_FILE_WENT_IN("update run_input set sha256 = 'x' where dataset = 'orders'"),
        SOMEBODY_ELSE_CLOSED("update period_decision set by_name = 'C' where kind = 'close'"),
        IT_WAS_NEVER_CLOSED(
                "delete from period_payment",
                "delete from period_held",
                "delete from period_edition",
                "delete from period_decision where kind <> 'sign'"),
        ANOTHER_MANIFEST("update run set manifest_hash = 'x'"),
        THE_CHAIN_IS_GONE("delete from ledger_link_table", "delete from ledger_link where number > 1"),
        THE_HEADS_ARE_OTHERS("update ledger_link set head = manifest_hash");

        private final List<String> statements;

        Forgery(String... statements) {
            this.statements = List.of(statements);
        }

        /** Whether the rest of the ledger can be made to agree with it. */
        boolean canChain() {
            return ordinal() < THE_CHAIN_IS_GONE.ordinal();
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> forgeries() {
        return IntStream.rangeClosed(1, CAMPAIGN ? 8 : 1).boxed().flatMap(seed -> Stream.of(Forgery.values())
                .map(forgery -> org.junit.jupiter.params.provider.Arguments.of(seed, forgery)));
    }

    private static History history(int seed) {
        return HISTORIES.computeIfAbsent(seed, one -> {
            try {
                return lived(one, work.resolve("history-" + one));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** August is run, perhaps corrected and signed, and closed; perhaps run again, or closed once more. */
    private static History lived(int seed, Path folder) throws IOException {
        Random random = new Random(seed);
        Path inputs = Files.createDirectories(folder.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, inputs.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(
                inputs.resolve("targets.csv"),
                "employee,E1,sales_amount,2026-08,10000\nemployee,E2,sales_amount,2026-08,10000\n"
                        + "team,T01,share_attainment,2026-08,20%\n",
                java.nio.file.StandardOpenOption.APPEND);
        Path output = folder.resolve("out");
        CommandRunner runner =
                new CommandRunner().on(TestDatabase.H2, output).with("STEELYARD_INPUTS", inputs.toString());
        sell(inputs, random);
        done(runner, "run month-end --period 2026-08 --quiet");
        if (random.nextBoolean()) {
            sell(inputs, random);
            done(runner, "run month-end --period 2026-08 --quiet");
        }
        String signed = signed(runner);
        String head = head(done(runner, "close 2026-08 --as-of 2026-12-01 --by B --json"));
        if (random.nextBoolean()) {
            done(runner, "reopen 2026-08 --reason again --by B");
            sell(inputs, random);
            done(runner, "run month-end --period 2026-08 --quiet");
            signed = signed(runner);
            head = head(done(runner, "close 2026-08 --as-of 2026-12-02 --by B --json"));
        }
        return new History(seed, output, inputs, signed, head);
    }

    /** @return the head that the last signature printed */
    private static String signed(CommandRunner runner) {
        done(runner, "sign 2026-08 --role hr --by A");
        return head(done(runner, "sign 2026-08 --role finance --by C --json"));
    }

    private static void sell(Path inputs, Random random) throws IOException {
        StringBuilder orders =
                new StringBuilder("order_line_id,order_date,employee_id,customer_id,product_id,quantity,amount,cost\n");
        for (int i = 1; i <= 12; i++) {
            orders.append("O%d,2026-0%d-%02d,E%d,H1,P1,1,%d.%02d,100.00%n"
                    .formatted(i, 8 + i % 2, 1 + i, 1 + i % 2, 5000 + random.nextInt(20000), random.nextInt(100))
                    .replace("\r\n", "\n"));
        }
        Files.writeString(inputs.resolve("orders.csv"), orders);
    }

    private static String done(CommandRunner runner, String command) {
        CommandRunner.Ended ended = runner.run(command.split(" "));
        assertThat(ended.exit())
                .as("%s%n%s%s", command, ended.out(), ended.err())
                .isIn(0, 5);
        return ended.out();
    }

    private static String head(String json) {
        return json.replaceFirst("(?s).*\"head\" : \"([^\"]*)\".*", "$1");
    }

    private static String jdbc(Path output) {
        return TestDatabase.H2.jdbc(output);
    }

    @Test
    void whatNobodyForgedIsVouchedFor() {
        History history = history(1);
        CommandRunner runner = history.runner(history.output());
        CommandRunner.Ended verified = runner.run("verify", "month-end/2026-08", "--head", history.head(), "--json");
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("\"found\" : true", "\"head\" : \"" + history.head() + "\"");
        assertThat(runner.run("doctor", "--lang", "en").out()).contains("payments, lines and scores as published");
    }

    @ParameterizedTest(name = "history {0}: {1}")
    @MethodSource("forgeries")
    void anEditedLedgerIsFound(int seed, Forgery forgery) throws Exception {
        History history = history(seed);
        for (boolean chains : ways(forgery)) {
            Path forged = history.copy(forgery + "-" + chains);
            Map<String, Long> before = rows(forged);
            Forger.forge(jdbc(forged), chains, forgery.statements);
            CommandRunner runner = history.runner(forged);
            CommandRunner.Ended verified = runner.run("verify", "month-end/2026-08", "--lang", "en");
            assertThat(verified.exit())
                    .as("chain made anew: %s, rows: %s%n%s", chains, before, verified.out())
                    .isEqualTo(Exit.REFUSED);
            assertThat(verified.out()).contains("Ledger and published results cannot both be true");
        }
    }

    /** With the chain left as it was, and made anew; the short form takes the harder one to find. */
    private static List<Boolean> ways(Forgery forgery) {
        return !forgery.canChain() ? List.of(false) : CAMPAIGN ? List.of(false, true) : List.of(true);
    }

    private static Map<String, Long> rows(Path output) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(jdbc(output));
                Statement statement = connection.createStatement()) {
            for (String table : List.of("period_payment", "run_payout", "run_score", "run_dimension")) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(
            value = Forgery.class,
            names = {"NOTHING_WAS_PAID", "IT_WAS_NEVER_CLOSED"})
    void noRunAndNoClosePaysTwice(Forgery forgery) throws Exception {
        History history = history(1);
        Path forged = history.copy("run-" + forgery);
        CommandRunner runner = history.runner(forged);
        Forger.forge(jdbc(forged), true, forgery.statements);
        CommandRunner.Ended run = runner.run("run", "month-end", "--period", "2026-09", "--quiet", "--lang", "en");
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Exit.REFUSED);
        assertThat(run.err()).contains("the ledger differs from what was published, nothing was calculated");
        assertThat(forged.resolve("month-end/2026-09/r1")).doesNotExist();
        CommandRunner.Ended doctor = runner.run("doctor", "--lang", "en");
        assertThat(doctor.exit()).isEqualTo(Exit.REFUSED);
        assertThat(doctor.out()).contains("the ledger differs from what was published");
    }

    @Test
    void aClosedEditionThatWasForgedAndSealedAgainIsFound() throws Exception {
        History history = history(1);
        History other = history(OTHER);
        Path forged = history.copy("edition");
        for (String name : List.of("r1", "closed-r1")) {
            Path edition = forged.resolve("month-end/2026-08").resolve(name);
            replace(edition, other.output().resolve("month-end/2026-08").resolve(name));
        }
        CommandRunner.Ended verified =
                history.runner(forged).run("verify", forged + "/month-end/2026-08/closed-r1", "--lang", "en");
        assertThat(verified.exit()).as(verified.out()).isEqualTo(Exit.REFUSED);
        assertThat(verified.out()).contains("not the manifest that the ledger recorded");
    }

    /** Ledger, editions and chain of another history, which agree with one another: nothing here tells which one is true. */
    @Test
    void whoOwnsDatabaseAndDiskIsFoundByTheHeadThatSomebodyElseHolds() throws Exception {
        History history = history(1);
        History forged = history(OTHER);
        CommandRunner runner = forged.runner(forged.output());
        assertThat(runner.run("verify", "month-end/2026-08").exit()).isZero();
        CommandRunner.Ended asked = runner.run("verify", "month-end/2026-08", "--head", history.head(), "--lang", "en");
        assertThat(asked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(asked.out()).contains("the ledger does not lead to it");
    }

    @Test
    void aCopyOfAnEditionAndThePrintedHeadAreEnough() throws Exception {
        History history = history(1);
        Path alone = work.resolve("alone");
        Path closed = newest(history.output());
        replace(alone.resolve("copy"), closed);
        CommandRunner runner = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("no-output").toString());
        String copy = alone.resolve("copy").toString();
        assertThat(runner.run("verify", copy).exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        CommandRunner.Ended asked = runner.run("verify", copy, "--head", history.head(), "--lang", "en");
        assertThat(asked.exit()).as(asked.out()).isZero();
        assertThat(asked.out()).contains("Compared with: files, the head that was written down");
        // As people type it.
        assertThat(runner.run(
                                "verify",
                                copy,
                                "--head",
                                history.head().replace("-", " ").toUpperCase(java.util.Locale.ROOT))
                        .exit())
                .isZero();
        assertThat(runner.run("verify", copy, "--head", "nonsense").exit()).isEqualTo(Exit.BAD_INPUT);

        History forged = history(OTHER);
        replace(alone.resolve("forged"), newest(forged.output()));
        CommandRunner.Ended found =
                runner.run("verify", alone.resolve("forged").toString(), "--head", history.head(), "--lang", "en");
        assertThat(found.exit()).as(found.out()).isEqualTo(Exit.REFUSED);
        assertThat(found.out()).contains("this folder does not lead to it");
    }

    /** Whoever keeps the printed page holds the head on which the close stands, and it can be asked for. */
    @Test
    void theSignedPageHoldsTheHeadOnWhichTheCloseStands() throws IOException {
        History history = history(1);
        StringBuilder book = new StringBuilder();
        try (ZipFile zip = new ZipFile(
                newest(history.output()).resolve("ranking-2026-08.xlsx").toFile())) {
            for (ZipEntry part : zip.stream().toList()) {
                book.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(history.signed()).matches("[0-9a-f]{4}(-[0-9a-f]{4}){3}");
        assertThat(book).contains(history.signed());
        assertThat(history.runner(history.output())
                        .run("verify", "month-end/2026-08", "--head", history.signed())
                        .exit())
                .isZero();
    }

    private static Path newest(Path output) throws IOException {
        try (Stream<Path> all = Files.list(output.resolve("month-end/2026-08"))) {
            return all.filter(one -> one.getFileName().toString().startsWith("closed-"))
                    .max(java.util.Comparator.comparing(one -> one.getFileName().toString()))
                    .orElseThrow();
        }
    }

    private static void replace(Path target, Path source) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path each : new ArrayList<>(
                        all.sorted(java.util.Comparator.reverseOrder()).toList())) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(target.getParent());
        try (Stream<Path> all = Files.walk(source)) {
            for (Path each : all.toList()) {
                Files.copy(each, target.resolve(source.relativize(each).toString()));
            }
        }
    }
}
