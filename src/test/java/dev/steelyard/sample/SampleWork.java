package dev.steelyard.sample;

import dev.steelyard.sample.SampleMarket.Customer;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** How people work: visits, trials, requests, compliance records, surveys, exams and policy work. */
final class SampleWork {

    private static final List<String> QUARTER = List.of("2026-07", "2026-08", "2026-09");
    private static final List<String> DEPARTMENTS = List.of("骨科", "心内科", "检验科", "介入科", "普外科");
    private static final List<String> TOPICS = List.of("器械消毒流程", "术中耗材规格", "培训需求", "交付时效", "新适应症资料");

    private final Company company;
    private final SampleMarket market;
    private final SampleSales sales;

    SampleWork(Company company, SampleMarket market, SampleSales sales) {
        this.company = company;
        this.market = market;
        this.sales = sales;
    }

    /** Everything that the person did in the third quarter, and what of the year goes with it. */
    void write(Person person) {
        if (person.track.isEmpty() || person.track.equals("manager")) {
            return;
        }
        Set<String> covered = new TreeSet<>();
        for (String month : QUARTER) {
            if (person.employedIn(month)) {
                visits(person, month, covered);
                records(person, month);
                if (person.track.equals("dealer")) {
                    service(person, month);
                } else {
                    survey(person, month);
                    requests(person, month);
                }
            }
        }
        if (person.track.equals("innovation")) {
            coverage(person, covered.size());
            trials(person);
        }
        learning(person);
        if (!person.track.equals("dealer")) {
            cooperations(person);
        }
    }

    private void visits(Person person, String month, Set<String> covered) {
        SplittableRandom chance = person.chance(20 + month.charAt(6));
        List<Customer> customers = market.hospitals(person.region, true, person.seed, 5);
        for (int i = (person.track.equals("dealer") ? 8 : 15) + chance.nextInt(6); i > 0; i--) {
            String day = employedDay(person, month, chance);
            String customer = chance.nextInt(100) < 60
                    ? customers.get(chance.nextInt(customers.size())).id()
                    : sales.other(person, chance);
            String department = pick(DEPARTMENTS, chance);
            boolean target = chance.nextInt(100) < 60;
            if (person.departments >= 0) {
                target = target && (covered.size() < person.departments || covered.contains(customer + department));
            }
            if (target) {
                covered.add(customer + department);
            }
            int minutes = 15 + chance.nextInt(75);
            company.add(
                    "visits",
                    company.next("V"),
                    day + time(chance),
                    person.id,
                    customer,
                    department,
                    yes(target),
                    minutes,
                    minutes * chance.nextInt(40, 101) / 100,
                    chance.nextInt(100) < 20 ? "high" : "normal",
                    yes(person.spotless || chance.nextInt(100) < 80 + person.quality / 5));
        }
    }

    private void coverage(Person person, int covered) {
        if (person.septemberTarget != 0) {
            long target = person.departments >= 0 ? 20 : Math.max(1, covered * 100L / (62 + person.quality / 2));
            company.add("targets", "employee", person.id, "department_coverage", "2026-Q3", target);
        }
    }

    private void records(Person person, String month) {
        SplittableRandom chance = person.chance(200 + month.charAt(6));
        if (person.ordinaryMaterials || !month.equals("2026-09")) {
            for (int i = 3 + chance.nextInt(3); i > 0; i--) {
                boolean approved = person.spotless || chance.nextInt(100) < 78 + person.quality / 5;
                company.add(
                        "materials",
                        company.next("M"),
                        person.id,
                        employedDay(person, month, chance),
                        approved ? "approved" : "rejected");
            }
        }
        for (int i = 2 + chance.nextInt(2); i > 0; i--) {
            boolean compliant = person.spotless || chance.nextInt(100) < 86 + person.quality / 8;
            boolean gift = chance.nextInt(100) < 30;
            company.add(
                    "gifts_meetings",
                    company.next("G"),
                    person.id,
                    employedDay(person, month, chance),
                    gift ? "gift" : "meeting",
                    gift ? 80 + chance.nextInt(120) : 1000 + chance.nextInt(4000),
                    yes(compliant));
        }
        if (!person.spotless && chance.nextInt(100) < person.quality / 2) {
            company.add("enablement", company.next("N"), person.id, employedDay(person, month, chance), "training", "");
        }
        for (int i = 1 + chance.nextInt(2); i > 0; i--) {
            int day = 1 + chance.nextInt(20);
            company.add(
                    "proposals",
                    company.next("F"),
                    person.id,
                    sales.other(person, chance),
                    SampleSales.day(month, day),
                    SampleSales.day(month, day + 1 + chance.nextInt(7)),
                    yes(chance.nextBoolean()));
        }
    }

    private void survey(Person person, String month) {
        SplittableRandom chance = person.chance(300 + month.charAt(6));
        int answers = month.equals("2026-09") && person.septemberAnswers >= 0
                ? person.septemberAnswers
                : 6 + chance.nextInt(4);
        for (int i = 0; i < answers; i++) {
            int luck = chance.nextInt(100);
            int score = luck < 30 + person.quality * 6 / 10
                    ? 9 + chance.nextInt(2)
                    : luck < 80 + person.quality / 6 ? 7 + chance.nextInt(2) : chance.nextInt(3, 7);
            int warm = Math.min(5, 3 + (score >= 7 ? 1 : 0) + (score == 10 ? 1 : 0));
            String customer = chance.nextInt(3) == 0 ? sales.top(person, chance) : "";
            company.add(
                    "nps",
                    company.next("Q"),
                    employedDay(person, month, chance),
                    customer,
                    person.id,
                    score,
                    warm,
                    chance.nextInt(10) == 0 ? "" : String.valueOf(Math.max(1, warm - chance.nextInt(2))));
        }
    }

