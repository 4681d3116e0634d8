package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.unit.Fraction;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a row of the committee's decisions 委员会校准 says, in force or not.
 *
 * @param approvers the names that approve, each once: a name in other spacing, case or width is the same name
 * @param prorate whether its target is cut for days that nobody was there; empty where it does not say: then it is not
 */
public record CalibrationRow(
        String decisionId,
        Optional<LocalDate> decidedDate,
        String subjectType,
        String subject,
        String indicator,
        Optional<Period> period,
        Optional<Fraction> newTarget,
        String reason,
        List<String> approvers,
        Optional<Boolean> prorate,
        Row row) {

    public static final KnownDataset<CalibrationRow> DATASET = KnownDataset.of("calibrations", CalibrationRow.class);

    public CalibrationRow {
        approvers = eachOnce(approvers);
    }

    static List<String> eachOnce(List<String> approvers) {
        Map<String, String> byName = new LinkedHashMap<>();
        approvers.forEach(name -> byName.putIfAbsent(folded(name), name));
        return List.copyOf(byName.values());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The target that it is about; empty where it names no period. */
    public Optional<TargetKey> key() {
        return period.map(of -> new TargetKey(subjectType, subject, indicator, of));
    }

    /** Why the decision is refused, as its problem says it; blank where nothing is wrong with it. */
    public String refusal() {
        if (approvers.size() < 2) {
            return "approvers: " + approvers.size();
        }
        String blank = reason.isEmpty()
                ? "reason"
                : decidedDate.isEmpty()
                        ? "decided_date"
                        : newTarget.isEmpty() ? "new_target" : period.isEmpty() ? "period" : "";
        return blank.isEmpty() ? "" : blank + " is blank";
    }
}
