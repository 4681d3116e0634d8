package dev.steelyard.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small company of chance, whose rows are all clean and visit the edges of the rules.
 *
 * @param company its tables
 * @param period the month to score, such as 2026-09
 * @param asOf the day on which to score it
 */
public record RandomCompany(Company company, String period, LocalDate asOf) {

    private static final List<String> REGIONS = List.of("华东", "华北", "西南");
    private static final List<String> NAMES = List.of("王芳", "李㛃", "张伟", "欧阳娜娜", "O'Neil", "刘, 洋", "赵\"小\"敏", "Zoë");

    /** The same seed gives the same company. */
    public static RandomCompany of(long seed) {
        Dice dice = new Dice(seed);
        Builder builder = new Builder(dice);
        builder.people();
        builder.targets();
        builder.shares();
        builder.decisions();
        new RandomFacts(builder.company, dice, builder.tracks).write();
        return new RandomCompany(
                builder.company,
                dice.period.toString(),
                dice.period.atEndOfMonth().plusDays(12));
    }

    private static final class Builder {

        private final Dice dice;
        private final Company company = new Company();
        private final Map<String, String> tracks = new LinkedHashMap<>();
        private final List<String> teams = new ArrayList<>();

        Builder(Dice dice) {
            this.dice = dice;
        }

        /** Ids of different lengths and with leading zeros; managers with leads, without, and teams without managers. */
        void people() {
            for (int t = dice.number(1, 6); t > 0; t--) {
                teams.add("T" + t);
            }
            int count = dice.number(5, dice.in100(50) ? 15 : 60);
            for (int i = 1; i <= count; i++) {
                String id = dice.in100(10) ? "00" + i : "E" + i;
                String track = dice.pick(List.of(
                        "mature", "mature", "mature", "innovation", "innovation", "dealer", "dealer", "manager", ""));
                tracks.put(id, dice.in100(85) && track.isEmpty() ? "mature" : track);
            }
            for (Map.Entry<String, String> person : tracks.entrySet()) {
                person(person.getKey(), person.getValue());
            }
        }

        private void person(String id, String track) {
            YearMonth period = dice.period;
            LocalDate hired = dice.in100(80) ? LocalDate.of(dice.number(2015, 2024), 3, 9) : dice.day();
            LocalDate end = dice.pick(List.of(
                    period.atDay(15),
                    period.atDay(1),
                    period.atEndOfMonth(),
                    period.atDay(1).minusDays(1)));
            LocalDate left = hired.isAfter(end) ? hired : end;
            String regular = dice.in100(60)
                    ? hired.plusMonths(3).toString()
                    : dice.in100(50) ? dice.day().toString() : "";
            LocalDate explored = dice.pick(List.of(
                    period.minusMonths(6).atDay(1),
                    period.minusMonths(6).atEndOfMonth(),
                    period.minusMonths(5).atDay(1),
                    period.minusMonths(6).atDay(1).minusDays(1)));
            String since = track.isEmpty() || dice.in100(10) ? "" : (dice.in100(30) ? explored : hired).toString();
            String region = dice.pick(REGIONS);
            List<String> led = new ArrayList<>();
            if (track.equals("manager") && dice.in100(50)) {
                for (int i = dice.number(1, 3); i > 0; i--) {
                    led.add(dice.in100(70) ? dice.pick(teams) : dice.pick(REGIONS));
                }
            }
            company.add(
                    "employees",
                    id,
                    dice.pick(NAMES),
                    track,
                    dice.pick(teams),
                    region,
                    dice.in100(50) ? dice.pick(List.copyOf(tracks.keySet())) : "",
                    String.join(";", led.stream().distinct().toList()),
                    hired,
                    regular,
                    since,
                    dice.in100(12) ? left : "",
                    dice.number(60, 300) * 100,
                    "CC" + dice.number(1, 9));
        }

