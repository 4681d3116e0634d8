package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import java.util.List;
import java.util.Optional;

/** Whether what reports show besides scores names things that there are. */
record InsightChecks(Binder binder, KnownNames lookup) {

    void run() {
        binder.all(Insight.LowPotential.class).forEach(this::lowPotential);
        binder.all(Insight.Falling.class)
                .forEach(rule -> lookup.dimension(rule.value().dimension(), rule.at("dimension")));
        binder.all(Insight.Behaviour.class).forEach(this::behaviour);
        binder.all(Insight.Honours.class)
                .forEach(rule -> lookup.grade(rule.value().grade(), rule.at("grade")));
        binder.all(Insight.ComplianceStar.class)
                .forEach(star -> lookup.dimension(star.value().dimension(), star.at("dimension")));
        binder.all(Insight.CustomerReputation.class).forEach(star -> {
            lookup.dimension(star.value().dimension(), star.at("dimension"));
            lookup.indicator(star.value().survey(), star.at("survey"));
        });
        binder.all(Insight.InnovationBreakthrough.class)
                .forEach(star -> lookup.indicator(star.value().indicator(), star.at("indicator")));
        binder.all(Insight.Careers.class).forEach(rule -> {
            lookup.grade(rule.value().grade(), rule.at("grade"));
            lookup.dimension(rule.value().dimension(), rule.at("dimension"));
        });
        binder.all(Insight.Careers.Channel.class).forEach(this::channel);
        binder.all(Insight.Sharing.class).forEach(rule -> rule.value()
                .dimensions()
                .keySet()
                .forEach(name -> lookup.dimension(name, rule.keyAt("dimensions", name))));
    }

    private void lowPotential(Bound<Insight.LowPotential> rule) {
        lookup.choices("customers", "potential", List.of(rule.value().potential()), rule.at("potential"));
        lookup.choices("customers", "potential", List.of(rule.value().instead()), rule.at("instead"));
    }

    private void behaviour(Bound<Insight.Behaviour> rule) {
        Insight.Behaviour value = rule.value();
        lookup.dataset(value.dataset(), rule.at("dataset")).ifPresent(schema -> {
            lookup.column(schema, value.at(), KnownNames.TIMED, rule.at("at"));
            lookup.column(schema, value.minutes(), KnownNames.NUMERIC, rule.at("minutes"));
            lookup.column(schema, value.effective(), KnownNames.NUMERIC, rule.at("effective"));
            lookup.column(schema, value.by(), KnownNames.ANY, rule.at("by"));
            lookup.dated(schema, Optional.empty(), rule.at("dataset"));
            lookup.personal(schema, rule.at("dataset"));
        });
        for (int i = 0; i < value.indicators().size(); i++) {
            lookup.indicator(value.indicators().get(i), rule.at("indicators", i));
        }
    }

    private void channel(Bound<Insight.Careers.Channel> channel) {
        List<String> indicators = channel.value().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            lookup.indicator(indicators.get(i), channel.at("indicators", i));
        }
    }
}
