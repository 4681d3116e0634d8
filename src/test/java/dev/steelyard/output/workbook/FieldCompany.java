package dev.steelyard.output.workbook;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.sample.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two led teams and one that nobody leads, whose month to date brings something onto every sheet of alerts and review. */
final class FieldCompany {

    private static final Period MONTH = Period.month(2026, 9);

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    /** As the weekly alerts see it. */
    static TestRun alerts() {
        return TestRun.alerts(Tables.of(company().tables), MONTH, LocalDate.of(2026, 9, 21));
    }

    /** As the month end sees it. */
    static TestRun scored() {
        return TestRun.of(Tables.of(company().tables), MONTH, LocalDate.of(2026, 10, 12), false);
    }

    /** The same where nothing was delivered of what customers asked for in August. */
    static TestRun withoutAugust() {
        FieldCompany company = company();
        List.of("requests", "insights")
                .forEach(dataset -> company.tables.get(dataset).removeIf(row -> row.stream()
                        .anyMatch(cell -> cell.startsWith("2026-08"))));
        return TestRun.of(Tables.of(company.tables), MONTH, LocalDate.of(2026, 10, 12), false);
    }

    /** Only what the weekly alerts require was delivered, and there is nothing to do. */
    static TestRun quiet() {
        FieldCompany company = new FieldCompany();
        company.person("E1", "Ann", "mature", "T1", "East", "");
        company.add("products", "P1", "Stent", "Cardio", "mature", "2020-01-01");
        company.add("customers", "C1", "First Hospital", "public_hospital", "3A", "East", "medium");
        company.visit("E1", "C1", 3, "normal", "yes");
        return TestRun.alerts(Tables.of(company.tables), MONTH, LocalDate.of(2026, 9, 21));
    }

    private static FieldCompany company() {
        FieldCompany company = new FieldCompany();
        company.person("E1", "Ann Lee", "mature", "T1", "East", "");
        company.person("E2", "=SUM(A1)", "mature", "T1", "East", "");
        company.person("E3", "Bo", "mature", "T2", "West", "");
        company.person("E4", "Cy", "mature", "T2", "West", "");
        company.person("E5", "Dee", "mature", "T3", "North", "");
        company.person("M1", "Max", "manager", "T1", "East", "");
        company.person("M2", "Mia", "manager", "T2", "West", "");
        for (String id : List.of("E1", "E2", "E3", "E4", "E5")) {
            company.add("targets", "employee", id, "sales_amount", "2026-09", "100000");
            company.add("orders", id + "-1", "2026-09-04", id, "C1", "P1", "10", "87654.32", "43210.98");
        }
        company.registers();
        company.fieldWork();
        company.review();
        return company;
    }

    private void registers() {
        add("products", "P1", "Stent", "Cardio", "mature", "2020-01-01");
        add("customers", "C1", "First Hospital", "public_hospital", "3A", "East", "high");
        add("customers", "C2", "Second Hospital", "public_hospital", "3A", "East", "high");
        add("customers", "C3", "Third Clinic", "private_hospital", "2A", "East", "low");
        add("customers", "C4", "Fourth Hospital", "public_hospital", "3A", "West", "high");
        add("exams", "X1", "E1", "2026-09-02", "certification", "P1", "55", "no");
        add("exams", "X2", "E2", "2026-09-02", "certification", "P1", "50", "no");
        add("exams", "X3", "E2", "2026-09-09", "certification", "P1", "90", "yes");
        add("mentoring", "K1", "E2", "E1", "business", "2026-01-05", "");
        add("mentoring", "K2", "E2", "E1", "compliance", "2026-01-05", "2026-09-20");
        add("mentoring", "K3", "E3", "E4", "business", "2026-01-05", "");
        add("mentoring", "K4", "E3", "E4", "compliance", "2026-01-05", "");
        add("talk_tracks", "TT1", "Cardio", "Cardiology", "Ask about the pain first");
        add("talk_tracks", "TT2", "", "", "Listen");
        add("talk_tracks", "TT3", "Orthopaedics", "", "Nobody sold it");
        add("compliance_events", "V1", "2026-09-01", "E3", "other", "minor", "verified", "2026-09-12", "SECRET photo");
    }

    private void fieldWork() {
        for (int day = 1; day <= 9; day++) {
            visit("E1", "C3", day, day == 8 ? "high" : "normal", day < 3 ? "no" : "yes");
        }
        visit("E1", "C1", 10, "high", "no");
        visit("E2", "C1", 10, "high", "yes");
        visit("E3", "C4", 11, "normal", "no");
        visit("E5", "C2", 12, "normal", "yes");
    }

    private void review() {
        add("actions", "A1", "E1", "More hospitals", "Two a week", "2026-09-18", "open", "SECRET proof");
        add("actions", "A2", "M1", "More hospitals", "Go along", "2026-09-30", "open", "");
        add("actions", "A3", "E3", "Cleaner records", "Daily", "2026-09-10", "done", "");
        add("actions", "A4", "E3", "Cleaner records", "Weekly check", "2026-09-21", "open", "");
        String[] raised = {"2026-08-05 10:00", "2026-09-05 10:00", "2026-09-06 10:00", "2026-09-07 10:00"};
        for (int i = 0; i < raised.length; i++) {
            add("requests", "R" + i, "E1", "C1", i < 3 ? "Training" : "", "", raised[i], "", "no", "");
        }
        add("requests", "R8", "E2", "C1", "Delivery", "", "2026-08-06 10:00", "", "no", "");
        add("insights", "I1", "2026-09-03", "sales", "Training", "Cardio", "", "they ask for evenings");
        add("insights", "I2", "2026-09-04", "rd", "Smaller size", "Cardio", "", "in trial");
        add("insights", "I3", "2026-08-04", "marketing", "Price cut", "Cardio", "", "old words");
        add("insights", "I4", "2026-09-05", "marketing", "New rival", "", "", "since Monday");
        for (int i = 1; i <= 5; i++) {
            add("nps", "N" + i, "2026-09-1" + i, "C1", "E1", "9", "4", "5");
        }
    }

    private void visit(String person, String customer, int day, String difficulty, String complete) {
        String id = "B" + person + customer + day;
        String at = String.format(Locale.ROOT, "2026-09-%02d 10:00", day);
        add("visits", id, at, person, customer, "Cardiology", "yes", "60", "45", difficulty, complete);
    }

    private void person(String id, String name, String track, String team, String region, String leads) {
        add(
                "employees",
                id,
                name,
                track,
                team,
                region,
                "",
                leads,
                id.equals("E2") ? "2025-09-22" : "2020-01-01",
                "2020-04-01",
                "2020-01-01",
                "",
                "31415",
                "");
    }

    private void add(String dataset, String... values) {
        tables.computeIfAbsent(dataset, name -> new ArrayList<>()).add(Arrays.asList(values));
    }
}
