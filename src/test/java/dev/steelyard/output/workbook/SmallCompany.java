package dev.steelyard.output.workbook;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.sample.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nine people who between them bring something onto every sheet. */
public final class SmallCompany {

    /** Which cell of a person's row says when they leave. */
    private static final int LEAVE_DATE = 10;

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    /** The run of September 2026, with problems of rows besides those of people. */
    public static TestRun run() {
        TestRun run = calculated();
        List<Problem> problems = new ArrayList<>(run.problems());
        problems.add(Problem.of(
                        ProblemCode.CELL_NOT_A_NUMBER, new SourceRef("orders", "orders.csv", "", 17), "amount", "12O0")
                .with("detail", ""));
        problems.add(Problem.of(
                        ProblemCode.CELL_NOT_A_NUMBER, new SourceRef("orders", "orders.csv", "", 9), "amount", "=1+1")
                .with("detail", ""));
        problems.add(
                Problem.of(ProblemCode.CELL_OUT_OF_RANGE, new SourceRef("nps", "nps.csv", "", 4), "score", "SECRET-11")
                        .with("range", "0…10"));
        return run.with(problems);
    }

    /** The same company under a plan that lets managers see pay. */
    public static TestRun payShown() {
        return company().calculate(true);
    }

    /** Nobody is held or vetoed, nothing earns a bonus, nothing is wrong. */
    public static TestRun quiet() {
        SmallCompany company = new SmallCompany();
        company.person("E1", "Ann", "mature", "T1", "East");
        company.add("targets", "employee", "E1", "sales_amount", "2026-09", "100000");
        company.products();
        company.sales("E1", "95000", "100000");
        return company.calculate().with(List.of());
    }

    /** The same company with innovative products sold in the quarter to date. */
    public static TestRun innovating() {
        SmallCompany company = company();
        company.add("orders", "E6-1", "2026-07-20", "E6", "C1", "P2", "1", "40000.10", "1");
        company.add("orders", "E6-2", "2026-09-20", "E6", "C1", "P2", "1", "20000", "1");
        company.add("orders", "E7-1", "2026-08-20", "E7", "C1", "P2", "1", "-500", "1");
        return company.calculate();
    }

    /** The same company with everything that cards and interviews tell of: mentors, exams, resources, visits, a past. */
    static TestRun coached() {
        SmallCompany company = company();
        company.coaching();
        TestRun run = company.calculate();
        return run.remembering(new History(
                List.of(chapter("2026-07", run, Points.parse("-6.5")), chapter("2026-08", run, Points.parse("3.25")))));
    }

    /** The coached company, whose Ann left before the month was over and whose Ines leaves the day after the run. */
    static TestRun leaving() {
        SmallCompany company = company();
        company.coaching();
        company.leaves("E1", "2026-09-25");
        company.leaves("E6", "2026-10-13");
        return company.calculate();
    }

    /** The coached company, whose people agreed on something in talks before and know next month's targets. */
    static TestRun agreed() {
        SmallCompany company = company();
        company.coaching();
        company.add("actions", "K1", "E1", "", "Visits two new hospitals", "2026-08-31", "open", "");
        company.add("actions", "K2", "E1", "", "Passes the defence", "2026-09-30", "done", "");
        company.add("actions", "K3", "E1", "", "LONG AGO", "2026-08-15", "done", "");
        company.add("actions", "K4", "E1", "", "Trains with Meg", "2026-10-31", "open", "");
        company.add("actions", "K5", "E1", "", "Writes a note", "2026-11-30", "open", "");
        company.add("actions", "K6", "E5", "", "OF ED", "2026-09-30", "open", "");
        company.add("targets", "employee", "E1", "sales_amount", "2026-10", "130000");
        company.add("targets", "employee", "E1", "sales_amount", "2026-11", "999000");
        for (String target : List.of(
                "gross_profit",
                "share_attainment",
                "department_coverage",
                "sell_in_attainment",
                "nps",
                "sales_growth")) {
            company.add("targets", "employee", "E1", target, "2026-10", "7");
        }
        return company.calculate();
    }

    private void leaves(String id, String day) {
        tables.get("employees").stream().filter(row -> row.get(0).equals(id)).forEach(row -> row.set(LEAVE_DATE, day));
    }

    /** The run's own figures, moved by some points, as those of an earlier period. */
    private static History.Chapter chapter(String month, TestRun run, Points moved) {
        Period period = Period.parse(month).orElseThrow();
        List<EarlierScorecard> cards = run.result().book().earlier(period).stream()
                .map(card -> new EarlierScorecard(
                        period,
                        card.employeeId(),
                        card.scored(),
                        card.dimensions(),
                        card.bonus(),
                        card.individual(),
                        card.teamScore(),
                        card.score().map(score -> score.plus(moved)),
                        card.grade(),
                        card.gradeCap(),
                        card.vetoed(),
                        card.exempt()))
                .toList();
        return new History.Chapter(period, "run of " + month, true, cards);
    }

