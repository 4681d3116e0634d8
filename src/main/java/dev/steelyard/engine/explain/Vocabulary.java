package dev.steelyard.engine.explain;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.measure.Measured;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.trace.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What ids of the plan and the exports are called. */
public final class Vocabulary {

    private final RunResult result;

    public Vocabulary(RunResult result) {
        this.result = result;
    }

    private Plan plan() {
        return result.input().plan();
    }

    public static Label label(Name name) {
        return new Label(name.zh(), name.en());
    }

    Label track(String id) {
        return Optional.ofNullable(plan().tracks().get(id))
                .map(track -> label(track.name()))
                .orElse(Label.of(id));
    }

    public Label dimension(String id) {
        return Optional.ofNullable(plan().dimensions().get(id))
                .map(Vocabulary::label)
                .orElse(Label.of(id));
    }

    /** The name of an indicator or of a target. */
    public Label indicator(String id) {
        return Optional.ofNullable(plan().indicators().get(id))
                .map(Indicator::name)
                .or(() -> Optional.ofNullable(plan().targets().get(id)))
                .map(Vocabulary::label)
                .orElse(Label.of(id));
    }

    public Optional<Schema> schema(String dataset) {
        return Optional.ofNullable(result.input().registers().schema(dataset));
    }

    public Label dataset(String id) {
        return new Label(schema(id).map(Schema::zh).orElse(id), id);
    }

    Optional<Column> columnOf(String dataset, String id) {
        return schema(dataset).flatMap(schema -> schema.column(id));
    }

    Label column(String dataset, String id) {
        return new Label(columnOf(dataset, id).map(Column::zh).orElse(id), id);
    }

    /** A coded value in words: in Chinese the first spelling of the column's choices. */
    Label choice(String dataset, String column, String value) {
        String zh = columnOf(dataset, column)
                .map(Column::choices)
                .map(choices -> choices.get(value))
                .filter(spellings -> !spellings.isEmpty())
                .map(spellings -> spellings.get(0))
                .orElse(value);
        return new Label(zh, value.replace('_', ' '));
    }

    public static Label status(Status status) {
        return switch (status) {
            case RANKED -> new Label("已排名", "ranked");
            case VETOED -> new Label("已否决", "vetoed");
            case HELD -> new Label("待核", "held");
            case EXEMPT -> new Label("免考（不评等级、不排名）", "exempt (neither graded nor ranked)");
            case INTERIM -> new Label("中期（不排名、不兑付）", "interim (neither ranked nor paid)");
        };
    }

    public static Label gap(Measured.Gap gap) {
        return switch (gap) {
            case NO_TARGET -> new Label("没有目标", "no target");
            case NO_DATA -> new Label("没有数据", "no data");
            case TOO_FEW_ANSWERS -> new Label("回答份数不足", "too few answers");
            case NO_DAY -> new Label("没有可计的工作日", "no available day");
            case NOT_COMPARABLE -> new Label("对比期在岗不足一半", "there for less than half of the base");
            case NO_DATASET -> new Label("数据集未提供", "dataset not delivered");
        };
    }

    /** What absent data does to the person. */
    static Label effect(Indicator.Missing missing) {
        return switch (missing) {
            case SKIP -> new Label("权重分摊给同维度其他指标", "its weight goes to the dimension's others");
            case ZERO -> new Label("按 0 计", "counts as 0");
            case HOLD -> new Label("该员工待核", "the person is held");
        };
    }

    /** A remark with names instead of ids. */
    public Label remark(Remark remark) {
        return new Label(remark(remark, "zh"), remark(remark, "en"));
    }

    private String remark(Remark remark, String language) {
        List<String> details = new ArrayList<>(remark.details());
        switch (remark.kind()) {
            case NO_TARGET, NO_VALUE -> details.replaceAll(id -> indicator(id).in(language));
            case VETO -> details.set(
                    1, choice("compliance_events", "kind", details.get(1)).in(language));
            case EXPLORATION -> details.set(0, dimension(details.get(0)).in(language));
            default -> {
                // Their details read the same in every language.
            }
        }
        return new Remark(remark.kind(), details).in(language);
    }

    /** Labels with something between them that each language writes in its way. */
    public static Label join(List<Label> labels, Label between) {
        return new Label(joined(labels, Label::zh, between.zh()), joined(labels, Label::en, between.en()));
    }

    private static String joined(List<Label> labels, Function<Label, String> in, String between) {
        return labels.stream().map(in).collect(Collectors.joining(between));
    }
}
