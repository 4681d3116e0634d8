package dev.steelyard.engine.explain;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.verb.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What ids of the plan and the exports are called. */
public final class Vocabulary {

    private final RunResult result;

    /** What the plan and the exports of this result call things. */
    public Vocabulary(RunResult result) {
        this.result = result;
    }

    private Plan plan() {
        return result.input().plan();
    }

    /** A name of the plan, in the reader's language. */
    public static Said label(Name name) {
        return Said.of("name", "name", name);
    }

    Said track(String id) {
        return Optional.ofNullable(plan().tracks().get(id))
                .map(track -> label(track.name()))
                .orElse(Said.text(id));
    }

    /** What the plan calls a dimension; the id of one that it does not have. */
    public Said dimension(String id) {
        return Optional.ofNullable(plan().dimensions().get(id))
                .map(Vocabulary::label)
                .orElse(Said.text(id));
    }

    /** The name of an indicator or of a target. */
    public Said indicator(String id) {
        return Optional.ofNullable(plan().indicators().get(id))
                .map(Indicator::name)
                .or(() -> Optional.ofNullable(plan().targets().get(id)))
                .map(Vocabulary::label)
                .orElse(Said.text(id));
    }

    /** How a dataset is described; empty for one that the run does not know. */
    public Optional<Schema> schema(String dataset) {
        return Optional.ofNullable(result.input().registers().schema(dataset));
    }

    /** What a dataset is called: in Chinese as its header says, in English by its id. */
    public Said dataset(String id) {
        return Said.of("name", "name", new Name(schema(id).map(Schema::zh).orElse(id), id));
    }

    Optional<DatasetColumn> columnOf(String dataset, String id) {
        return schema(dataset).flatMap(schema -> schema.column(id));
    }

    Said column(String dataset, String id) {
        return Said.of(
                "name",
                "name",
                new Name(columnOf(dataset, id).map(DatasetColumn::zh).orElse(id), id));
    }

    /** A column of a register that a row was looked up in: {@code product.lifecycle}. */
    Said lookedUp(String register, String path) {
        String column = path.substring(path.indexOf('.') + 1);
        String zh = schema(register).map(Schema::zh).orElse(register)
                + columnOf(register, column).map(DatasetColumn::zh).orElse(column);
        return label(new Name(zh, path));
    }

    /** A coded value in words: in Chinese the first spelling of the column's choices. */
    Said choice(String dataset, String column, String value) {
        String zh = columnOf(dataset, column)
                .map(DatasetColumn::choices)
                .map(choices -> choices.get(value))
                .filter(spellings -> !spellings.isEmpty())
                .map(spellings -> spellings.get(0))
                .orElse(value);
        return Said.of("name", "name", new Name(zh, value.replace('_', ' ')));
    }

    /** What a status is called. */
    public static Said status(Status status) {
        return Said.of("explain.status", status);
    }

    /** Why a value is missing. */
    public static Said gap(Measured.Gap gap) {
        return Said.of("state.gap", gap);
    }

    /** What absent data does to the person. */
    static Said effect(Indicator.Missing missing) {
        return Said.of("state.effect", missing);
    }

    /** A remark with names instead of ids. */
    public Said remark(Remark remark) {
        return remark.said((at, detail) -> switch (remark.kind()) {
            case NO_TARGET, NO_VALUE -> indicator(detail);
            case VETO -> at == 1 ? choice("compliance_events", "kind", detail) : detail;
            case EXPLORATION -> at == 0 ? dimension(detail) : detail;
            case MEAN_OF -> join(
                    Arrays.stream(detail.split(" ")).map(Said::text).toList(), Said.of("list.separator"));
            default -> detail;
        });
    }

    /** Labels with something between them that each language writes in its way. */
    public static Said join(List<Said> labels, Said between) {
        return labels.stream()
                .reduce((all, next) -> Said.of("joined", "first", all, "between", between, "next", next))
                .orElse(Said.text(""));
    }
}
