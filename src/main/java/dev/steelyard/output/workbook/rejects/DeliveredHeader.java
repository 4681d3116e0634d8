package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.dataset.Schema;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header of a file as it was delivered: which column of the dataset each cell names. */
public final class DeliveredHeader {

    private DeliveredHeader() {}

    /** For each header cell the column's name, blank where it names none. */
    public static List<String> names(Schema schema, List<String> header) {
        Map<String, String> names = new HashMap<>();
        for (var column : schema.columns()) {
            names.put(form(column.name()), column.name());
            names.put(form(column.zh()), column.name());
            column.otherHeaders().forEach(alias -> names.put(form(alias), column.name()));
        }
        return header.stream().map(cell -> names.getOrDefault(form(cell), "")).toList();
    }

    private static String form(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}]+", "");
    }
}
