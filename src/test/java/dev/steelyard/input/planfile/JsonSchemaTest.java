package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.input.planfile.form.PlanForms;
import dev.steelyard.input.planfile.yaml.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed schemas are those of the types; {@code -Dgolden.update=true} writes them anew. */
class JsonSchemaTest {

    @ParameterizedTest
    @ValueSource(classes = {Plan.class, ExportsFile.class, Job.class, CalendarFile.class, Voucher.class, Notify.class})
    void committedSchemaIsThatOfTheTypes(Class<?> type) throws IOException {
        String name = type.getSimpleName().replaceFirst("File$", "").toLowerCase(Locale.ROOT);
        Golden.file(
                Path.of("jobs/schema/" + name + ".schema.json"),
                JsonSchema.of(type, "Steelyard 杆秤: " + name, PlanForms.ALL, Javadocs::of));
    }

    /** What a schema refers to is defined there: a type that nothing reads would be neither. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "exports", "job", "calendar", "voucher", "notify"})
    void nothingIsReferredToThatIsNotDefined(String name) throws IOException {
        String schema = Files.readString(Path.of("jobs/schema/" + name + ".schema.json"));
        Set<String> referred = Pattern.compile("#/\\$defs/([\\w.]+)")
                .matcher(schema)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(referred).isNotEmpty().allMatch(type -> schema.contains("\n    \"" + type + "\": {"));
    }
}
