package dev.steelyard.engine.plausible;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every rule, and what a job must have written that it speaks. */
final class AllRules {

    /** In the order in which findings of one gravity are told. */
    private static final List<BiConsumer<Evidence, Consumer<Finding>>> RULES = List.of(
            rule(Plausible::empty, VolumeRules::empty),
            over(each(Plausible::stale, Evidence::watchedMonths, VolumeRules::stale)),
            over(when(Plausible::stale, VolumeRules::gone)),
            over(each(Plausible::thin, Evidence::comparable, VolumeRules::thin)),
            over(each(Plausible::endsEarly, Evidence::comparable, VolumeRules::endsEarly)),
            each(Plausible::growth, Evidence::comparable, VolumeRules::growth),
            when(Plausible::empty, OtherRules::empty),
            over(when(Plausible::stale, OtherRules::stale)),
            each(Plausible::twice, Evidence::watchedMonths, RowRules::twice),
            each(Plausible::twice, Evidence::watchedMonths, AgainRules::again),
            rule(Plausible::totals, RowRules::totals),
            rule(Plausible::unit, UnitRules::unit),
            rule(Plausible::unit, ScaleRules::unit),
            rule(Plausible::unit, UnitRules::prices),
            rule(Plausible::unit, UnitRules::shares),
            each(Plausible::swap, Evidence::allMonths, ValueRules::swap),
            each(Plausible::signs, Evidence::allMonths, RowRules::signs),
            rule(Plausible::lost, ValueRules::lost),
            rule(Plausible::blank, BlankRules::paid),
            rule(Plausible::blank, BlankRules::registers),
            when(Plausible::blank, BlankRules::zeros),
            each(Plausible::blank, Evidence::dated, BlankRules::scored),
            rule(Plausible::unread, ValueRules::unread),
            each(Plausible::single, Evidence::watchedMonths, SingleRules::costs),
            each(Plausible::single, Evidence::watchedMonths, SingleRules::cheap),
            each(Plausible::single, Evidence::watchedMonths, SingleRules::amounts),
            rule(Plausible::single, SingleRules::numbers),
            each(Plausible::single, Evidence::watchedMonths, SingleRules::nothing),
            each(Plausible::single, Evidence::watchedMonths, SingleRules::first),
            rule(Plausible::single, SingleRules::blank),
            over(each(Plausible::single, Evidence::watchedMonths, SingleRules::returns)),
            over(each(Plausible::single, Evidence::watchedMonths, SingleRules::people)),
            rule(Plausible::single, BesideRules::targets),
            rule(Plausible::single, BesideRules::calibrations),
            rule(Plausible::single, BesideRules::appeals),
            rule(Plausible::single, BesideRules::prices),
            over(rule(Plausible::unit, BesideRules::gauged)),
            when(Plausible::twice, EqualRules::registers),
            rule(Plausible::twice, EqualRules::datasets),
            each(Plausible::twice, Evidence::allMonths, OtherRules::twice),
            when(Plausible::team, NameRules::leads),
            when(Plausible::team, NameRules::managers),
            when(Plausible::team, NameRules::targets),
            when(Plausible::team, NameRules::spelt),
            when(Plausible::team, NameRules::shares),
            rule(Plausible::dates, NameRules::ahead),
            when(Plausible::team, NameRules::prices),
            when(Plausible::unread, NameRules::choices),
            rule(Plausible::same, FormerRules::same),
            rule(Plausible::gone, FormerRules::gone),
            rule(Plausible::held, PeopleRules::held),
            over(rule(Plausible::points, PeopleRules::points)),
            rule(Plausible::roster, PeopleRules::roster),
            over(rule(Plausible::roster, PeopleRules::silent)),
            over(each(Plausible::roster, Evidence::watchedMonths, AgainRules::idle)),
            over(rule(Plausible::absent, PeopleRules::absent)),
            rule(Plausible::left, PeopleRules::left),
            when(Plausible::team, PeopleRules::team),
            rule(Plausible::dates, VolumeRules::dates),
            rule(Plausible::dates, DecisionRules::days),
            rule(Plausible::dates, DecisionRules::leaves),
            when(Plausible::thin, when(Plausible::dates, DecisionRules::alone)),
            each(Plausible::dates, Evidence::allMonths, DecisionRules::later),
            rule(Plausible::single, DecisionRules::leaving),
            SettledRules::rows,
            SettledRules::decisions,
            over(VolumeRules::noHistory));

    private AllRules() {}

    /** What they find; each is asked on its own thread. */
    static Stream<Finding> found(Evidence seen) {
        return RULES.parallelStream().flatMap(rule -> {
            List<Finding> found = new ArrayList<>();
            rule.accept(seen, found::add);
            return found.stream();
        });
    }

    /**
     * A rule as it looks at one place.
     *
     * @param <S> how it is set
     * @param <P> what it looks at
     */
    @FunctionalInterface
    private interface Look<S, P> {
        void at(S set, P place, Consumer<Finding> to);
    }

    /** One that looks at everything, as it is set; off where it is not. */
    private static <S> BiConsumer<Evidence, Consumer<Finding>> rule(
            Function<Plausible, Optional<S>> setting, Look<S, Evidence> look) {
        return (seen, to) -> setting.apply(seen.rules()).ifPresent(set -> look.at(set, seen, to));
    }

    /** One of which nothing is set. */
    private static BiConsumer<Evidence, Consumer<Finding>> when(
            Function<Plausible, Optional<?>> setting, BiConsumer<Evidence, Consumer<Finding>> rule) {
        return (seen, to) -> setting.apply(seen.rules()).ifPresent(set -> rule.accept(seen, to));
    }

    /** One that looks at months of datasets one by one. */
    private static <S> BiConsumer<Evidence, Consumer<Finding>> each(
            Function<Plausible, Optional<S>> setting,
            Function<Evidence, List<DatasetMonth>> months,
            Look<S, DatasetMonth> look) {
        return rule(setting, (set, seen, to) -> months.apply(seen).forEach(at -> look.at(set, at, to)));
    }

    /** One that speaks when the period has ended: before that nothing is said of how much there is. */
    private static BiConsumer<Evidence, Consumer<Finding>> over(BiConsumer<Evidence, Consumer<Finding>> rule) {
        return (seen, to) -> {
            if (seen.isOver()) {
                rule.accept(seen, to);
            }
        };
    }
}
