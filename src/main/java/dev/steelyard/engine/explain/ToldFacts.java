package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.FactsWords;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.said.Said;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of a plan as an explanation says them: with what the run's exports are called, and over which days. */
final class ToldFacts implements FactsWords.Names {

    private final Vocabulary words;

    /** The same facts are told of everybody. */
    private final Map<Facts, Said> told = new ConcurrentHashMap<>();

    ToldFacts(Vocabulary words) {
        this.words = words;
    }

    /** {@code 「销售明细」的金额之和（产品生命周期为成熟） 2026-09-01..2026-09-30}. */
    Said of(Facts facts, Days days) {
        return of(facts).then(" ").then(days.toString());
    }

    /** What its figure is the sum, count or choice of. */
    Said of(Facts facts) {
        return told.computeIfAbsent(facts, new FactsWords(this)::summed);
    }

    Said where(String dataset, Where where) {
        return new FactsWords(this).where(dataset, where);
    }

    @Override
    public Said dataset(String id) {
        return Said.of(
                "plan.wording.dataset",
                "title",
                words.schema(id).map(Schema::zh).orElse(id),
                "dataset",
                id);
    }

    /** The column as people call it; of a looked-up one with what it was looked up in: {@code product.lifecycle}. */
    @Override
    public Said column(String dataset, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return words.column(dataset, path);
        }
        return words.lookedUp(register(dataset, path), path);
    }

    /** The register that a dotted path looks up. */
    private String register(String dataset, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? dataset
                : words.columnOf(dataset, path.substring(0, dot) + "_id")
                        .flatMap(column -> column.references())
                        .orElse(dataset);
    }

    @Override
    public Said coded(String dataset, String path, String value) {
        return switch (value) {
            case "yes", "true" -> Said.of("word.yes");
            case "no", "false" -> Said.of("word.no");
            default -> words.choice(register(dataset, path), path.substring(path.indexOf('.') + 1), value);
        };
    }

    @Override
    public boolean isDated(String dataset, String path) {
        return words.columnOf(register(dataset, path), path.substring(path.indexOf('.') + 1))
                .filter(column -> column.type().isDay())
                .isPresent();
    }
}
