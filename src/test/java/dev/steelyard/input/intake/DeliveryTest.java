package dev.steelyard.input.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a delivery stops a run, and what is only said. */
class DeliveryTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));

    @TempDir
    Path temp;

    private Delivery deliver(String... files) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        for (String file : files) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(
                    path,
                    file.startsWith("orders.csv")
                            ? "order_line_id,order_date,employee_id,customer_id," + "product_id,quantity,amount,cost\n"
                            : "x");
        }
        return Delivery.freeze(
                SCHEMAS,
                InputFolder.of(folder, SCHEMAS.values()),
                List.of("orders"),
                new Freezer(new ContentStore(temp.resolve("store")), Freezer.SLICE_BYTES),
                2);
    }

    /** Required datasets and registers of decisions, also where another file of theirs was read; the others are only said. */
    @ParameterizedTest
    @CsvSource({
        "申诉.xls, FILE_FORMAT, true",
        "9月申诉.ods, FILE_FORMAT, true",
        "花名册.xlsb, FILE_FORMAT, true",
        "compliance_events.csv, HEADER_MISSING, true",
        "orders2.xls, FILE_FORMAT, true",
        "销售明细.xlsx, FILE_DISGUISED, true",
        "拜访记录.xls, FILE_FORMAT, false",
        "知识考核.csv, HEADER_MISSING, false",
        "华东申诉.xls, FILE_MISNAMED, false",
        "华东/申诉.xls, FOLDER_OF_EXPORTS, false",
    })
    void aFileThatCannotBeRead(String name, ProblemCode code, boolean stops) throws IOException {
        Delivery delivery = deliver("orders.csv", name);
        assertThat(delivery.problems()).extracting(Problem::code).contains(code);
        assertThat(delivery.refusals()).extracting(Problem::code).isEqualTo(stops ? List.of(code) : List.of());
        assertThat(code.isOfWholeFile()).as("a run that goes on ends with 5").isTrue();
    }

    @Test
    void absentOptionalDatasetsAreOneLine() throws IOException {
        Delivery delivery = deliver("orders.csv");
        assertThat(delivery.problems()).extracting(Problem::code).containsExactly(ProblemCode.DATASET_ABSENT);
        long usual =
                SCHEMAS.values().stream().filter(schema -> !schema.occasional()).count();
        assertThat(delivery.problems().get(0).words()).containsEntry("count", Long.toString(usual - 1));
        assertThat(delivery.refusals()).isEmpty();
    }
}
