package dev.steelyard.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A company in memory: the rows of each dataset, canonical values as text. */
public final class Company {

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new LinkedHashMap<>();

    /** Adds a row; values are in the order of the dataset's columns, numbers and dates as their plain text. */
    public void add(String dataset, Object... values) {
        if (values.length != Dataset.of(dataset).columns().size()) {
            throw new IllegalArgumentException(dataset + " has " + values.length + " values");
        }
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value.toString());
        }
        table(dataset).add(List.copyOf(row));
    }

    /** The next number of a key, such as V000017. */
    public String next(String prefix) {
        int number = counters.merge(prefix, 1, Integer::sum);
        String digits = Integer.toString(number);
        return prefix + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /** The rows of a dataset, none where the company has no such dataset. */
    public List<List<String>> rows(String dataset) {
        return List.copyOf(tables.getOrDefault(dataset, List.of()));
    }

    /** The datasets that have rows, in the order of the domain. */
    public List<Dataset> datasets() {
        return Dataset.all().stream().filter(d -> tables.containsKey(d.name())).toList();
    }

    /** Declares a dataset that may stay without rows. */
    public List<List<String>> table(String dataset) {
        return tables.computeIfAbsent(dataset, name -> new ArrayList<>());
    }
}