    private void coaching() {
        add("mentoring", "M1", "E1", "E3", "business", "2026-02-01", "");
        add("mentoring", "M2", "00042", "E3", "compliance", "2026-03-01", "");
        add("mentoring", "M3", "E1", "E9", "business", "2026-03-01", "");
        add("mentoring", "M4", "E1", "E6", "business", "2025-01-01", "2025-12-31");
        add("exams", "X1", "E1", "2026-04-10", "certification", "P2", "90", "yes");
        add("exams", "X2", "E6", "2026-05-10", "certification", "P2", "40", "no");
        add("exams", "X3", "E6", "2026-06-10", "certification", "P1", "40", "no");
        add("exams", "X4", "E6", "2026-07-10", "certification", "P1", "80", "yes");
        add("resources", "RS1", "nps", "Listening course", "Training, 800");
        add("resources", "RS2", "政策学习笔记质量", "Policy reader", "");
        add("resources", "RS3", "sales_growth", "=Growth plan", "+86 10");
        String[] customers = {"C1", "C9", "H1", ""};
        for (int i = 0; i < 24; i++) {
            add(
                    "visits",
                    "W" + i,
                    "2026-09-" + (10 + i % 9) + " " + (10 + i % 8) + ":30",
                    List.of("E1", "E3", "E6", "00042").get(i % 4),
                    customers[(i / 4) % 4],
                    "Cardiology",
                    "yes",
                    String.valueOf(30 + i),
                    String.valueOf(20 + i / 2),
                    "normal",
                    "yes");
        }
        for (int i = 0; i < 5; i++) {
            add("nps", "A" + i, "2026-09-2" + i, "C1", "E3", String.valueOf(4 + i), "3", "4");
        }
    }

    private static TestRun calculated() {
        return company().calculate();
    }

    private static SmallCompany company() {
        SmallCompany company = new SmallCompany();
        company.person("E1", "Ann Lee", "mature", "T1", "East");
        company.person("E2", "=SUM(A1)", "mature", "T1", "East");
        company.person("E3", "@cmd", "mature", "T1", "East");
        company.person("00042", "Ken\u0007", "mature", "T2", "West");
        company.person("E5", "Dee", "dealer", "T2", "West");
        company.person("E6", "Ines", "innovation", "T1", "East");
        company.person("E7", "Ida", "innovation", "T2", "West");
        company.person("E8", "Max", "manager", "T1", "East");
        company.person("E9", "Lou", "mature", "T2", "West");
        company.products();
        for (String id : List.of("E1", "E2", "00042", "E9")) {
            company.add("targets", "employee", id, "sales_amount", "2026-09", "100000");
        }
        company.add("targets", "employee", "E5", "sell_in_attainment", "2026-09", "50000");
        company.add("targets", "employee", "E6", "department_coverage", "2026-Q3", "1");
        company.add("targets", "team", "T1", "share_attainment", "2026-09", "0.2");
        company.add("market_share", "2026-08", "East", "0.21");
        company.add("market_share", "2026-07", "East", "0.2");
        company.sales("E1", "100000", "123456.78");
        company.sales("E2", "100000", "104000");
        company.sales("E3", "100000", "99000");
        company.sales("00042", "100000", "81000.5");
        company.sales("E9", "100000", "60000");
        company.dealing();
        company.conduct();
        return company;
    }

    private void dealing() {
        add("sell_in", "L1", "2026-09-03", "C9", "E5", "P1", "100", "60000");
        add("sell_out", "L1", "2026-09-05", "C9", "E5", "C1", "P1", "60", "45000");
        add("hospital_purchases", "L1", "2026-09-09", "C1", "C9", "E5", "P1", "50");
        add("dealer_service", "S1", "2026-09-10", "C9", "E5", "4", "0.03", "5", "4", "3");
    }

    private void conduct() {
        event("V1", "E2", "bribery", "veto", "bank statement, transcript of 2026-09-11");
        event("V2", "E9", "academic_promotion", "major", "-2+3 unregistered meetings");
        event("V3", "E9", "visit_record", "minor", "signature missing");
        add("visits", "B1", "2026-09-07 10:00", "E6", "C1", "Cardiology", "yes", "60", "45", "normal", "yes");
        add("enablement", "N1", "E1", "2026-09-08", "suggestion", "yes");
        for (int i = 1; i <= 10; i++) {
            add("customers", "H" + i, "Hospital " + i, "public_hospital", "3A", "East", "high");
            add(
                    "trials",
                    "T" + i,
                    "E6",
                    "H" + i,
                    "P2",
                    "2026-07-01",
                    "2026-08-0" + (i % 9 + 1),
                    "2026-09-02",
                    i % 2 == 0 ? "converted" : "declined");
        }
        for (int i = 1; i <= 5; i++) {
            add("nps", "R" + i, "2026-09-1" + i, "C1", "E1", "9", "4", "5");
        }
    }

    private void products() {
        add("products", "P1", "Stent", "Cardio", "mature", "2020-01-01");
        add("products", "P2", "Valve", "Cardio", "innovative", "2024-01-01");
        add("customers", "C1", "First Hospital", "public_hospital", "3A", "East", "high");
        add("customers", "C9", "Dealer Nine", "dealer", "", "West", "low");
    }

    private void person(String id, String name, String track, String team, String region) {
        add(
                "employees",
                id,
                name,
                track,
                team,
                region,
                "",
                "",
                "2020-01-01",
                "2020-04-01",
                "2020-01-01",
                "",
                "10000",
                "CC1");
    }

    private void sales(String id, String lastYear, String thisYear) {
        add("orders", id + "-1", "2025-09-15", id, "C1", "P1", "10", lastYear, "1");
        add("orders", id + "-2", "2026-09-15", id, "C1", "P1", "10", thisYear, "1");
    }

    private void event(String event, String person, String kind, String severity, String evidence) {
        add("compliance_events", event, "2026-09-01", person, kind, severity, "verified", "2026-09-12", evidence);
    }

    private void add(String dataset, String... values) {
        tables.computeIfAbsent(dataset, name -> new ArrayList<>()).add(Arrays.asList(values));
    }

    private TestRun calculate() {
        return calculate(false);
    }

    private TestRun calculate(boolean managersSeePay) {
        return TestRun.of(
                Tables.of(tables), Period.parse("2026-09").orElseThrow(), LocalDate.of(2026, 10, 12), managersSeePay);
    }
}
