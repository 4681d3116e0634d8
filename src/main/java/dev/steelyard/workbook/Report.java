package dev.steelyard.workbook;

import dev.steelyard.fact.Column;
import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Plan;
import dev.steelyard.run.InputFile;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.score.RankedScorecard;
import java.util.List;
import java.util.Optional;

/** A run to be shown in one language, and the words for what it names. */
record Report(RunIdentity identity, RunResult result, List<InputFile> inputs, ProblemDigest problems, String language) {

    Plan plan() {
        return result.input().plan();
    }

    List<RankedScorecard> cards() {
        return result.book().cards();
    }

    String say(Name name) {
        return name.in(language);
    }

    String say(String zh, String en) {
        return language.equals("zh") ? zh : en;
    }

    String track(String id) {
        return Optional.ofNullable(plan().tracks().get(id))
                .map(track -> say(track.name()))
                .orElse(id);
    }

    String dimension(String id) {
        return Optional.ofNullable(plan().dimensions().get(id)).map(this::say).orElse(id);
    }

    /** The name of an indicator or of a target. */
    String indicator(String id) {
        return Optional.ofNullable(plan().indicators().get(id))
                .map(Indicator::name)
                .or(() -> Optional.ofNullable(plan().targets().get(id)))
                .map(this::say)
                .orElse(id);
    }

    Optional<Schema> schema(String dataset) {
        return Optional.ofNullable(result.input().registers().schema(dataset));
    }

    /** A dataset as the exports are called in this language. */
    String dataset(String id) {
        return schema(id)
                .map(schema -> say(schema.zh(), id))
                .orElse(id.equals("corrections") ? say("更正", "corrections") : id);
    }

    /** A column as its header reads in this language. */
    String column(String dataset, String id) {
        return schema(dataset)
                .flatMap(schema -> schema.column(id))
                .map(column -> say(column.zh(), id))
                .orElse(id);
    }

    /** A coded value in the words of this language: the first spelling of the column's choices. */
    String choice(String dataset, String column, String value) {
        if (!language.equals("zh")) {
            return value.replace('_', ' ');
        }
        return schema(dataset)
                .flatMap(schema -> schema.column(column))
                .map(Column::choices)
                .map(choices -> choices.get(value))
                .filter(spellings -> !spellings.isEmpty())
                .map(spellings -> spellings.get(0))
                .orElse(value);
    }

    /** Sentences about several things, joined as the language does. */
    String join(List<String> parts) {
        return String.join(say("；", "; "), parts);
    }
}
