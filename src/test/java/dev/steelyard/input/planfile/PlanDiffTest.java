package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.text.PlanChange;
import dev.steelyard.input.planfile.text.PlanDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of two plans: nothing is left out, since what is not said nobody signs. */
class PlanDiffTest {

    private static final Path REFERENCE = Path.of("jobs/plans/reference-2026.yaml");

    /** Numbers that are no part of a name. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#-])-?\\d+(\\.\\d+)?(?=%?[\\],}\\s])");

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private final Plan plan = PlanFile.read(REFERENCE, schemas);

    @TempDir
    private Path folder;

    private List<PlanChange> changes(Plan other) {
        return PlanDiff.of(plan, schemas, other, schemas, "zh");
    }

    @Test
    void aPlanIsNotDifferentFromItself() {
        assertThat(changes(plan)).isEmpty();
    }

    /** Each number of the reference plan in turn, one higher: where the plan is still one, a statement changes, there. */
    @Test
    void everyNumberOfThePlanIsSaidWhereItStands() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        List<String> silent = new ArrayList<>();
        int changed = 0;
        for (int line = 0; line < lines.size(); line++) {
            String code = lines.get(line).replaceFirst("(^|\\s)#.*", "");
            Matcher numbers = NUMBER.matcher(code);
            while (numbers.find()) {
                String higher = higher(numbers.group());
                String text = code.substring(0, numbers.start()) + higher + code.substring(numbers.end());
                if (isOtherPlan(lines, line, text, silent)) {
                    changed++;
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(changed).isGreaterThan(100);
    }

    /** Words of the plan: which facts, conditions, windows, tracks and names. */
    @Test
    void everyWordOfThePlanIsSaidWhereItStands() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        List<String> silent = new ArrayList<>();
        List<List<String>> words = List.of(
                List.of("mature}", "innovative}"),
                List.of("sum:", "count:"),
                List.of("period]", "previous_period]"),
                List.of("previous_period", "quarter"),
                List.of("rolling_12_months", "rolling_6_months"),
                List.of("last_completed_quarter", "period"),
                List.of("year_to_date", "period"),
                List.of("same_period_last_year", "previous_period"),
                List.of("missing: skip", "missing: zero"),
                List.of("missing: zero", "missing: hold"),
                List.of("missing: hold", "missing: skip"),
                List.of("unit: percent", "unit: number"),
                List.of("unit: points", "unit: number"),
                List.of("unit: days", "unit: number"),
                List.of("linear:", "step:"),
                List.of("en: ", "en: New "),
                List.of("zh: ", "zh: 新"),
                List.of("{mature: hold", "{mature: first_tier"),
                List.of("first_tier", "hold"),
                List.of("least_grade: C", "least_grade: B"),
                List.of("cycle: month", "cycle: quarter"),
                List.of("cycle: quarter", "cycle: month"),
                List.of("orders.amount", "orders.cost"),
                List.of("sell_out.amount", "sell_out.quantity"),
                List.of("converted", "declined"),
                List.of("approved", "rejected"),
                List.of("yes}", "no}"),
                List.of("3A}", "2A}"),
                List.of("manager: true", "manager: false"),
                List.of("managers_see_pay: false", "managers_see_pay: true"),
                List.of("Asia/Shanghai", "Asia/Tokyo"),
                List.of("CNY", "USD"),
                List.of("2026-12-31", "2026-11-30"),
                List.of("severities: [major]", "severities: [minor]"),
                List.of("severities: [veto]", "severities: [major]"),
                List.of("grade: D", "grade: C"),
                List.of("share_attainment\n", "sales_amount\n"),
                List.of("target: gross_profit", "target: sales_amount"),
                List.of("[mature, innovation, dealer]", "[mature, innovation]"),
                List.of("tracks: [innovation]", "tracks: [mature]"),
                List.of("over: region", "over: self"),
                List.of("customer.kind, ", ""),
                List.of("exams.score", "exams.passed"),
                List.of("since: track_since", "since: hire_date"),
                List.of("kinds: [regulator_notice, ", "kinds: ["));
        int changed = 0;
        for (List<String> word : words) {
            for (int line = 0; line < lines.size(); line++) {
                String code = lines.get(line).replaceFirst("(^|\\s)#.*", "");
                if (code.contains(word.get(0))
                        && isOtherPlan(lines, line, code.replace(word.get(0), word.get(1)), silent)) {
                    changed++;
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(changed).isGreaterThan(100);
    }

    private static String higher(String number) {
        return number.contains(".")
                ? number.replaceFirst("\\d$", "") + (Character.digit(number.charAt(number.length() - 1), 10) + 1) % 10
                : Integer.toString(Integer.parseInt(number) + 1);
    }

    /** Whether the line makes another plan; one of which nothing is said, or not where it stands, is noted. */
    private boolean isOtherPlan(List<String> lines, int line, String text, List<String> silent) throws IOException {
        List<String> edited = new ArrayList<>(lines);
        edited.set(line, text);
        Path file = folder.resolve("plan.yaml");
        Files.write(file, edited);
        Plan other;
        try {
            other = PlanFile.read(file, schemas);
        } catch (InvalidFile refused) {
            return false;
        }
        if (other.equals(plan)) {
            return false;
        }
        PlanPlaces places = PlanPlaces.of(file);
        boolean said = changes(other).stream()
                .map(change -> places.at(change.path()).line())
                .anyMatch(at -> at <= line + 1 && at > line - 12);
        if (!said) {
            silent.add((line + 1) + ": " + text.strip() + " → " + changes(other));
        }
        return true;
    }
}
