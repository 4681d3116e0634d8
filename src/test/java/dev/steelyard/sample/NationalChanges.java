package dev.steelyard.sample;

import static dev.steelyard.sample.NationalCompany.day;
import static dev.steelyard.sample.NationalCompany.employee;
import static dev.steelyard.sample.NationalCompany.number;
import static dev.steelyard.sample.NationalCompany.track;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * People and prices that change, beside the national company's exports as they are: 3 % of people move, 4 % are on leave, 10 % of
 * orders are shared, for 5 % a return names its original, 1 % of customers are handed over, and three prices change.
 */
final class NationalChanges {

    private final NationalCompany company;
    private final Path folder;
    private final SplittableRandom chance = new SplittableRandom(8);

    private NationalChanges(NationalCompany company, Path folder) {
        this.company = company;
        this.folder = folder;
    }

    static void write(NationalCompany company, Path folder) throws IOException {
        NationalChanges changes = new NationalChanges(company, folder);
        changes.moves();
        changes.leave();
        changes.orders();
        changes.customers();
        changes.prices();
    }

    private void moves() throws IOException {
        try (BufferedWriter out = company.open("assignments")) {
            for (int person = 7; person < company.people(); person += 33) {
                String turn = day(NationalCompany.month(chance), 2 + chance.nextInt(26));
                String before = turn.substring(0, 8) + String.format("%02d", Integer.parseInt(turn.substring(8)) - 1);
                String then = chance.nextInt(3) > 0 || track(person).equals("manager") ? track(person) : "mature";
                int team = (person / 20 + 1) % (company.people() / 20);
                out.write(employee(person) + ",2020-01-01," + before + ',' + track(person) + ','
                        + number('T', person / 20, 4) + ',' + company.region(person) + ",\n");
                out.write(employee(person) + ',' + turn + ",," + then + ',' + number('T', team, 4) + ','
                        + company.region(team * 20) + ",\n");
            }
        }
    }

    private void leave() throws IOException {
        String[] kinds = {"annual", "sick", "maternity", "personal"};
        try (BufferedWriter out = company.open("leave")) {
            for (int person = 3, id = 0; person < company.people(); person += 25) {
                String month = NationalCompany.month(chance);
                boolean whole = chance.nextInt(4) == 0;
                int from = 1 + chance.nextInt(20);
                out.write("L" + id++ + ',' + employee(person) + ',' + (whole ? "maternity" : kinds[chance.nextInt(4)])
                        + ',' + day(month, whole ? 1 : from) + ',' + day(month, whole ? 30 : from + chance.nextInt(6))
                        + ",\n");
            }
        }
    }

    /** Every tenth order is shared; of every twentieth a part comes back in September, as the ERP sends it. */
    private void orders() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(folder.resolve("orders.csv"), StandardCharsets.UTF_8);
                BufferedWriter splits = company.open("splits");
                BufferedWriter back =
                        Files.newBufferedWriter(folder.resolve("orders-returns.csv"), StandardCharsets.UTF_8)) {
            back.write(in.readLine() + ",original_line_id\n");
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine(), number++) {
                String[] cells = line.split(",");
                if (cells.length < 8 || cells[0].startsWith("O9999")) {
                    continue;
                }
                int seller = Integer.parseInt(cells[2].substring(1));
                if (number % 10 == 0) {
                    int beside = seller / 20 * 20 + 1 + seller % 20 % 14;
                    splits.write(cells[0] + ',' + cells[2] + ",70%,,\n");
                    splits.write(
                            cells[0] + ',' + employee(beside == seller ? seller / 20 * 20 + 14 : beside) + ",30%,,\n");
                }
                if (number % 20 == 0 && !cells[6].startsWith("-") && cells[1].compareTo("2025-10") > 0) {
                    back.write(number('B', number, 8) + ',' + day("2026-09", 1 + chance.nextInt(30)) + ',' + cells[2]
                            + ','
                            + cells[3] + ',' + cells[4] + ",-1,-" + 500 + chance.nextInt(1000) % 10 + ".00,-300.00,"
                            + cells[0] + '\n');
                }
            }
        }
    }

    private void customers() throws IOException {
        try (BufferedWriter out = company.open("customer_assignments")) {
            for (int person = 1; person < company.people(); person += 17) {
                if (track(person).equals("manager") || track(person).equals("dealer")) {
                    continue;
                }
                String customer = company.hospital(chance, person);
                out.write(customer + ',' + employee(person) + ",2024-01-01,2026-08-31,,\n");
                out.write(customer + ',' + employee(person / 20 * 20 + 1 + person % 9) + ",2026-09-01,,,\n");
            }
        }
    }

    private void prices() throws IOException {
        try (BufferedWriter out = company.open("price_events")) {
            out.write("PE1,P001,,2026-09-01,vbp,1000,400\n");
            out.write("PE2,P010,R00,2026-07-15,list,1000,950\n");
            out.write("PE3,P149,,2026-08-01,lost,,\n");
        }
    }
}
