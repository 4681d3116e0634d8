package dev.steelyard.output.workbook;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.sample.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two teams with three closed months behind them: somebody for every sheet about people and for the committee. */
final class ProvenCompany {

    private static final Period SEPTEMBER = Period.month(2026, 9);
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    private final List<History.Chapter> chapters = new ArrayList<>();

    static TestRun run() {
        return company().calculate();
    }

    /** The same rows of each table in another order. */
    static TestRun shuffled(long seed) {
        ProvenCompany company = company();
        company.tables.values().forEach(rows -> Collections.shuffle(rows, new Random(seed)));
        return company.calculate();
    }

    /** The same with fewer closed months than careers ask for. */
    static TestRun young() {
        ProvenCompany company = company();
        company.chapters.remove(0);
        return company.calculate();
    }

    /** The same with an appeal of each of two: against a veto, and for another value. */
    static TestRun appealing(String decision) {
        ProvenCompany company = company();
        company.appeal("A2", "E3", "V1", decision, "dismiss_event", "");
        company.appeal("A3", "E5", "nps", "pending", "set_value", "0.9");
        return company.calculate();
    }

    /** The same where everything that a calibration lacked is there, and it was decided in time. */
    static TestRun deciding(String calibration) {
        ProvenCompany company = company();
        company.tables.get("calibrations").stream()
                .filter(row -> row.get(0).equals(calibration))
                .forEach(row -> {
                    row.set(1, "2026-10-01");
                    row.set(7, "agreed");
                    row.set(8, "Ann;Bo");
                });
        return company.calculate();
    }

    /** The same where E4 is praised so many times more. */
    static TestRun praised(int times) {
        ProvenCompany company = company();
        for (int i = 0; i < times; i++) {
            company.add("feedback", "P" + i, "2026-09-05", "E4", "kudos", "Thanks " + i);
        }
        return company.calculate();
    }

    private void appeal(String id, String person, String about, String decision, String effect, String value) {
        String decided = decision.equals("upheld") ? "2026-10-05 09:00" : "";
        add(
                "appeals",
                id,
                person,
                "2026-09",
                about,
                "2026-10-01 09:00",
                "",
                "",
                decision,
                decided,
                "Ann",
                "",
                effect,
                value);
    }

    private TestRun calculate() {
        return TestRun.of(Tables.of(tables), SEPTEMBER, AS_OF, false, new History(chapters));
    }

    private static ProvenCompany company() {
        ProvenCompany company = new ProvenCompany();
        company.people();
        company.work();
        company.mentors();
        company.colleagues();
        company.actions();
        company.decisions();
        company.past();
        return company;
    }

    private void people() {
        person("E1", "Ann Lee", "mature", "T1", "East", "2015-07-01");
        person("E2", "Bo Chen", "dealer", "T1", "East", "2015-07-01");
        person("E3", "Cy Veto", "mature", "T2", "West", "2015-07-01");
        person("E4", "Di Wang", "mature", "T2", "West", "2015-07-01");
        person("E5", "Ed Zhou", "mature", "T1", "East", "2015-07-01");
        person("E8", "Max Ma", "manager", "T1", "East", "2015-07-01");
        person("E9", "Meg Mu", "manager", "T2", "West", "2015-07-01");
        person("S1", "Sue New", "", "T1", "East", "2026-03-01");
        person("S2", "Sam New", "", "T2", "West", "2026-04-01");
    }

    private void person(String id, String name, String track, String team, String region, String regular) {
        add(
                "employees",
                id,
                name,
                track,
                team,
                region,
                "",
                "",
                "2015-01-01",
                regular,
                "2015-01-01",
                "",
                "10000",
                "CC1");
    }

    private void work() {
        add("products", "P1", "Stent", "Cardio", "mature", "2020-01-01");
        add("customers", "C1", "First Hospital", "public_hospital", "3A", "East", "high");
        add("customers", "C9", "Dealer Nine", "dealer", "", "West", "low");
        add("market_share", "2026-08", "East", "0.2");
        add("targets", "team", "T1", "share_attainment", "2026-09", "0.2");
        for (String id : List.of("E1", "E3", "E4", "E5")) {
            add("targets", "employee", id, "sales_amount", "2026-09", "100000");
            add("orders", id + "-1", "2025-09-15", id, "C1", "P1", "10", "100000", "1");
            add("orders", id + "-2", "2026-09-15", id, "C1", "P1", "10", id.equals("E5") ? "105000" : "121000", "1");
            for (int i = 1; i <= 6; i++) {
                String score = id.equals("E1") ? "10" : i <= 4 ? "9" : "7";
                add("nps", id + "-" + i, "2026-09-1" + i, "C1", id, score, "5", "5");
            }
            add("cooperations", id + "-1", id, "C1", "2026-09-04", "joint_research");
            add("cooperations", id + "-2", id, "C1", "2026-09-05", "joint_research");
            add("exams", id + "-1", id, "2026-08-15", "defence", "P1", id.equals("E1") ? "92" : "85", "yes");
            add("visits", id + "-1", "2026-09-07 10:00", id, "C1", "Cardiology", "yes", "60", "45", "normal", "yes");
            add("policy_work", id + "-1", id, "2026-05-07", "note", "80");
            add("policy_work", id + "-2", id, "2026-05-08", "report", "80");
        }
        add("enablement", "N1", "E1", "2026-09-08", "suggestion", "yes");
        add("enablement", "N2", "E4", "2026-09-08", "training", "yes");
        add("targets", "employee", "E2", "sell_in_attainment", "2026-09", "100000");
        add("sell_in", "L1", "2026-09-03", "C9", "E2", "P1", "100", "80000");
        add("sell_out", "L1", "2026-09-05", "C9", "E2", "C1", "P1", "90", "70000");
        add("hospital_purchases", "L1", "2026-09-09", "C1", "C9", "E2", "P1", "88");
        event("V1", "E3", "bribery", "veto", "2026-09-12");
    }

