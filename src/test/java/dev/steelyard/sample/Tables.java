package dev.steelyard.sample;

import java.util.List;
import java.util.Map;

/**
 * The tables of the sample company as other packages' tests read them: canonical texts.
 *
 * @param dataset the dataset's name
 * @param zh its Chinese name
 */
public record Tables(String dataset, String zh, List<String> columns, List<String> zhColumns, List<List<String>> rows) {

    /** Every dataset of the domain, with the sample company's rows. */
    public static List<Tables> ofSampleCompany() {
        Company company = SampleCompany.company();
        return Dataset.all().stream()
                .map(of -> table(of, company.rows(of.name())))
                .toList();
    }

    /** Every dataset of the domain, with these rows. */
    public static List<Tables> of(Map<String, List<List<String>>> rows) {
        return Dataset.all().stream()
                .map(of -> table(of, rows.getOrDefault(of.name(), List.of())))
                .toList();
    }

    private static Tables table(Dataset of, List<List<String>> rows) {
        return new Tables(of.name(), of.chinese(), of.columns(), of.chineseColumns(), rows);
    }
}
