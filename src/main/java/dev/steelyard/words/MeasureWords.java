package dev.steelyard.words;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.said.Said;
import java.util.Optional;

/** A measure in words, wherever a person reads it: what its verb says ({@code plan.measure.VERB}), over which window, of whom. */
public record MeasureWords(PlanWords words, Plan plan) {

    public String of(String id, Indicator indicator) {
        Measure measure = indicator.measure();
        StringBuilder text = new StringBuilder(verb(id, measure));
        boolean ownWindow = !measure.window().equals(Window.PERIOD);
        if (ownWindow) {
            text.append(words.say("plan.measure.over", "window", words.window(measure.window())));
        }
        text.append(
                switch (measure.over()) {
                    case SELF -> "";
                    case TEAM -> words.say("plan.measure.personsTeam");
                    case REGION -> words.say("plan.measure.personsRegion");
                    case MENTEES -> words.say("plan.measure.menteesMentorsLedMade");
                });
        if (measure.basis().assigned()) {
            text.append(words.say("plan.attribution.assigned"));
        }
        if (measure.basis().restated()) {
            text.append(words.say("plan.prices.restated"));
        }
        measure.atLeast()
                .ifPresent(least -> text.append(words.say("plan.measure.fewerThanAnswersMissing", "least", least)));
        measure.atMost().ifPresent(most -> text.append(words.say("plan.measure.most"))
                .append(words.value(most, indicator.unit())));
        return text.toString();
    }

    /** The verb's own sentence says which of these it needs. */
    private String verb(String id, Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        return words.say(Said.of("plan.measure." + measure.verb())
                .with("of", facts(measure.of()))
                .with("numerator", facts(measure.numerator()))
                .with("denominator", facts(measure.denominator()))
                .with("against", measure.against().map(words::window).orElse(""))
                .with(
                        "having",
                        measure.having()
                                .map(having -> words.where(dataset, having))
                                .orElse(""))
                .with("target", target(id, measure))
                .with("since", words.column("employees", measure.since().orElse("")))
                .with("dimension", dimension(measure))
                .with("dataset", words.dataset(dataset))
                .with(
                        "columns",
                        measure.of()
                                .flatMap(of -> of.columns().stream().findFirst())
                                .map(column -> words.column(dataset, column))
                                .orElse(""))
                .with("from", words.column(dataset, measure.from().orElse("")))
                .with("to", words.column(dataset, measure.to().orElse("")))
                .with("days", measure.workingDays().map(Object::toString).orElse(""))
                .with("months", measure.months().map(Object::toString).orElse("")));
    }

    private String facts(Optional<Facts> facts) {
        return facts.map(words::facts).orElse("");
    }

    private String target(String id, Measure measure) {
        String target = measure.target().orElse(id);
        return Optional.ofNullable(plan.targets().get(target))
                .or(() -> Optional.ofNullable(plan.indicators().get(target)).map(Indicator::name))
                .map(words::name)
                .orElse(target);
    }

    private String dimension(Measure measure) {
        String id = measure.dimension().orElse("");
        Name name = plan.dimensions().get(id);
        return name == null ? id : words.name(name);
    }
}