        /** Some absent, some 0, by month, quarter and year. */
        void targets() {
            company.table("targets");
            List<String> periods =
                    List.of(dice.period.toString(), dice.period.minusMonths(1).toString(), dice.quarter(), "2026");
            for (Map.Entry<String, String> person : tracks.entrySet()) {
                String indicator =
                        switch (person.getValue()) {
                            case "dealer" -> "sell_in_attainment";
                            case "innovation" -> "department_coverage";
                            default -> "sales_amount";
                        };
                for (String period : periods) {
                    if (dice.in100(88)) {
                        int target = indicator.equals("department_coverage")
                                ? dice.number(1, 8)
                                : 10_000 * dice.number(1, 9);
                        company.add(
                                "targets", "employee", person.getKey(), indicator, period, dice.in100(5) ? 0 : target);
                    }
                }
            }
            for (String period : periods) {
                for (String team : teams) {
                    if (dice.in100(35)) {
                        company.add("targets", "team", team, "share_attainment", period, share());
                    }
                    if (dice.in100(50)) {
                        company.add("targets", "team", team, "gross_profit", period, 1000 * dice.number(0, 60));
                    }
                }
                for (String region : REGIONS) {
                    if (dice.in100(30)) {
                        company.add("targets", "region", region, "share_attainment", period, share());
                    }
                }
            }
        }

        /** Late rows, missing regions, and months, quarters and years that end on the same day. */
        void shares() {
            company.table("market_share");
            for (String region : REGIONS) {
                if (dice.in100(85)) {
                    for (int back = dice.number(0, 8); back < 14; back++) {
                        if (dice.in100(80)) {
                            String row = dice.period.minusMonths(back).toString();
                            company.add("market_share", row, region, dice.in100(5) ? "" : share());
                        }
                    }
                    for (String period :
                            List.of("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2025", "2026")) {
                        if (dice.in100(30)) {
                            company.add("market_share", period, region, share());
                        }
                    }
                }
            }
        }

        private String share() {
            return dice.in100(5) ? "0" : "0." + dice.number(80, 220) + (dice.in100(20) ? "5" : "");
        }

        /** In force, too late, refused for one of each reason. */
        void decisions() {
            LocalDate asOf = dice.period.atEndOfMonth().plusDays(12);
            List<String> ids = List.copyOf(tracks.keySet());
            company.table("calibrations");
            for (int i = dice.number(0, 4); i > 0; i--) {
                String employee = dice.pick(ids);
                boolean dealer = tracks.get(employee).equals("dealer");
                company.add(
                        "calibrations",
                        "D" + i,
                        asOf.plusDays(dice.number(-8, 2)),
                        "employee",
                        employee,
                        dealer ? "sell_in_attainment" : "sales_amount",
                        dice.period,
                        10_000 * dice.number(1, 9),
                        dice.in100(90) ? "停诊" : "",
                        dice.pick(List.of("甲;乙", "甲;乙", "甲", "甲;甲", "乙;丙;甲")));
            }
            company.table("appeals");
            for (int i = dice.number(0, 6); i > 0; i--) {
                appeal(i, dice.pick(ids), asOf);
            }
        }

        private void appeal(int i, String employee, LocalDate asOf) {
            String track = tracks.get(employee);
            String period = track.equals("innovation") ? dice.quarter() : dice.period.toString();
            String effect = dice.pick(List.of("set_value", "add_points", "dismiss_event"));
            String indicator = dice.pick(List.of("material_approval", "visit_record_completeness", "product_defence"));
            String decision = dice.pick(List.of("upheld", "upheld", "pending", "rejected"));
            boolean open = decision.equals("pending");
            String value =
                    switch (effect) {
                        case "set_value" -> indicator.equals("product_defence") ? "88.5" : "0.875";
                        case "add_points" -> String.valueOf(dice.number(1, 40));
                        default -> "";
                    };
            company.add(
                    "appeals",
                    "A" + i,
                    employee,
                    period,
                    effect.equals("dismiss_event") ? "V" + dice.number(1, 6) : indicator,
                    dice.at(asOf.minusDays(9)),
                    "主张" + i,
                    "附件" + i,
                    decision,
                    open ? "" : dice.at(asOf.plusDays(dice.number(-5, 1))),
                    open ? "" : "委员会",
                    "",
                    effect,
                    value);
        }
    }
}
