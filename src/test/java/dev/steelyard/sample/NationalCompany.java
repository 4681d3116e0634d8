package dev.steelyard.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A national month, 2026-09 with its quarter, as plain UTF-8 exports of any size. Scale 1: 5,000 people in 250 teams and
 * 30 regions, 3,000,000 visits, 1,000,000 orders over 15 months. Rows are written as they are made.
 */
public final class NationalCompany {

    static final String[] QUARTER = {"2026-07", "2026-08", "2026-09"};
    private static final String[] DEPARTMENTS = {"骨科", "心内科", "检验科", "介入科", "普外科", "神经外科"};
    private static final int CUSTOMERS_A_PERSON = 6;

    private final Path folder;
    private final int people;
    private final int teams;
    private final int regions;
    private final int customers;
    private final BigDecimal scale;

    private NationalCompany(Path folder, BigDecimal scale) {
        this.folder = folder;
        this.scale = scale;
        this.people = Math.max(40, times(5_000));
        this.teams = Math.max(2, people / 20);
        this.regions = Math.max(1, Math.min(30, teams / 2));
        this.customers = people * CUSTOMERS_A_PERSON;
    }

    /** Arguments: the target folder, the scale such as 0.1, 1 or 10 (by default 1), and {@code changing} for people and prices that change. */
    public static void main(String[] args) throws IOException {
        write(
                Path.of(args[0]),
                new BigDecimal(args.length > 1 ? args[1] : "1"),
                args.length > 2 && args[2].equals("changing"));
    }

    /** Writes the exports; the same scale gives the same bytes. */
    private static void write(Path folder, BigDecimal scale, boolean changing) throws IOException {
        Files.createDirectories(folder);
        NationalCompany company = new NationalCompany(folder, scale);
        company.roster();
        company.market();
        company.targets();
        NationalFacts.write(company);
        NationalRegisters.write(company);
        if (changing) {
            NationalChanges.write(company, folder);
        }
    }

    int times(int atScaleOne) {
        return scale.multiply(BigDecimal.valueOf(atScaleOne)).intValueExact();
    }

    int people() {
        return people;
    }

