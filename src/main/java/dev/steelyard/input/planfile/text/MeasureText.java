package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import java.util.Optional;

/** A measure in words. */
record MeasureText(Wording words, Plan plan) {

    String of(String id, Indicator indicator) {
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

    private String verb(String id, Measure measure) {
        String of = measure.of().map(words::facts).orElse("");
        return switch (measure.verb()) {
            case "growth" -> words.say("plan.measure.growthAgainst", "of", of, "against", against(measure));
            case "ratio" -> facts(measure.numerator()) + " ÷ " + facts(measure.denominator());
            case "share" -> words.say("plan.measure.shareHaving", "of", of, "having", having(measure));
            case "attainment" -> words.say("plan.measure.target", "of", of, "target", target(id, measure));
            case "nps" -> nps(measure);
            case "within" -> within(measure);
            case "repeat" -> repeat(measure);
            case "days_between" -> words.say(
                    "plan.measure.averageDaysFromWho",
                    "since",
                    words.column("employees", measure.since().orElse("")),
                    "of",
                    of);
            case "without" -> words.say("plan.measure.sharePeopleWhoseZero", "of", of);
            case "team_mean" -> words.say("plan.measure.meanMembersHeldMembers", "dimension", dimension(measure));
            case "sum", "count", "distinct", "average", "min", "max", "latest" -> of;
            default -> measure.verb() + (of.isEmpty() ? "" : words.say("plan.measure.of", "of", of));
        };
    }

    private String facts(Optional<Facts> facts) {
        return facts.map(words::facts).orElse("");
    }

    private String against(Measure measure) {
        return measure.against().map(words::window).orElse("");
    }

    private String having(Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        return measure.having().map(having -> words.where(dataset, having)).orElse("");
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

    private String nps(Measure measure) {
        String columns = measure.of()
                .map(facts -> words.column(facts.dataset(), facts.columns().get(0)))
                .orElse("");
        String dataset =
                measure.of().map(facts -> words.dataset(facts.dataset())).orElse("");
        return words.say("plan.measure.n100TimesAnswers9", "dataset", dataset, "columns", columns);
    }

    private String within(Measure measure) {
        String dataset = measure.of().map(Facts::dataset).orElse("");
        String from = words.column(dataset, measure.from().orElse(""));
        String to = words.column(dataset, measure.to().orElse(""));
        String days = measure.workingDays().map(Object::toString).orElse("");
        return words.say(
                "plan.measure.shareHavingMostWorking",
                "facts",
                facts(measure.of()),
                "to",
                to,
                "from",
                from,
                "days",
                days);
    }

    private String repeat(Measure measure) {
        String months = measure.months().map(Object::toString).orElse("");
        return words.say("plan.measure.monthsBeforePeriodShare", "months", months, "facts", facts(measure.of()));
    }
}
