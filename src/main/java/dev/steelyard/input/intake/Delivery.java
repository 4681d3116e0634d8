package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.exports.Slice;
import java.io.IOException;
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
 * @param refusals those of them that stop a run: required datasets that are missing or unreadable, registers of
 *     decisions of which a file is unreadable, and files that lie there
 *     under two names, all at once
 */
public record Delivery(
        Map<String, Schema> schemas, List<FrozenFile> files, List<Problem> problems, List<Problem> refusals) {

    /**
     * Freezes the files of each dataset, several datasets at once.
     *
     * @param folder the files of the input folder, and what else was found there
     * @param required the datasets without which nothing is scored
     * @param threads how many datasets at once; what comes of it is the same
     */
    public static Delivery freeze(
            Map<String, Schema> schemas, InputFolder folder, Collection<String> required, Freezer freezer, int threads)
            throws IOException {
        Map<String, Freezer.Frozen> byDataset = freezer.freeze(schemas.values(), folder, threads);
        List<FrozenFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(folder.problems());
        List<Problem> refusals = new ArrayList<>();
        List<Schema> absent = new ArrayList<>();
        for (Schema schema : schemas.values()) {
            Freezer.Frozen frozen = byDataset.get(schema.dataset());
            files.addAll(frozen.files());
            problems.addAll(frozen.problems());
            boolean isRequired = required.contains(schema.dataset());
            List<Problem> errors = Stream.concat(
                            folder.problems().stream()
                                    .filter(problem -> problem.where().dataset().equals(schema.dataset())),
                            frozen.problems().stream())
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            errors.stream()
                    .filter(error -> isRequired || schema.lossless() || error.code() == ProblemCode.FILE_TWICE)
                    .forEach(refusals::add);
            if (frozen.files().isEmpty() && errors.isEmpty()) {
                if (isRequired) {
                    Problem missing = missing(schema);
                    problems.add(missing);
                    refusals.add(missing);
                } else if (!schema.occasional()) {
                    absent.add(schema);
                }
            }
        }
        if (!absent.isEmpty()) {
            problems.add(Problem.of(ProblemCode.DATASET_ABSENT, SourceRef.NONE)
                    .with("count", Integer.toString(absent.size()))
                    .with("titles", absent.stream().map(Schema::zh).collect(Collectors.joining("、")))
                    .with("datasets", absent.stream().map(Schema::dataset).collect(Collectors.joining(", "))));
        }
        return new Delivery(schemas, List.copyOf(files), List.copyOf(problems), List.copyOf(refusals));
    }

    private static Problem missing(Schema schema) {
        String stems = Stream.concat(Stream.of(schema.zh(), schema.dataset()), schema.stems().stream())
                .collect(Collectors.joining(", "));
        return Problem.of(ProblemCode.FILE_MISSING, SourceRef.file(schema.dataset(), ""))
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