    /** The export of the dataset, its header written. */
    BufferedWriter open(String dataset) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(folder.resolve(dataset + ".csv"), StandardCharsets.UTF_8);
        out.write(String.join(",", Dataset.of(dataset).columns()));
        out.write('\n');
        return out;
    }

    /** Of twenty in a team the first manages; then mature, innovation and dealer 9 : 5 : 5. */
    static String track(int person) {
        int place = person % 20;
        return place == 0 ? "manager" : place < 10 ? "mature" : place < 15 ? "innovation" : "dealer";
    }

    /** Somebody of these places in their team, both included. */
    int somebody(SplittableRandom chance, int from, int to) {
        return chance.nextInt(people / 20) * 20 + chance.nextInt(from, to + 1);
    }

    static String employee(int person) {
        return number('E', person, 6);
    }

    /** One of the hospitals that the person sees. */
    String hospital(SplittableRandom chance, int person) {
        return number('C', person * CUSTOMERS_A_PERSON + chance.nextInt(CUSTOMERS_A_PERSON - 1), 7);
    }

    String dealer(int person) {
        return number('C', person * CUSTOMERS_A_PERSON + CUSTOMERS_A_PERSON - 1, 7);
    }

    static String number(char prefix, int number, int digits) {
        StringBuilder text = new StringBuilder(digits + 1).append(prefix);
        for (int limit = 10, left = digits - 1; left > 0; left--, limit *= 10) {
            if (number < limit) {
                return text.append("0".repeat(left)).append(number).toString();
            }
        }
        return text.append(number).toString();
    }

    static String day(String month, int day) {
        return month + (day < 10 ? "-0" : "-") + day;
    }

    static String month(SplittableRandom chance) {
        return QUARTER[chance.nextInt(QUARTER.length)];
    }

    static String yes(SplittableRandom chance, int percent) {
        return chance.nextInt(100) < percent ? "yes" : "no";
    }

    static String department(SplittableRandom chance) {
        return DEPARTMENTS[chance.nextInt(DEPARTMENTS.length)];
    }

    String region(int person) {
        return number('R', person / 20 * regions / teams, 2);
    }

    static String product(SplittableRandom chance, int from, int to) {
        return number('P', chance.nextInt(from, to), 3);
    }

    private void roster() throws IOException {
        SplittableRandom chance = new SplittableRandom(1);
        try (BufferedWriter out = open("employees")) {
            for (int i = 0; i < people; i++) {
                boolean mentee = i % 20 == 9;
                String hired =
                        mentee ? "2025-09-15" : day("20" + chance.nextInt(15, 25) + "-03", 1 + chance.nextInt(28));
                String regular = mentee ? "2026-03-16" : hired.substring(0, 5) + "09-01";
                String manager = i % 20 == 0 ? "" : employee(i / 20 * 20);
                out.write(employee(i) + ",员工" + i + ',' + track(i) + ',' + number('T', i / 20, 4) + ',' + region(i)
                        + ','
                        + manager + ",," + hired + ',' + regular + ',' + hired + ",," + chance.nextInt(90, 200) * 100
                        + ",CC" + i / 20 + '\n');
            }
        }
    }

    private void market() throws IOException {
        SplittableRandom chance = new SplittableRandom(2);
        try (BufferedWriter out = open("customers")) {
            String[] grades = {"3A", "3A", "3B", "2A", ""};
            String[] potentials = {"high", "medium", "low"};
            for (int i = 0; i < customers; i++) {
                int place = i % CUSTOMERS_A_PERSON;
                boolean dealer = place == CUSTOMERS_A_PERSON - 1;
                String kind = dealer ? "dealer" : place == 4 ? "private_hospital" : "public_hospital";
                out.write(number('C', i, 7) + ",客户" + i + ',' + kind + ',' + (dealer ? "" : grades[place]) + ','
                        + region(i / CUSTOMERS_A_PERSON) + ',' + potentials[chance.nextInt(3)] + '\n');
            }
        }
        try (BufferedWriter out = open("products")) {
            for (int i = 0; i < 200; i++) {
                String launched = i == 190 ? "2026-02-02" : (2010 + i % 15) + "-05-10";
                out.write(number('P', i, 3) + ",产品" + i + ",线" + i % 8 + ',' + (i < 150 ? "mature" : "innovative") + ','
                        + launched + '\n');
            }
        }
        try (BufferedWriter out = open("market_share")) {
            for (int r = 0; r < regions; r++) {
                for (int m = 1; m <= 8; m++) {
                    out.write("2026-0" + m + ',' + number('R', r, 2) + ",0.1" + chance.nextInt(80, 100) + '\n');
                }
            }
        }
    }

    private void targets() throws IOException {
        SplittableRandom chance = new SplittableRandom(3);
        try (BufferedWriter out = open("targets")) {
            for (String month : QUARTER) {
                for (int i = 0; i < people; i++) {
                    String begin = "employee," + employee(i) + ',';
                    switch (track(i)) {
                        case "mature" -> out.write(
                                begin + "sales_amount," + month + ',' + chance.nextInt(60, 140) * 1000 + '\n');
                        case "dealer" -> out.write(
                                begin + "sell_in_attainment," + month + ',' + chance.nextInt(500, 1100) * 1000 + '\n');
                        default -> {}
                    }
                }
                for (int t = 0; t < teams; t++) {
                    out.write("team," + number('T', t, 4) + ",share_attainment," + month + ",0.19\n");
                }
            }
            for (int i = 0; i < people; i++) {
                if (track(i).equals("innovation")) {
                    out.write("employee," + employee(i) + ",department_coverage,2026-Q3," + chance.nextInt(24, 34)
                            + '\n');
                }
            }
            for (int t = 0; t < teams; t++) {
                out.write("team," + number('T', t, 4) + ",gross_profit,2026-Q3," + chance.nextInt(700, 1400) * 1000
                        + '\n');
            }
        }
    }
}
