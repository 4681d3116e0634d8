package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steelyard.Golden;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.SourceText;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The catalogue of mistakes: for each code a folder with the smallest file that makes it and the full text, Chinese and
 * English. {@code -Dgolden.update=true} writes the texts anew.
 */
class PlanErrorTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/plan-errors");

    @TempDir
    Path scratch;

    /** A record that refuses what it is given. */
    public record Fussy(int value) {
        public Fussy {
            if (value != 4) {
                throw new IllegalArgumentException("value must be 4");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlanError.class)
    void everyCodeHasItsSmallestFileAndItsText(PlanError code) throws IOException {
        Path folder = CATALOGUE.resolve(code.name());
        assertThat(folder).isDirectory();
        InvalidFile invalid = catchThrowableOfType(InvalidFile.class, () -> read(folder));
        assertThat(invalid).as("nothing is wrong in " + folder).isNotNull();
        assertThat(invalid.mistakes()).extracting(Mistake::code).contains(code);
        String text = invalid.text("zh", true) + "\n\n" + invalid.text("en", true) + "\n";
        Golden.file(
                folder.resolve("expected.txt"), text.replace(folder + "/", "").replace(scratch + "/", ""));
    }

    @Test
    void theListOfCodesIsThatOfTheCatalogue() throws IOException {
        StringBuilder list = new StringBuilder(
                """
                # What can be wrong with a plan, job, exports or calendar file

                One folder for each code: the smallest file that makes the mistake, and the full text in `expected.txt`.

                | code | 中文 | English |
                |---|---|---|
                """);
        for (PlanError code : PlanError.values()) {
            list.append("| [%s](%s) | %s | %s |\n"
                    .formatted(
                            code.code(),
                            code.name(),
                            Words.in("zh").say("mistake." + code.name()),
                            Words.in("en").say("mistake." + code.name())));
        }
        Golden.file(CATALOGUE.resolve("README.md"), list.toString());
    }

    private void read(Path folder) throws IOException {
        if (folder.endsWith("FILE_TOO_BIG")) {
            Path big = scratch.resolve("plan.yaml");
            Files.writeString(big, "#".repeat(SourceText.MAX_BYTES + 1));
            plan(big);
        } else if (folder.endsWith("JOB_UNKNOWN")) {
            JobFile.find(folder, "month-edn");
        } else if (folder.endsWith("JOBS_NONE")) {
            JobFile.find(folder, "month-end");
        } else if (Files.exists(folder.resolve("refused.yaml"))) {
            Mistakes mistakes = new Mistakes();
            YamlFiles.open(folder.resolve("refused.yaml"), mistakes)
                    .orElseThrow()
                    .bind(Fussy.class);
            mistakes.throwIfAny();
        } else if (Files.exists(folder.resolve("calendar"))) {
            CalendarFile.read(folder.resolve("calendar"));
        } else if (Files.exists(folder.resolve("job.yaml"))) {
            JobFile.read(folder.resolve("job.yaml"));
        } else if (Files.exists(NotifyFile.of(folder))) {
            NotifyFile.read(folder);
        } else if (Files.exists(folder.resolve("voucher.yaml"))) {
            VoucherFile.read(folder.resolve("voucher.yaml"));
        } else if (Files.exists(folder.resolve("exports.yaml"))) {
            ExportsFile.read(folder.resolve("exports.yaml"));
        } else {
            plan(folder.resolve("plan.yaml"));
        }
    }

    private static Plan plan(Path file) {
        return PlanFile.read(file, ExportsFile.read(CATALOGUE.resolve("exports.yaml")));
    }

    @Test
    void thePlanThatTheCatalogueVariesHasNoMistake() {
        assertThat(plan(CATALOGUE.resolve("small.yaml")).plan()).isEqualTo("small");
    }

    /** Eleven kinds of mistake in one plan: each is said where it stands, also those behind a key that stands twice and a full-width colon. */
    @Test
    void noMistakeHidesAnother() throws IOException {
        Map<String, String> spoilt = Map.ofEntries(
                Map.entry("from: 2026-01-01", "from: 2026-13-01"),
                Map.entry("{performance: 45, compliance: 20, customer: 20, capability: 15}", "{performance: 45}"),
                Map.entry("weight: {mature: 35}", "wieght: {mature: 35}"),
                Map.entry("[30%, 60]", "[30%, 六十]"),
                Map.entry("{grade: A, from: 85}", "{grade: A, from: 96}"),
                Map.entry("      numerator: {latest", "      numerator： {latest"),
                Map.entry("  key_account_share:", "  sales_growth:"),
                Map.entry("within_months: 12", "within_months: 十二"),
                Map.entry("up_to: 100%, rate: 1.2%", "up_to: 70%, rate: 1.2%"),
                Map.entry("indicator: sell_in_attainment", "indicator: sell_in_atainment"),
                Map.entry("sum: sell_out.amount}       #", "sum: sell_out.amuont}       #"));
        String plan = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        Path file = scratch.resolve("plan.yaml");
        for (Map.Entry<String, String> one : spoilt.entrySet()) {
            assertThat(plan).contains(one.getKey());
            plan = plan.replaceFirst(Pattern.quote(one.getKey()), one.getValue());
        }
        Files.writeString(file, plan);
        InvalidFile invalid = catchThrowableOfType(
                InvalidFile.class, () -> PlanFile.read(file, ExportsFile.read(Path.of("jobs/exports.yaml"))));
        assertThat(invalid.mistakes())
                .extracting(Mistake::code)
                .contains(
                        PlanError.NOT_A_DATE,
                        PlanError.WEIGHTS_SUM,
                        PlanError.KEY_UNKNOWN,
                        PlanError.NOT_A_NUMBER,
                        PlanError.GRADES_ORDER,
                        PlanError.WIDE_SIGN,
                        PlanError.KEY_TWICE,
                        PlanError.NOT_A_WHOLE_NUMBER,
                        PlanError.TIER_ORDER,
                        PlanError.INDICATOR_UNKNOWN,
                        PlanError.COLUMN_UNKNOWN);
        for (String language : List.of("zh", "en")) {
            // Place, what is wrong, what is expected, what to do.
            assertThat(invalid.text(language, true).lines().filter(line -> line.startsWith(file.toString())))
                    .isNotEmpty()
                    .hasSameSizeAs(invalid.mistakes())
                    .allMatch(line -> line.matches(".*:\\d+:\\d+ .+ — .+ — .+"));
        }
    }

    @Test
    void reportsEveryMistakeOfEveryFileAtOnce() throws IOException {
        Files.createDirectories(scratch.resolve("calendar"));
        Files.writeString(
                scratch.resolve("job.yaml"),
                Files.readString(Path.of("jobs/month-end.yaml"))
                        .replace("plans/reference-2026.yaml", "plan.yaml")
                        .replace("required: [employees", "required: [employee"));
        Files.writeString(
                scratch.resolve("plan.yaml"),
                Files.readString(Path.of("jobs/plans/reference-2026.yaml"))
                        .replace("missing: hold", "missing: held")
                        .replace("verb: growth", "verb: grow"));
        Files.copy(Path.of("jobs/exports.yaml"), scratch.resolve("exports.yaml"));
        InvalidFile invalid = catchThrowableOfType(
                InvalidFile.class, () -> Setup.read(scratch.resolve("job.yaml"), Optional.empty()));
        assertThat(invalid.mistakes())
                .extracting(Mistake::code)
                .containsExactlyInAnyOrder(
                        PlanError.CALENDAR_EMPTY,
                        PlanError.DATASET_UNKNOWN,
                        PlanError.VERB_UNKNOWN,
                        PlanError.NOT_A_CHOICE,
                        PlanError.NOT_A_CHOICE);
    }

    @Test
    void fullWidthSignsHideNoOtherMistake() throws IOException {
        Path wide = scratch.resolve("plan.yaml");
        Files.writeString(
                wide,
                Files.readString(CATALOGUE.resolve("small.yaml"))
                        .replace("currency: CNY", "currency：CNY")
                        .replace("missing: hold", "missing: held")
                        .replace("unit: percent", "unit: percnt"));
        InvalidFile invalid = catchThrowableOfType(InvalidFile.class, () -> plan(wide));
        assertThat(invalid.mistakes())
                .extracting(Mistake::code)
                .containsExactlyInAnyOrder(PlanError.WIDE_SIGN, PlanError.NOT_A_CHOICE, PlanError.NOT_A_CHOICE);
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Path marked = scratch.resolve("plan.yaml");
        Files.writeString(marked, "\uFEFF" + Files.readString(CATALOGUE.resolve("small.yaml")));
        assertThat(plan(marked).plan()).isEqualTo("small");
    }
}
