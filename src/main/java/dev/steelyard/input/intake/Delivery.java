package dev.steelyard.input.intake;

import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.exports.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was delivered, frozen.
 *
 * @param files in the order of the datasets, then of their names
 * @param problems what is wrong with files as a whole
 * @param refusals those of them that stop a run: required datasets that are missing or unreadable, and files that lie there
 *     under two names, all at once
 */
public record Delivery(
        Map<String, Schema> schemas, List<FrozenFile> files, List<Problem> problems, List<Problem> refusals) {

    /**
     * Freezes the files of each dataset.
     *
     * @param found dataset → its files in the input folder
     * @param required the datasets without which nothing is scored
     */
    public static Delivery freeze(
            Map<String, Schema> schemas, Map<String, List<Path>> found, Collection<String> required, Freezer freezer)
            throws IOException {
        List<FrozenFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (Schema schema : schemas.values()) {
            Freezer.Frozen frozen = freezer.freeze(schema, found.getOrDefault(schema.dataset(), List.of()));
            files.addAll(frozen.files());
            problems.addAll(frozen.problems());
            boolean isRequired = required.contains(schema.dataset());
            List<Problem> errors = frozen.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            errors.stream()
                    .filter(error -> isRequired || error.code() == ProblemCode.FILE_TWICE)
                    .forEach(refusals::add);
            if (frozen.files().isEmpty() && errors.isEmpty()) {
                Problem absent = absent(schema, isRequired);
                problems.add(absent);
                if (isRequired) {
                    refusals.add(absent);
                }
            }
        }
        return new Delivery(schemas, List.copyOf(files), List.copyOf(problems), List.copyOf(refusals));
    }

    private static Problem absent(Schema schema, boolean required) {
        String stems = Stream.concat(Stream.of(schema.zh(), schema.dataset()), schema.stems().stream())
                .collect(Collectors.joining(", "));
        return Problem.of(
                        required ? ProblemCode.FILE_MISSING : ProblemCode.DATASET_ABSENT,
                        SourceRef.file(schema.dataset(), ""))
                .with("title", schema.zh())
                .with("stems", stems);
    }

    /** The datasets of which at least one file could be read. */
    public Set<String> present() {
        return files.stream().map(FrozenFile::dataset).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The slices of registers or of streamed datasets, numbered in the order of the files. */
    public List<Slice> slices(boolean registers) {
        return files.stream()
                .filter(file -> schemas.get(file.dataset()).register() == registers)
                .flatMap(file -> file.slices().stream())
                .toList();
    }

    /** The same with some slices replaced. */
    Delivery with(UnaryOperator<Slice> slices) {
        List<FrozenFile> replaced = files.stream()
                .map(file -> new FrozenFile(
                        file.dataset(),
                        file.name(),
                        file.sha256(),
                        file.bytes(),
                        file.charset(),
                        file.slices().stream().map(slices).toList()))
                .toList();
        return new Delivery(schemas, replaced, problems, refusals);
    }

    /** Bytes as delivered. */
    public long bytes() {
        return files.stream().mapToLong(FrozenFile::bytes).sum();
    }
}
