package dev.steelyard.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The facts of a random company: few rows a person, so that thresholds are met exactly and often. */
final class RandomFacts {

    private static final List<String> PRODUCTS = List.of("M1", "M2", "N1", "N2", "N3");
    private static final int CUSTOMERS = 26;

    private final Company company;
    private final Dice dice;
    private final Map<String, String> tracks;
    private final List<String> ids;

    RandomFacts(Company company, Dice dice, Map<String, String> tracks) {
        this.company = company;
        this.dice = dice;
        this.tracks = tracks;
        this.ids = List.copyOf(tracks.keySet());
    }

    void write() {
        registers();
        for (String id : ids) {
            orders(id);
            visits(id);
            some("materials", 10, () -> material(id));
            some(
                    "gifts_meetings",
                    5,
                    () -> company.add(
                            "gifts_meetings", key("G"), id, dice.day(), "meeting", dice.number(1, 900), dice.yes(90)));
            some("enablement", 6, () -> enablement(id));
            some("exams", 6, () -> exam(id));
            some(
                    "policy_work",
                    4,
                    () -> company.add(
                            "policy_work",
                            key("L"),
                            id,
                            dice.day(),
                            dice.pick(List.of("note", "report")),
                            blankOr(0, 100)));
            if (tracks.get(id).equals("dealer")) {
                dealer(id);
            } else {
                some("trials", tracks.get(id).equals("innovation") ? 16 : 1, () -> trial(id));
                some(
                        "nps",
                        9,
                        () -> company.add(
                                "nps",
                                key("Q"),
                                dice.day(),
                                dice.in100(30) ? customer() : "",
                                id,
                                blankOr(0, 10),
                                blankOr(1, 5),
                                blankOr(1, 5)));
                some("requests", 7, () -> request(id));
                some(
                        "cooperations",
                        3,
                        () -> company.add("cooperations", key("J"), id, customer(), dice.day(), "joint_research"));
                some("proposals", 3, () -> proposal(id));
            }
        }
        events();
        mentoring();
    }

    /** Some datasets stay empty or are not sent at all. */
    private void registers() {
        for (String optional : List.of(
                "materials",
                "gifts_meetings",
                "enablement",
                "policy_work",
                "trials",
                "nps",
                "requests",
                "cooperations",
                "proposals",
                "dealer_service",
                "mentoring",
                "exams")) {
            if (dice.in100(92)) {
                company.table(optional);
            }
        }
        List.of("orders", "visits", "compliance_events", "sell_in", "sell_out", "hospital_purchases")
                .forEach(company::table);
        LocalDate end = dice.period.atEndOfMonth();
        company.add("products", "M1", "支架", "心血管", "mature", "2015-01-01");
        company.add("products", "M2", "接骨板", "骨科", "mature", "2018-06-30");
        company.add("products", "N1", "封堵器", "心血管", "innovative", end.minusDays(30 + dice.number(-1, 1)));
        company.add(
                "products", "N2", "导航", "骨科", "innovative", end.minusMonths(12).plusDays(dice.number(-1, 1)));
        company.add("products", "N3", "导管", "心血管", "innovative", dice.in100(90) ? "2023-05-05" : "");
        for (int i = 1; i <= CUSTOMERS; i++) {
            boolean dealer = i > CUSTOMERS - 3;
            company.add(
                    "customers",
                    "C" + i,
                    "客户" + i,
                    dealer ? "dealer" : "public_hospital",
                    dealer ? "" : i <= 22 ? "3A" : "3B",
                    "华东",
                    dice.pick(List.of("high", "medium", "low")));
        }
    }

    /** So many rows at most, none where the company does not send the dataset. */
    private void some(String dataset, int most, Runnable row) {
        boolean sent = company.datasets().contains(Dataset.of(dataset));
        for (int i = dice.number(0, most); i > 0 && sent; i--) {
            row.run();
        }
    }

    private void orders(String id) {
        LocalDate month = dice.period.atDay(1);
        if (dice.in100(30)) {
            // exactly at a breakpoint of growth: -20, 0, 10 or 20 percent
            order(id, month.minusMonths(12), "M1", new BigDecimal("1000.00"));
            order(id, month, "M1", BigDecimal.valueOf(dice.pick(List.of(800, 1000, 1100, 1200))));
            return;
        }
        for (int i = dice.number(0, 14); i > 0; i--) {
            int cents = dice.number(-40_000, 900_000) * (dice.in100(5) ? -3 : 1);
            BigDecimal amount = BigDecimal.valueOf(cents, dice.in100(8) ? 4 : 2);
            order(id, dice.day(), dice.pick(PRODUCTS), amount);
        }
    }

    private void order(String id, LocalDate day, String product, BigDecimal amount) {
        int quantity = amount.signum() * dice.number(1, 9);
        BigDecimal cost = amount.multiply(new BigDecimal("0.6"));
        company.add(
                "orders",
                key("O"),
                day,
                id,
                customer(),
                product,
                quantity,
                amount.toPlainString(),
                cost.toPlainString());
    }

    /** Now and then seven of ten records complete. */
    private void visits(String id) {
        boolean seventy = dice.in100(20);
        for (int i = seventy ? 10 : dice.number(0, 12); i > 0; i--) {
            int minutes = dice.number(0, 90);
            company.add(
                    "visits",
                    key("B"),
                    dice.at(seventy ? dice.period.atDay(i) : dice.day()),
                    id,
                    customer(),
                    dice.in100(90) ? dice.pick(List.of("骨科", "心内科", "检验科")) : "",
                    dice.yes(60),
                    minutes,
                    dice.number(0, minutes),
                    dice.pick(List.of("high", "normal")),
                    seventy ? i > 3 ? "yes" : "no" : dice.yes(85));
        }
    }