    private void requests(Person person, String month) {
        SplittableRandom chance = person.chance(400 + month.charAt(6));
        for (int i = 4 + chance.nextInt(3); i > 0; i--) {
            int day = 1 + chance.nextInt(22);
            while (!person.employedOn(SampleSales.day(month, day))) {
                day = 1 + chance.nextInt(22);
            }
            boolean quick = chance.nextInt(100) < 58 + person.quality * 4 / 10;
            boolean research = chance.nextInt(100) < 50;
            boolean relayed = chance.nextInt(100) < 55 + person.quality * 4 / 10;
            String answered =
                    chance.nextInt(100) < 96 ? SampleSales.day(month, day + (quick ? 1 : 6)) + time(chance) : "";
            company.add(
                    "requests",
                    company.next("R"),
                    person.id,
                    sales.top(person, chance),
                    pick(TOPICS, chance),
                    pick(DEPARTMENTS, chance),
                    SampleSales.day(month, day) + time(chance),
                    answered,
                    yes(research),
                    research ? SampleSales.day(month, day + (relayed ? 1 : 7)) + time(chance) : "");
        }
    }

    private void service(Person person, String month) {
        SplittableRandom chance = person.chance(500 + month.charAt(6));
        for (int i = 0; i < 3; i++) {
            int good = person.quality + chance.nextInt(-10, 11);
            int stockout = Math.max(5, 80 - good * 7 / 10);
            int planned = 3 + chance.nextInt(3);
            company.add(
                    "dealer_service",
                    company.next("S"),
                    SampleSales.day(month, 5 + i * 9),
                    market.dealer(person.region, person.seed),
                    person.id,
                    Math.max(1, Math.min(5, 3 + good / 40)),
                    "0.0" + (stockout < 10 ? "0" : "") + stockout,
                    2 + (100 - Math.min(100, good)) / 15,
                    planned,
                    Math.max(0, Math.min(planned, planned * (55 + good / 2) / 100)));
        }
    }

    private void trials(Person person) {
        SplittableRandom chance = person.chance(600);
        List<Customer> customers = market.hospitals(person.region, true, person.seed, 6);
        for (int i = 0; person.ordinaryTrials && i < 8; i++) {
            String month = "2026-0" + (3 + i * 6 / 8);
            boolean converted = chance.nextInt(100) < 12 + person.quality / 2;
            company.add(
                    "trials",
                    company.next("T"),
                    person.id,
                    customers.get(chance.nextInt(6)).id(),
                    pick(SampleMarket.LONG_SOLD, chance),
                    month + "-03",
                    month + "-2" + chance.nextInt(5),
                    "2026-0" + (4 + i * 6 / 8) + "-0" + (1 + chance.nextInt(9)),
                    converted ? "converted" : "declined");
        }
    }

    private void learning(Person person) {
        SplittableRandom chance = person.chance(700);
        for (String month : List.of("2026-02", "2026-05", "2026-08", "2026-09")) {
            if (person.employedIn(month)) {
                int score = Math.min(100, 56 + person.quality * 4 / 10 + chance.nextInt(-6, 7));
                String day = employedDay(person, month, chance);
                String product = pick(SampleMarket.MATURE, chance);
                company.add("exams", company.next("X"), person.id, day, "defence", product, score, yes(score >= 60));
                company.add("policy_work", company.next("L"), person.id, day, "note", Math.min(100, score + 4));
                if (chance.nextInt(100) < 35 + person.quality * 6 / 10) {
                    company.add("policy_work", company.next("L"), person.id, day, "report", score);
                }
            }
        }
        if (person.ordinaryCertifications && person.track.equals("innovation")) {
            certification(person, "2025-12-10", "P11", 70 + chance.nextInt(30));
            certification(person, "2026-03-20", "P14", 70 + chance.nextInt(30));
        } else if (person.ordinaryCertifications && chance.nextBoolean() && person.employedIn("2026-04")) {
            certification(person, "2026-04-16", "P12", 62 + chance.nextInt(30));
        }
    }

    void certification(Person person, String day, String product, int score) {
        String passed = yes(score >= 60);
        company.add("exams", company.next("X"), person.id, day, "certification", product, score, passed);
    }

    private void cooperations(Person person) {
        SplittableRandom chance = person.chance(800);
        for (int i = chance.nextInt(2) + person.quality / 50; i > 0; i--) {
            String day = SampleSales.day("2026-0" + (1 + chance.nextInt(9)), 1 + chance.nextInt(28));
            if (person.employedOn(day)) {
                String kind = chance.nextBoolean() ? "joint_research" : "custom_service";
                company.add("cooperations", company.next("J"), person.id, sales.top(person, chance), day, kind);
            }
        }
    }

    private static String employedDay(Person person, String month, SplittableRandom chance) {
        String day;
        do {
            day = SampleSales.day(month, 1 + chance.nextInt(28));
        } while (!person.employedOn(day));
        return day;
    }

    private static String time(SplittableRandom chance) {
        return (chance.nextBoolean() ? " 09:" : " 14:") + (10 + chance.nextInt(50));
    }

    private static String pick(List<String> values, SplittableRandom chance) {
        return values.get(chance.nextInt(values.size()));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
