package dev.steelyard.sample;

import dev.steelyard.sample.SampleMarket.Customer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What people and dealers sold: orders over fifteen months, dealer flow over nine, and their targets. */
final class SampleSales {

    static final List<String> MONTHS = List.of(
            "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03",
            "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09");

    private final Company company;
    private final SampleMarket market;

    SampleSales(Company company, SampleMarket market) {
        this.company = company;
        this.market = market;
    }

    /** The person's orders or dealer flow, and the targets of the third quarter's months. */
    void write(Person person) {
        switch (person.track) {
            case "mature" -> mature(person);
            case "innovation" -> innovative(person);
            case "dealer" -> dealer(person);
            default -> {}
        }
    }

    private void mature(Person person) {
        SplittableRandom chance = person.chance(1);
        long level = 180_000 + chance.nextInt(200) * 1000L;
        long[] month = new long[MONTHS.size()];
        for (int i = 0; i < month.length; i++) {
            int wave = chance.nextInt(90, 111);
            int growth = -26 + person.quality / 2 + chance.nextInt(-4, 5);
            month[i] = i < 12 ? level * wave / 100 : month[i - 12] * (100 + growth) / 100;
            boolean fixed = i == 14 && person.septemberSales >= 0;
            if (fixed) {
                month[i] = person.septemberSales;
            }
            if (person.employedIn(MONTHS.get(i))) {
                monthOfOrders(person, MONTHS.get(i), month[i], fixed, chance.split());
            }
        }
        for (int i = 12; i < 15; i++) {
            long target = month[i] * 100 / (72 + person.quality * 45 / 100) / 1000 * 1000;
            if (i == 14 && person.septemberTarget >= 0) {
                target = person.septemberTarget;
            }
            if (target > 0 && person.employedIn(MONTHS.get(i))) {
                company.add("targets", "employee", person.id, "sales_amount", MONTHS.get(i), target);
            }
        }
    }

    /** The month's sales of mature products sum to the yuan; a fixed month has nothing besides. */
    private void monthOfOrders(Person person, String month, long yuan, boolean fixed, SplittableRandom chance) {
        if (yuan == 0 || month.compareTo(person.sellsFrom) < 0) {
            return;
        }
        int rows = 5 + chance.nextInt(4);
        long cents = yuan * 100;
        boolean returned = !fixed && chance.nextInt(100) < 15;
        if (returned) {
            order(person, month, other(person, chance), product(SampleMarket.MATURE, chance), -600_000, chance);
            cents += 600_000;
        }
        for (int left = rows; left > 0; left--) {
            long part = left == 1 ? cents : cents / left * chance.nextInt(70, 131) / 100;
            boolean top = chance.nextInt(100) < 12 + person.quality / 2;
            String customer = top ? top(person, chance) : other(person, chance);
            order(person, month, customer, product(SampleMarket.MATURE, chance), part, chance);
            cents -= part;
        }
        if (!fixed && chance.nextInt(100) < 30) {
            String product = product(SampleMarket.LONG_SOLD, chance);
            order(person, month, top(person, chance), product, 1_000_000 + chance.nextInt(900_000), chance);
        }
    }

    private void innovative(Person person) {
        SplittableRandom chance = person.chance(1);
        for (String month : MONTHS) {
            if (person.employedIn(month)) {
                for (int i = 2 + chance.nextInt(3); i > 0; i--) {
                    String customer = i == 1 ? other(person, chance) : top(person, chance);
                    String product = product(SampleMarket.LONG_SOLD, chance);
                    order(person, month, customer, product, 2_000_000 + chance.nextInt(6_000_000), chance);
                }
                if (chance.nextInt(100) < 20) {
                    String product = product(SampleMarket.MATURE, chance);
                    order(person, month, other(person, chance), product, 1_500_000, chance);
                }
            }
        }
    }

    /** One order line; the day is one on which the person was employed. */
    void order(Person person, String month, String customer, String product, long cents, SplittableRandom chance) {
        String day;
        do {
            day = day(month, chance.nextInt(28) + 1);
        } while (!person.employedOn(day));
        long cost = cents * chance.nextInt(52, 72) / 100;
        long quantity = Math.max(1, Math.abs(cents) / 250_000) * Long.signum(cents);
        String id = company.next(month.replace("-", ""));
        company.add("orders", id, day, person.id, customer, product, quantity, money(cents), money(cost));
    }

    private void dealer(Person person) {
        SplittableRandom chance = person.chance(1);
        String dealer = market.dealer(person.region, person.seed);
        for (String month : MONTHS.subList(6, 15)) {
            long units = 240 + chance.nextInt(260);
            boolean story = month.equals("2026-09") && person.septemberTarget > 0;
            long in = story ? 500 : units;
            long out = story ? 300 : units * Math.min(112, 54 + person.quality / 2 + chance.nextInt(-4, 5)) / 100;
            long bought = story ? 285 : out * Math.min(100, 66 + person.quality / 3 + chance.nextInt(-3, 4)) / 100;
            flow(person, dealer, month, in, out, bought, chance);
            long reached = 74 + person.quality / 2 + chance.nextInt(-5, 6);
            long target = month.equals("2026-09") && person.septemberTarget >= 0
                    ? person.septemberTarget
                    : units * 1000 * 100 / reached / 1000 * 1000;
            if (target > 0 && month.compareTo("2026-07") >= 0) {
                company.add("targets", "employee", person.id, "sell_in_attainment", month, target);
            }
        }
    }

    /** Sold in at 1,000 yuan a unit, out at 1,200. */
    private void flow(
            Person person, String dealer, String month, long in, long out, long bought, SplittableRandom chance) {
        for (long part : parts(in)) {
            company.add(
                    "sell_in",
                    company.next("SI"),
                    day(month, 2 + chance.nextInt(26)),
                    dealer,
                    person.id,
                    product(SampleMarket.MATURE, chance),
                    part,
                    part * 1000);
        }
        for (long part : parts(out)) {
            company.add(
                    "sell_out",
                    company.next("SO"),
                    day(month, 2 + chance.nextInt(26)),
                    dealer,
                    person.id,
                    other(person, chance),
                    product(SampleMarket.MATURE, chance),
                    part,
                    part * 1200);
        }
        for (long part : parts(bought)) {
            company.add(
                    "hospital_purchases",
                    company.next("HP"),
                    day(month, 2 + chance.nextInt(26)),
                    other(person, chance),
                    dealer,
                    person.id,
                    product(SampleMarket.MATURE, chance),
                    part);
        }
    }

    private static List<Long> parts(long whole) {
        List<Long> parts = new ArrayList<>(List.of(whole / 3, whole / 4));
        parts.add(whole - parts.get(0) - parts.get(1));
        return parts;
    }

    String top(Person person, SplittableRandom chance) {
        List<Customer> own = market.hospitals(person.region, true, person.seed, 5);
        return own.get(chance.nextInt(own.size())).id();
    }

    String other(Person person, SplittableRandom chance) {
        List<Customer> own = market.hospitals(person.region, false, person.seed, 4);
        return own.get(chance.nextInt(own.size())).id();
    }

    static String product(List<String> products, SplittableRandom chance) {
        return products.get(chance.nextInt(products.size()));
    }

    static String day(String month, int day) {
        return month + (day < 10 ? "-0" : "-") + day;
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
