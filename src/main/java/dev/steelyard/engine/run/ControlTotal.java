package dev.steelyard.engine.run;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the system that a dataset was exported from says that it holds 控制总数. Over all files of the dataset, whatever
 * becomes of the rows.
 *
 * @param rows data rows, without header, total and blank rows
 * @param sums amount column → its sum
 */
public record ControlTotal(Optional<Long> rows, Map<String, BigDecimal> sums) {

    public ControlTotal {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** How many figures are stated. */
    public int figures() {
        return (rows.isPresent() ? 1 : 0) + sums.size();
    }
}
