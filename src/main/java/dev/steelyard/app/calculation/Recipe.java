package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run is calculated from, such that another process that reaches the store can rebuild it without freezing anything: rules and
 * inputs by their hashes, each in its order. An edition's manifest says the same of a run that is over.
 *
 * @param does what the job is for
 * @param engine whose run it is
 * @param sliceBytes how the files were cut
 * @param inputs corrections too, under their dataset's name
 * @param earlier the shorter periods of which the ledger has scores: what they are measured from is not asked for
 * @param grounds dataset → the hash of what is asked of its rows and on which grounds; empty where nobody compares
 */
public record Recipe(
        String job,
        String does,
        String period,
        String asOf,
        String engine,
        long sliceBytes,
        String plan,
        RunRules.Hashes rules,
        List<Input> inputs,
        List<String> earlier,
        Map<String, String> grounds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Recipe {
        inputs = List.copyOf(inputs);
        earlier = List.copyOf(earlier);
        grounds = new TreeMap<>(grounds);
    }

    /** A file as delivered, whose copy lies in the store. */
    public record Input(String dataset, String name, String sha256, long bytes) {

        ContentStore.Content content() {
            return new ContentStore.Content(sha256, bytes);
        }
    }

    /** Of a run at work. */
    static Recipe of(Intake intake, Map<String, String> grounds) {
        RunRequest request = intake.request();
        List<Input> inputs = new ArrayList<>();
        intake.delivery()
                .files()
                .forEach(file -> inputs.add(new Input(file.dataset(), file.name(), file.sha256(), file.bytes())));
        intake.corrections()
                .inputs()
                .forEach(file -> inputs.add(new Input(file.dataset(), file.name(), file.sha256(), file.bytes())));
        return new Recipe(
                request.job().job(),
                request.job().does().name(),
                request.period().toString(),
                request.asOf().toString(),
                request.host().engine(),
                request.host().sliceBytes(),
                request.plan().plan(),
                request.rules().hashes(),
                inputs,
                intake.earlier().scorecards().keySet().stream()
                        .map(Period::toString)
                        .toList(),
                grounds);
    }

    /** Of a run that was published: it scored, and how its files were cut is told by nothing. */
    static Recipe of(Manifest manifest, long sliceBytes) {
        return new Recipe(
                manifest.job(),
                Purpose.SCORING.name(),
                manifest.period(),
                manifest.asOf(),
                manifest.engine(),
                sliceBytes,
                manifest.plan(),
                new RunRules.Hashes(manifest.planHash(), manifest.exportsHash(), manifest.calendarHash()),
                manifest.inputs().stream()
                        .map(input -> new Input(input.dataset(), input.name(), input.sha256(), input.bytes()))
                        .toList(),
                List.of(),
                Map.of());
    }

    /** Keeps it, and says under which hash. */
    public String keep(ContentStore store) throws IOException {
        byte[] written = JSON.writeValueAsBytes(this);
        return store.put(out -> out.write(written)).sha256();
    }

    /** What was kept; empty where the store has no such thing. */
    public static Optional<Recipe> find(ContentStore store, String sha256) throws IOException {
        Optional<Path> kept = store.find(sha256);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.readValue(Files.readAllBytes(kept.get()), Recipe.class));
    }

    /** The request of somebody who calculates it again; nothing is published or recorded. */
    RunRequest request(RunRules by, Path output) {
        Period of = Period.parse(period).orElseThrow();
        return new RunRequest(
                Recalculation.job(job, Purpose.valueOf(does), of),
                by,
                of,
                LocalDate.parse(asOf),
                Mode.TRIAL,
                output,
                false,
                output,
                "zh",
                new Host(Runtime.getRuntime().availableProcessors(), sliceBytes, OffsetDateTime.MIN, engine),
                List.of());
    }
}
