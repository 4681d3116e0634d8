package dev.steelyard.sample;

import static dev.steelyard.sample.NationalCompany.QUARTER;
import static dev.steelyard.sample.NationalCompany.day;
import static dev.steelyard.sample.NationalCompany.department;
import static dev.steelyard.sample.NationalCompany.employee;
import static dev.steelyard.sample.NationalCompany.month;
import static dev.steelyard.sample.NationalCompany.number;
import static dev.steelyard.sample.NationalCompany.product;
import static dev.steelyard.sample.NationalCompany.yes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.SplittableRandom;

/** The great exports of the national company: visits, orders, dealer flow and survey answers. */
final class NationalFacts {

    private final NationalCompany company;

    private NationalFacts(NationalCompany company) {
        this.company = company;
    }

    static void write(NationalCompany company) throws IOException {
        NationalFacts facts = new NationalFacts(company);
        facts.visits();
        facts.orders();
        facts.dealerFlow();
        facts.surveys();
    }

    private void visits() throws IOException {
        SplittableRandom chance = new SplittableRandom(4);
        try (BufferedWriter out = company.open("visits")) {
            for (int i = 0, rows = company.times(3_000_000); i < rows; i++) {
                int person = company.somebody(chance, 1, 19);
                int minutes = chance.nextInt(10, 120);
                out.append(number('V', i, 8)).append(',');
                out.append(day(QUARTER[(int) (3L * i / rows)], 1 + chance.nextInt(30)));
                out.append(chance.nextBoolean() ? " 09:" : " 15:").append(String.valueOf(10 + chance.nextInt(50)));
                out.append(',').append(employee(person)).append(',').append(company.hospital(chance, person));
                out.append(',').append(department(chance)).append(',').append(yes(chance, 40));
                out.append(',').append(String.valueOf(minutes)).append(',');
                out.append(String.valueOf(minutes * chance.nextInt(30, 101) / 100));
                out.append(chance.nextInt(100) < 15 ? ",high," : ",normal,")
                        .append(yes(chance, 93))
                        .append('\n');
            }
            out.write("V99999991,2026-09-31 10:00,E000001,C0000006,骨科,yes,30,20,normal,yes\n");
            out.write("V99999992,2026-09-30 10:00,E999999,C0000006,骨科,yes,30,20,normal,yes\n");
        }
    }

    private void orders() throws IOException {
        SplittableRandom chance = new SplittableRandom(5);
        try (BufferedWriter out = company.open("orders")) {
            int rows = company.times(1_000_000);
            for (int i = 0; i < rows; i++) {
                int person = company.somebody(chance, 1, 14);
                String month = SampleSales.MONTHS.get((int) (15L * i / rows));
                boolean mature = chance.nextInt(100) < (person % 20 < 10 ? 92 : 10);
                int amount = chance.nextInt(2_000, 12_000) * (chance.nextInt(100) < 2 ? -1 : 1);
                out.append(number('O', i, 8))
                        .append(',')
                        .append(day(month, 1 + chance.nextInt(28)))
                        .append(',');
                out.append(employee(person))
                        .append(',')
                        .append(company.hospital(chance, person))
                        .append(',');
                out.append(mature ? product(chance, 0, 150) : product(chance, 150, 200))
                        .append(',');
                out.append(amount < 0 ? "-" : "")
                        .append(String.valueOf(1 + Math.abs(amount) / 2_000))
                        .append(',');
                out.append(String.valueOf(amount)).append('.').append(String.valueOf(10 + chance.nextInt(90)));
                out.append(',').append(String.valueOf(amount * 6 / 10)).append(".00\n");
            }
            out.write("O99999991,2026-09-15,E000001,C0000006,P001,1,12O0.00,700.00\n");
            out.write("O99999992,2026-09-15,E000001,C0000006,P999,1,1200.00,700.00\n");
            out.write("O99999993,2026-09-15,E000001,C0000006,P001,1,1200.00\n");
        }
    }

    private void dealerFlow() throws IOException {
        SplittableRandom chance = new SplittableRandom(6);
        try (BufferedWriter in = company.open("sell_in");
                BufferedWriter out = company.open("sell_out");
                BufferedWriter bought = company.open("hospital_purchases")) {
            for (int i = 0, rows = company.times(300_000); i < rows; i++) {
                int person = company.somebody(chance, 15, 19);
                String when = day(month(chance), 1 + chance.nextInt(28));
                String who = company.dealer(person) + ',' + employee(person);
                String hospital = company.hospital(chance, person);
                String product = product(chance, 0, 150);
                int units = chance.nextInt(5, 40);
                int sold = units * chance.nextInt(50, 111) / 100;
                in.write(number('I', i, 8)
                        + ','
                        + when
                        + ','
                        + who
                        + ','
                        + product
                        + ','
                        + units
                        + ','
                        + units * 450L
                        + '\n');
                out.write(number('O', i, 8)
                        + ','
                        + when
                        + ','
                        + who
                        + ','
                        + hospital
                        + ','
                        + product
                        + ','
                        + sold
                        + ','
                        + sold * 540L
                        + '\n');
                bought.write(number('H', i, 8)
                        + ','
                        + when
                        + ','
                        + hospital
                        + ','
                        + who
                        + ','
                        + product
                        + ','
                        + sold * chance.nextInt(60, 101) / 100
                        + '\n');
            }
        }
    }

    private void surveys() throws IOException {
        SplittableRandom chance = new SplittableRandom(7);
        try (BufferedWriter out = company.open("nps")) {
            for (int i = 0, rows = company.times(50_000); i < rows; i++) {
                int person = company.somebody(chance, 1, 14);
                out.write(number('Q', i, 7) + ',' + day(month(chance), 1 + chance.nextInt(28)) + ",," + employee(person)
                        + ',' + Math.min(10, chance.nextInt(4, 14)) + ',' + chance.nextInt(2, 6) + ','
                        + chance.nextInt(2, 6) + '\n');
            }
            out.write("Q9999999,2026-09-09,,E000001,11,5,5\n");
        }
    }
}