    private void mentors() {
        add("mentoring", "M1", "E1", "S1", "business", "2026-02-01", "");
        add("mentoring", "M2", "E1", "S1", "compliance", "2026-03-01", "2026-08-31");
        add("mentoring", "M3", "E4", "S2", "business", "2026-04-01", "");
        add("orders", "S1-1", "2026-04-05", "S1", "C1", "P1", "1", "100", "1");
        event("V2", "S2", "visit_record", "minor", "2026-08-20");
    }

    private void event(String id, String person, String kind, String severity, String verified) {
        add("compliance_events", id, "2026-08-01", person, kind, severity, "verified", verified, "EVIDENCE of " + id);
    }

    private void colleagues() {
        add("feedback", "F1", "2026-09-01", "E1", "kudos", "=1+1 always there");
        add("feedback", "F2", "2026-09-02", "E1", "kudos", "KEPT helped me twice");
        add("feedback", "F3", "2026-09-03", "E1", "suggestion", "");
        add("feedback", "F4", "2026-09-03", "E4", "kudos", "SECRET-ONE");
        add("feedback", "F5", "2026-09-04", "E4", "suggestion", "SECRET-TWO");
        add("feedback", "F6", "2026-08-31", "E4", "kudos", "SECRET-EARLIER");
    }

    private void actions() {
        add("actions", "K1", "E1", "More answers", "Asks each hospital by telephone", "2026-09-20", "done", "");
        add("actions", "K2", "E8", "", "Goes along once a week", "2026-08-20", "done", "");
        add("actions", "K3", "E5", "More answers", "PROMISED only", "2026-09-20", "open", "");
        add("actions", "K4", "E4", "More answers", "Of another team", "2026-09-20", "done", "");
    }

    private void decisions() {
        calibration("D1", "2026-09-20", "employee", "E4", "sales_amount", "90000", "hospital closed", "Ann;Bo");
        calibration("D2", "2026-09-21", "employee", "E2", "sell_in_attainment", "80000", "region changed", "Ann");
        calibration("D3", "2026-10-20", "team", "T1", "share_attainment", "0.25", "new rival gone", "Ann;Bo");
        calibration("D4", "2026-09-22", "employee", "E1", "sales_amount", "80000", "", "Ann;Bo");
        add(
                "appeals",
                "A1",
                "E4",
                "2026-09",
                "nps",
                "2026-09-28 09:00",
                "CLAIM two answers are missing",
                "EVIDENCE mail",
                "pending",
                "",
                "",
                "",
                "",
                "");
    }

    private void calibration(
            String id,
            String decided,
            String type,
            String subject,
            String target,
            String value,
            String why,
            String by) {
        add("calibrations", id, decided, type, subject, target, "2026-09", value, why, by);
    }

    private void past() {
        for (int month = 6; month <= 8; month++) {
            Period period = Period.month(2026, month);
            chapters.add(new History.Chapter(
                    period,
                    "run-" + month,
                    true,
                    List.of(
                            earlier(period, "E1", "96.00", "A"),
                            earlier(period, "E3", "100.00", "S"),
                            earlier(period, "E4", "97.50", month == 7 ? "B" : "A"),
                            earlier(period, "E5", "90.00", "C"))));
        }
    }

    private static EarlierScorecard earlier(Period period, String id, String compliance, String grade) {
        Optional<Points> points = Optional.of(Points.of(88));
        return new EarlierScorecard(
                period,
                id,
                true,
                Map.of("compliance", Points.parse(compliance)),
                Optional.of(Points.ZERO),
                points,
                points,
                points,
                Optional.of(grade),
                Optional.empty(),
                false,
                false);
    }

    private void add(String dataset, String... values) {
        tables.computeIfAbsent(dataset, name -> new ArrayList<>()).add(Arrays.asList(values));
    }
}
