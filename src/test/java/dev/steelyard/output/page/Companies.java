package dev.steelyard.output.page;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.History.Chapter;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.SmallCompany;
import dev.steelyard.output.workbook.TestRun;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Runs whose pages are looked at. */
final class Companies {

    static final List<String> FILES = List.of(
            "ranking-2026-09.xlsx",
            "rejects-2026-09.xlsx",
            "payout-2026-09.xlsx",
            "teams/心内一队 #1-2026-09.xlsx",
            "teams/T2-2026-09.xlsx",
            "statements/E1-2026-09.xlsx",
            "statements/E2-2026-09.xlsx",
            "statements.csv",
            "scores.csv");

    private Companies() {}

    static TestRun small() {
        return SmallCompany.run();
    }

    /** The sample company's September, after its August. */
    static TestRun sample() {
        List<Tables> tables = Tables.ofSampleCompany();
        TestRun august = of(tables, "2026-08", LocalDate.of(2026, 9, 12));
        Period period = august.identity().period();
        List<EarlierScorecard> cards = august.result().book().earlier(period);
        return of(tables, "2026-09", LocalDate.of(2026, 10, 12))
                .remembering(new History(List.of(new Chapter(period, "august", true, cards))));
    }

    /** A company of chance where everybody has a name of their own, after a month of chance. */
    static TestRun random(long seed) {
        RandomCompany random = RandomCompany.of(seed);
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (Tables table : Tables.of(Map.of())) {
            rows.put(table.dataset(), random.company().rows(table.dataset()));
        }
        rows.computeIfPresent(
                "employees",
                (dataset, people) -> people.stream().map(Companies::named).toList());
        TestRun run = of(Tables.of(rows), random.period(), random.asOf());
        return run.remembering(before(run, seed));
    }

    /** The sample company, where people and teams have names that do not break. */
    static TestRun withLongNames() {
        List<Tables> tables = Tables.ofSampleCompany().stream()
                .map(table -> table.dataset().equals("employees") ? longer(table) : table)
                .toList();
        return of(tables, "2026-09", LocalDate.of(2026, 10, 12));
    }

    /** Five thousand people in 250 teams. */
    static TestRun national() {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (int i = 1; i <= 5_000; i++) {
            String id = "E" + i;
            String team = "华东心血管介入 %03d".formatted(i % 250);
            add(
                    rows,
                    "employees",
                    id,
                    "欧阳娜娜" + i,
                    "mature",
                    team,
                    "华东大区",
                    "",
                    "",
                    "2020-01-01",
                    "2020-04-01",
                    "2020-01-01",
                    "",
                    "10000",
                    "CC1");
            add(rows, "targets", "employee", id, "sales_amount", "2026-09", "100000");
            add(rows, "orders", id + "-1", "2025-09-15", id, "C1", "P1", "10", "100000", "1");
            add(rows, "orders", id + "-2", "2026-09-15", id, "C1", "P1", "10", "1" + (10_000 + i * 7 % 9_000), "1");
        }
        add(rows, "products", "P1", "Stent", "Cardio", "mature", "2020-01-01");
        add(rows, "customers", "C1", "First Hospital", "public_hospital", "3A", "华东大区", "high");
        return of(Tables.of(rows), "2026-09", LocalDate.of(2026, 10, 12));
    }

    /** The files of that company's edition. */
    static List<String> nationalFiles(TestRun run) {
        List<String> files = new ArrayList<>(FILES);
        run.result().book().teams().keySet().forEach(team -> files.add("teams/" + team + "-2026-09.xlsx"));
        run.result()
                .book()
                .cards()
                .forEach(card -> files.add("statements/" + card.participant().id() + "-2026-09.xlsx"));
        return files;
    }

    private static Tables longer(Tables employees) {
        List<List<String>> rows = employees.rows().stream()
                .map(row -> {
                    List<String> longer = new ArrayList<>(row);
                    longer.set(
                            1,
                            "Wolfeschlegelsteinhausenbergerdorff\u202E"
                                    + row.get(1).repeat(9));
                    longer.set(3, row.get(3) + "_" + "X".repeat(60));
                    return longer;
                })
                .toList();
        return new Tables(employees.dataset(), employees.zh(), employees.columns(), employees.zhColumns(), rows);
    }

    private static List<String> named(List<String> person) {
        List<String> named = new ArrayList<>(person);
        named.set(1, "N" + person.get(0) + "n");
        return named;
    }

    private static History before(TestRun run, long seed) {
        Random dice = new Random(seed);
        Period period = run.identity().period().previous();
        List<EarlierScorecard> cards = new ArrayList<>();
        for (EarlierScorecard card : run.result().book().earlier(period)) {
            Points score = new Points(dice.nextInt(12_000));
            cards.add(new EarlierScorecard(
                    period,
                    card.employeeId(),
                    dice.nextInt(10) > 0,
                    card.dimensions(),
                    card.bonus(),
                    card.individual(),
                    card.teamScore(),
                    Optional.of(score),
                    Optional.of(run.result().input().plan().gradeOf(score).grade()),
                    Optional.empty(),
                    dice.nextInt(10) == 0,
                    false));
        }
        return new History(List.of(new Chapter(period, "before", true, cards)));
    }

    private static void add(Map<String, List<List<String>>> rows, String dataset, String... values) {
        rows.computeIfAbsent(dataset, name -> new ArrayList<>()).add(List.of(values));
    }

    private static TestRun of(List<Tables> tables, String period, LocalDate asOf) {
        return TestRun.of(tables, Period.parse(period).orElseThrow(), asOf, false);
    }
}
