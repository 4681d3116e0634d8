package dev.steelyard.app.cases;

import java.util.List;
import java.util.Map;

/**
 * The company in which all cases play.
 *
 * @param defaults dataset → what a row says where a case leaves a column out
 * @param facts dataset → rows that are always there; a row of a case with the same key takes its place
 */
record CompanyFile(Map<String, FactRow> defaults, Map<String, List<FactRow>> facts) {

    static final String NAME = "company.yaml";
    static final CompanyFile NONE = new CompanyFile(Map.of(), Map.of());
}