    private void material(String id) {
        String result = dice.in100(75) ? "approved" : dice.in100(80) ? "rejected" : "";
        company.add("materials", key("M"), id, dice.in100(95) ? dice.day() : "", result);
    }

    private void enablement(String id) {
        boolean training = dice.in100(50);
        String kind = training ? "training" : "suggestion";
        company.add("enablement", key("N"), id, dice.day(), kind, training ? "" : dice.yes(60));
    }

    private void exam(String id) {
        int score = dice.number(30, 100);
        String kind = dice.pick(List.of("defence", "certification"));
        company.add(
                "exams",
                key("X"),
                id,
                dice.day(),
                kind,
                dice.pick(PRODUCTS),
                score,
                score >= 60 ? "yes" : dice.in100(80) ? "no" : "");
    }

    private void trial(String id) {
        LocalDate done = dice.day();
        boolean decided = dice.in100(70);
        company.add(
                "trials",
                key("T"),
                id,
                customer(),
                dice.pick(PRODUCTS),
                done.minusDays(20),
                dice.in100(95) ? done : "",
                decided ? done.plusDays(dice.number(0, 20)) : "",
                decided && dice.in100(90) ? dice.pick(List.of("converted", "declined")) : "");
    }

    /** Around two and three working days, also over weekends, holidays and make-up workdays. */
    private void request(String id) {
        LocalDate raised = dice.day();
        boolean research = dice.in100(60);
        company.add(
                "requests",
                key("R"),
                id,
                customer(),
                "培训需求",
                "骨科",
                raised + " 00:00",
                dice.in100(90) ? dice.at(raised.plusDays(dice.number(0, 5))) : "",
                research ? "yes" : dice.yes(0),
                research && dice.in100(90) ? dice.at(raised.plusDays(dice.number(0, 7))) : "");
    }

    private void proposal(String id) {
        LocalDate day = dice.day();
        String answered = dice.in100(80) ? day.plusDays(dice.number(0, 12)).toString() : "";
        company.add("proposals", key("F"), id, customer(), day, answered, dice.yes(50));
    }

    /** Now and then exactly 70 percent sold on, exactly 70 percent bought, or exactly the target. */
    private void dealer(String id) {
        String dealer = "C" + (CUSTOMERS - dice.number(0, 2));
        LocalDate day = dice.period.atDay(dice.number(1, 28));
        int in = 100 * dice.number(1, 4);
        int out = in * dice.pick(List.of(69, 70, 70, 71, 90, 110)) / 100;
        int bought = out * dice.pick(List.of(60, 70, 95, 100, 120)) / 100;
        if (dice.in100(90)) {
            company.add("sell_in", key("I"), day, dealer, id, "M1", in, in * 100);
        }
        if (dice.in100(90)) {
            company.add("sell_out", key("U"), day, dealer, id, customer(), "M1", out, out * 120 + ".50");
            company.add("hospital_purchases", key("H"), day, customer(), dealer, id, "M1", bought);
        }
        some(
                "sell_in",
                3,
                () -> company.add(
                        "sell_in",
                        key("I"),
                        dice.day(),
                        dealer,
                        id,
                        "M2",
                        dice.number(-5, 60),
                        dice.number(-900, 9000)));
        some(
                "sell_out",
                3,
                () -> company.add(
                        "sell_out",
                        key("U"),
                        dice.day(),
                        dealer,
                        id,
                        customer(),
                        "M2",
                        dice.number(1, 60),
                        dice.number(1, 9000)));
        some("dealer_service", 5, () -> service(id, dealer));
    }

    private void service(String id, String dealer) {
        int planned = dice.number(0, 5);
        company.add(
                "dealer_service",
                key("S"),
                dice.day(),
                dealer,
                id,
                blankOr(1, 5),
                dice.in100(90) ? "0.0" + dice.number(10, 99) : "",
                blankOr(1, 12),
                planned,
                dice.number(0, planned));
    }

    private void events() {
        List<String> kinds = List.of(
                "visit_record",
                "material",
                "other",
                "gift_meeting",
                "customer_data",
                "academic_promotion",
                "bribery",
                "regulator_notice",
                "illegal_promotion_complaint");
        for (int i = 1, count = dice.number(0, Math.min(12, ids.size())); i <= count; i++) {
            String kind = dice.pick(dice.in100(80) ? kinds.subList(0, 6) : kinds);
            String status = dice.pick(List.of("verified", "verified", "verified", "alleged", "dismissed"));
            LocalDate day = dice.day();
            company.add(
                    "compliance_events",
                    "V" + i,
                    day,
                    dice.pick(ids),
                    kind,
                    dice.pick(List.of("minor", "minor", "major", "major", "veto")),
                    status,
                    status.equals("alleged") ? "" : day.plusDays(dice.number(0, 9)),
                    "证据" + i);
        }
    }

    private void mentoring() {
        some("mentoring", 6, () -> {
            String mentor = dice.pick(ids);
            String mentee = dice.pick(ids);
            if (!mentor.equals(mentee)) {
                LocalDate day = dice.day();
                String kind = dice.pick(List.of("business", "compliance"));
                String end = dice.in100(50) ? day.plusDays(90).toString() : "";
                company.add("mentoring", key("W"), mentor, mentee, kind, day, end);
            }
        });
    }

    private String customer() {
        return "C" + dice.number(1, CUSTOMERS - 3);
    }

    private String key(String prefix) {
        return company.next(prefix);
    }

    private String blankOr(int from, int to) {
        return dice.in100(12) ? "" : String.valueOf(dice.number(from, to));
    }
}
