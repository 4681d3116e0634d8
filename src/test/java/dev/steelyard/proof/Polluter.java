package dev.steelyard.proof;

import dev.steelyard.sample.Company;
import dev.steelyard.sample.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a company's exports as plain CSV, and damages rows of the victims and of nobody else. */
final class Polluter {

    private static final List<String> ODDITIES = List.of(
            "=1+1",
            "１２３",
            "#REF!",
            "\u0000",
            "\uFFFD",
            "😀",
            "NaN",
            "1e999",
            "-",
            "9".repeat(400),
            "是否",
            "0x1F",
            "2026-02-30",
            "2026-09-01 25:00",
            "150%",
            "(1",
            "\u00a0",
            "N/A");

    private final Random random;
    private final Set<String> victims;
    private final Map<String, Integer> records = new TreeMap<>();
    private int damaged;

    Polluter(long seed, Set<String> victims) {
        this.random = new Random(seed);
        this.victims = victims;
    }

    /** File → how many records were written to it. */
    Map<String, Integer> records() {
        return records;
    }

    int damaged() {
        return damaged;
    }

    void write(Company company, Path folder) throws IOException {
        for (Dataset dataset : company.datasets()) {
            List<List<String>> rows = company.rows(dataset.name());
            // An unclosed quote ends at the next quote, wherever that is: only where there is none it costs one row.
            boolean quotes = rows.stream().anyMatch(row -> !line(row).equals(String.join(",", row)));
            List<String> lines = new ArrayList<>(List.of(line(dataset.columns())));
            for (List<String> row : rows) {
                boolean victim = victims.contains(person(dataset, row)) && random.nextInt(3) == 0;
                lines.addAll(victim ? damage(dataset, row, !quotes) : List.of(line(row)));
            }
            String file = dataset.name() + ".csv";
            records.put(file, lines.size() - 1);
            Files.writeString(folder.resolve(file), lines.stream().collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private static String person(Dataset dataset, List<String> row) {
        // Other people's scores depend on the roster, and appeals reach their events.
        if (List.of("employees", "appeals").contains(dataset.name())) {
            return "";
        }
        int column = dataset.columns().indexOf(dataset.name().equals("targets") ? "subject" : "employee_id");
        return column < 0 ? "" : row.get(column);
    }

    private List<String> damage(Dataset dataset, List<String> row, boolean maySpoilQuotes) {
        damaged++;
        List<String> cells = new ArrayList<>(row);
        // Another person's key would damage that person's row: keys are only spoilt beyond likeness.
        int any = dataset.name().equals("targets") ? 4 : 1 + random.nextInt(row.size() - 1);
        String whole = line(row);
        switch (random.nextInt(maySpoilQuotes ? 13 : 12)) {
            case 0 -> cells.set(any, cells.get(any).replaceFirst("\\d", "O"));
            case 1 -> cells.set(
                    any, cells.get(any).replace('.', ';').replace(',', '.').replace(';', ','));
            case 2, 3, 4 -> cells.set(any, ODDITIES.get(random.nextInt(ODDITIES.size())));
            case 5 -> cells.set(any, "");
            case 6 -> cells.set(0, dataset.name().equals("targets") ? "robot" : "2.0260990E+11");
            case 7 -> cells.add(any, "surplus");
            case 8 -> cells.remove(any);
            case 9 -> {
                return List.of(whole, whole);
            }
            case 10 -> {
                cells.set(any, ODDITIES.get(random.nextInt(2)));
                return List.of(whole, line(cells));
            }
            case 11 -> {
                return List.of(whole.substring(0, 1 + random.nextInt(whole.length() - 1)));
            }
            default -> {
                int comma = whole.indexOf(',') + 1;
                return List.of(whole.substring(0, comma) + '"' + whole.substring(comma));
            }
        }
        return List.of(line(cells));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }
}
