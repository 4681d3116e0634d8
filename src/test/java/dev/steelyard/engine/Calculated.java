package dev.steelyard.engine;

import static dev.steelyard.engine.Given.AS_OF;
import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.SCHEMAS;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A whole calculation of a few facts ({@link Given#facts}). */
public final class Calculated {

    private Calculated() {}

    /** By the reference plan, as if nothing had been closed before. */
    public static RunResult of(Period period, String facts) {
        return of(Given.PLAN, period, facts, Map.of(), Past.NONE);
    }

    public static RunResult of(
            Plan plan, Period period, String facts, Map<Period, List<EarlierScorecard>> earlier, Past past) {
        Registers registers = Given.facts(facts);
        Calculation calculation = new Calculation(
                new RunInput(Purpose.SCORING, plan, period, AS_OF, CALENDAR, registers, earlier, past, History.NONE));
        Measurements first = measured(calculation.demand(), registers);
        Measurements all = calculation
                .more(first)
                .map(more -> first.plus(measured(more, registers)))
                .orElse(first);
        return calculation.result(all);
    }

    private static Measurements measured(Demand demand, Registers registers) {
        List<Accumulator> measured = new ArrayList<>();
        for (Schema schema : SCHEMAS.values()) {
            Accumulator accumulator = new Gauge(schema, demand, registers, CALENDAR).open();
            registers.rows(schema.dataset()).stream()
                    .filter(row -> accumulator.check(row).isEmpty())
                    .forEach(accumulator::take);
            measured.add(accumulator);
        }
        return new Measurements(SCHEMAS, measured);
    }

    /** {@code A commission 80000 × 0.008 = 640.00}, a line each; one that is not simply paid says so. */
    public static List<String> lines(List<PayoutLine> payout, String... components) {
        List<String> wanted = Arrays.asList(components);
        return payout.stream()
                .filter(line ->
                        wanted.isEmpty() || wanted.contains(line.component().code()))
                .map(line -> line.employee().id() + " " + line.component().code() + " " + line.number() + ": "
                        + line.basis().plain()
                        + line.rate().map(rate -> " × " + rate.plain()).orElse("")
                        + " = " + line.amount()
                        + (line.status() == PayoutLine.Status.PAY
                                ? ""
                                : " " + line.status().code())
                        + (line.sourcePeriod().equals(line.period()) ? "" : " of " + line.sourcePeriod()))
                .toList();
    }

    /** {@code W-CODE value slot=…}: what is said of the people and teams. */
    public static List<String> problems(RunResult result, String... slots) {
        return result.problems().stream()
                .map(problem -> problem.code().code() + " " + problem.value()
                        + Arrays.stream(slots)
                                .filter(problem.slots()::containsKey)
                                .map(slot -> " " + slot + "=" + problem.slots().get(slot))
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Months or quarters in which each of these people was ranked with this final and compliance: {@code A 90.00, B 70.00}. */
    public static Map<Period, List<EarlierScorecard>> scored(String people, Period... periods) {
        Map<Period, List<EarlierScorecard>> earlier = new TreeMap<>();
        for (Period period : periods) {
            earlier.put(
                    period,
                    Arrays.stream(people.split(", "))
                            .map(one -> one.split(" "))
                            .map(one -> scored(
                                    period,
                                    one[0],
                                    Points.parse(one[1]),
                                    List.of(one).contains("vetoed")))
                            .toList());
        }
        return earlier;
    }

    private static EarlierScorecard scored(Period period, String id, Points points, boolean vetoed) {
        return new EarlierScorecard(
                period,
                id,
                true,
                Map.of("compliance", points),
                Optional.of(Points.ZERO),
                Optional.of(points),
                Optional.empty(),
                Optional.of(points),
                Optional.empty(),
                Optional.empty(),
                vetoed,
                false);
    }
}
