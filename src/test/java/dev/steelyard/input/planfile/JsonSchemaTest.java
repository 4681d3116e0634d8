package dev.steelyard.input.planfile;

import dev.steelyard.Golden;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.input.planfile.form.PlanForms;
import dev.steelyard.input.planfile.yaml.JsonSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
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
}
