package dev.steelyard.sample;

import dev.steelyard.sample.SampleMarket.Customer;
import java.util.List;
import java.util.Map;

/** The planted stories of people and prices that change (rules.md 8): who moves, is away, shares, takes over, returns, leaves. */
final class SampleChanges {

    /**
     * What the ERP sent by itself: returns that name the line they take back, an order without a person whose customer is assigned
     * to somebody, and one whose customer is nobody's.
     */
    static final String ERP_ORDERS =
            """
            202609800011;2026/9/17;E0507;C2014;P03;-20;-60000.00;-36000.00;202608800001
            202609800012;2026/9/8;E0509;C2015;P03;-200;-500000.00;-300000.00;202608800002
            202609800013;2026/9/18;;C2003;P02;5;25000.00;15000.00;
            202609800014;2026/9/18;;C2019;P02;5;25000.00;15000.00;
            """;

    private final Map<String, Person> people;
    private final Company company;

    SampleChanges(Map<String, Person> people, Company company) {
        this.people = people;
        this.company = company;
    }

    /** Before facts are written. */
    static void prepare(Map<String, Person> people) {
        Person mother = people.get("E0402");
        mother.awayFrom = "2026-07";
        Person changed = people.get("E0506");
        changed.septemberSales = 0;
        changed.septemberTarget = 300_000;
        Person reduced = people.get("E0801");
        reduced.septemberSales = 0;
        reduced.septemberTarget = 300_000;
        people.get("E0509").left = "2026-09-11";
    }

    void tell(SampleMarket market) {
        moves();
        leave();
        shared();
        returned();
        handover(market);
        prices();
        adjustments();
    }

    private void moves() {
        company.add("assignments", "E0408", "2022-01-01", "2026-09-09", "mature", "T04", "华北", "");
        company.add("assignments", "E0408", "2026-09-10", "", "mature", "T05", "华北", "");
        company.add("assignments", "E0506", "2022-01-01", "2026-09-08", "mature", "T05", "华北", "");
        company.add("assignments", "E0506", "2026-09-09", "", "dealer", "T06", "华北", "");
        order("202609800021", "2026-09-03", "E0506", "C2013", "P01", 24, 120_000);
        order("202609800022", "2026-09-08", "E0506", "C2014", "P02", 16, 80_000);
        // Sold on the day before the move is over, but dated on the new track: it earns nothing.
        order("202609800023", "2026-09-10", "E0506", "C2014", "P02", 2, 10_000);
        company.add("targets", "employee", "E0506", "sell_in_attainment", "2026-09", 220_000);
        company.add("sell_in", "SI800001", "2026-09-11", "C2028", "E0506", "P01", 160, 160_000);
        company.add("sell_out", "SO800001", "2026-09-21", "C2028", "E0506", "C2013", "P01", 150, 180_000);
        company.add("hospital_purchases", "HP800001", "2026-09-24", "C2013", "C2028", "E0506", "P01", 145);
    }

    private void leave() {
        company.add("leave", "L001", "E0402", "maternity", "2026-07-06", "2026-10-11", "");
        order("202609800031", "2026-09-03", "E0402", "C2013", "P01", 6, 30_000);
        company.add("leave", "L002", "E0404", "annual", "2026-09-21", "2026-09-22", "");
        company.add("leave", "L003", "E0404", "sick", "2026-09-23", "2026-09-23", "yes");
    }

    /** One order line of three; the cents do not divide. */
    private void shared() {
        order("202609800041", "2026-09-15", "E0403", "C2002", "P04", 20, 99_999);
        for (String part : List.of("E0403 0.5", "E0404 0.3", "E0401 0.2")) {
            String[] split = part.split(" ");
            company.add("splits", "202609800041", split[0], split[1], "陈总监", "2026-09-14");
        }
    }

    private void returned() {
        order("202608800001", "2026-08-12", "E0507", "C2014", "P03", 20, 60_000);
        order("202608800002", "2026-08-20", "E0509", "C2015", "P03", 200, 500_000);
    }

    /** The hospital that E0403 looked after is E0404's from September on. */
    private void handover(SampleMarket market) {
        Customer hospital =
                market.hospitals("华北", true, people.get("E0403").seed, 1).get(0);
        company.add("customer_assignments", hospital.id(), "E0403", "2024-01-01", "2026-08-31", "", "");
        company.add("customer_assignments", hospital.id(), "E0404", "2026-09-01", "", "", "");
        company.add("customer_assignments", "C2003", "E0401", "2026-01-01", "", "", "");
    }

    /** State purchasing cuts the price of P08 to two fifths in one region. */
    private void prices() {
        order("202509800051", "2025-09-11", "E0801", "C3014", "P08", 500, 400_000);
        order("202609800051", "2026-09-10", "E0801", "C3014", "P08", 2000, 640_000);
        company.add("price_events", "PE001", "P08", "华南", "2026-09-05", "vbp", "800", "320");
    }

    private void adjustments() {
        adjustment("ADJ001", "E0804", "retention_bonus", "3000.00", "挽留关键人员", "陈总监;刘合规");
        adjustment("ADJ002", "E0808", "contest", "800.00", "季度竞赛第一名", "陈总监");
    }

    private void adjustment(String id, String employee, String kind, String amount, String reason, String names) {
        company.add("adjustments", id, employee, "2026-09", kind, amount, reason, names, "2026-09-25");
    }

    private void order(String id, String day, String employee, String customer, String product, int units, int yuan) {
        company.add("orders", id, day, employee, customer, product, units, yuan + ".00", yuan * 6L / 10 + ".00");
    }
}
