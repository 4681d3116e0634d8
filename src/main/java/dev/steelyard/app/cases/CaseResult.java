package dev.steelyard.app.cases;

import java.util.List;

/**
 * What became of one case.
 *
 * @param place the file and line of the case: {@code jobs/cases/nps.yaml:12}
 * @param rulings the rulings that the case shows
 * @param differences what is not as expected, in words; empty where the case holds
 */
public record CaseResult(String name, String place, List<Integer> rulings, List<String> differences) {

    public boolean holds() {
        return differences.isEmpty();
    }

    /** Each difference as {@code file:line case name: indicator nps points expected 60.00 but was 58.50}. */
    public List<String> lines() {
        return differences.stream()
                .map(difference -> place + " case " + name + ": " + difference)
                .toList();
    }
}
