package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A measure of the plan in words. */
record Measures(Report report) {

    String of(String indicator, Measure measure) {
        List<String> parts = new ArrayList<>();
        parts.add(what(indicator, measure));
        parts.add(window(measure.window()));
        whose(measure.over()).ifPresent(parts::add);
        measure.atLeast()
                .ifPresent(least -> parts.add(report.say("hr.measures.fewerThanAnswersMissing", "least", least)));
        measure.atMost()
                .ifPresent(most -> parts.add(report.say(
                        "hr.measures.mostPercent",
                        "times",
                        most.times(Fraction.of(100)).plain())));
        return report.join(parts);
    }

    private String what(String indicator, Measure measure) {
        String facts = measure.of().map(rows -> facts(rows, "hr.measures.rows")).orElse("");
        return switch (measure.verb()) {
            case "growth" -> report.say(
                    "hr.measures.growthAgainst",
                    "facts",
                    facts,
                    "map",
                    measure.against().map(this::window).orElse(""));
            case "ratio" -> facts(measure.numerator().orElseThrow(), "hr.measures.rows")
                    + " ÷ "
                    + facts(measure.denominator().orElseThrow(), "hr.measures.rows");
            case "share" -> report.say(
                    "hr.measures.shareWhere",
                    "facts",
                    facts,
                    "map",
                    measure.having()
                            .map(having -> where(dataset(measure), having))
                            .orElse(""));
            case "attainment" -> report.say(
                    "hr.measures.target",
                    "facts",
                    facts,
                    "indicator",
                    report.indicator(measure.target().orElse(indicator)));
            case "nps" -> report.say("hr.measures.netPromotersShare9");
            case "within" -> report.say(
                    "hr.measures.datasetIntime",
                    "dataset",
                    report.dataset(dataset(measure)),
                    "inTime",
                    inTime(measure));
            case "repeat" -> report.say(
                    "hr.measures.shareCustomersMonthsBefore",
                    "months",
                    measure.months().orElse(0));
            case "days_between" -> report.say(
                    "hr.measures.averageDaysFrom",
                    "column",
                    report.column("employees", measure.since().orElse("")),
                    "facts",
                    facts);
            case "without" -> report.say(
                    "hr.measures.sharePeopleWithout",
                    "facts",
                    measure.of().map(rows -> facts(rows, "hr.measures.anyRow")).orElse(""));
            case "team_mean" -> report.say(
                    "hr.measures.meanMembersHeldOnes",
                    "dimension",
                    report.dimension(measure.dimension().orElse("")));
            default -> facts;
        };
    }

    private String inTime(Measure measure) {
        String dataset = dataset(measure);
        String from = report.column(dataset, measure.from().orElse(""));
        String to = report.column(dataset, measure.to().orElse(""));
        int days = measure.workingDays().orElse(0);
        String filter = measure.of()
                .map(Facts::where)
                .filter(where -> !where.conditions().isEmpty())
                .map(where -> report.say("hr.measures.where", "where", where(dataset, where)))
                .orElse("");
        return report.say("hr.measures.shareWithinWorkingDays", "from", from, "days", days, "to", to, "filter", filter);
    }

    private static String dataset(Measure measure) {
        return measure.of().map(Facts::dataset).orElse("");
    }

    /** @param count how rows that are counted are called */
    private String facts(Facts facts, String count) {
        String dataset = report.dataset(facts.dataset());
        String columns = String.join(
                report.say(facts.aggregate() == Facts.Aggregate.DAYS ? "hr.measures.to" : "hr.measures.plus"),
                facts.columns().stream()
                        .map(column -> report.column(facts.dataset(), column))
                        .toList());
        String text =
                switch (facts.aggregate()) {
                    case COUNT -> report.say(count, "dataset", dataset);
                    case SUM -> report.say("hr.measures.sum", "dataset", dataset, "columns", columns);
                    case AVERAGE -> report.say("hr.measures.average", "dataset", dataset, "columns", columns);
                    case DAYS -> report.say("hr.measures.days", "dataset", dataset, "columns", columns);
                    case DISTINCT -> report.say("hr.measures.distinct", "dataset", dataset, "columns", columns);
                    case MIN -> report.say("hr.measures.least", "dataset", dataset, "columns", columns);
                    case MAX -> report.say("hr.measures.greatest", "dataset", dataset, "columns", columns);
                    case LATEST -> report.say("hr.measures.newest", "dataset", dataset, "columns", columns);
                    case PRIOR -> report.say("hr.measures.before", "columns", columns);
                    case REQUIRED -> report.say("hr.measures.productsRequired");
                    case PASSED -> report.say("hr.measures.productsPassed");
                };
        return facts.where().conditions().isEmpty()
                ? text
                : report.say("hr.measures.textWhere", "text", text, "where", where(facts.dataset(), facts.where()));
    }

    private String where(String dataset, Where where) {
        return String.join(
                report.say("list.clauses"),
                where.conditions().stream()
                        .map(condition -> condition(dataset, condition))
                        .toList());
    }

    private String condition(String dataset, Where.Condition condition) {
        int dot = condition.column().indexOf('.');
        String of = dot < 0 ? dataset : condition.column().substring(0, dot) + "s";
        String id = condition.column().substring(dot + 1);
        String owner = dot < 0
                ? ""
                : report.say(new Name(report.dataset(of), condition.column().substring(0, dot + 1)));
        String column = owner + report.column(of, id);
        List<String> operands = condition.operands();
        return switch (condition.operator()) {
            case ONE_OF -> column
                    + " = "
                    + String.join(
                            report.say("word.or"),
                            operands.stream()
                                    .map(operand -> operand(of, id, operand))
                                    .toList());
            case FILLED -> report.say("hr.measures.filled", "column", column);
            case AT_LEAST -> column + " ≥ " + operand(dataset, operands.get(0));
            case ABOVE -> column + " > " + operand(dataset, operands.get(0));
            case BELOW -> column + " < " + operand(dataset, operands.get(0));
            case WITHIN -> report.say(
                    "hr.measures.withinWorkingDays",
                    "column",
                    column,
                    "column2",
                    report.column(dataset, operands.get(0)),
                    "operands",
                    operands.get(1));
        };
    }

    private String operand(String dataset, String column, String operand) {
        return switch (operand) {
            case "yes", "true" -> report.say("word.yes");
            case "no", "false" -> report.say("word.no");
            default -> report.choice(dataset, column, operand);
        };
    }

    /** A number, a day, or another column. */
    private String operand(String dataset, String operand) {
        return operand.startsWith("employee.")
                ? report.column("employees", operand.substring("employee.".length()))
                : report.column(dataset, operand);
    }

    private String window(Window window) {
        return switch (window.kind()) {
            case PERIOD -> report.say("hr.measures.period");
            case PREVIOUS_PERIOD -> report.say("hr.measures.periodBefore");
            case SAME_PERIOD_LAST_YEAR -> report.say("word.samePeriodLastYear");
            case YEAR_TO_DATE -> report.say("hr.measures.yearDate");
            case YEAR_BEFORE -> report.say("hr.measures.yearUpPeriod");
            case LAST_COMPLETED_QUARTER -> report.say("hr.measures.lastCompletedQuarter");
            case ROLLING_MONTHS -> report.say("hr.measures.monthsPeriodsEnd", "months", window.months());
            case MONTHS_BEFORE -> report.say("hr.measures.monthsBefore", "months", window.months());
            case TO_DATE -> report.say("hr.measures.upPeriodsEnd");
        };
    }

    private Optional<String> whose(Measure.Over over) {
        return switch (over) {
            case SELF -> Optional.empty();
            case TEAM -> Optional.of(report.say("hr.measures.wholeTeam"));
            case REGION -> Optional.of(report.say("hr.measures.personsRegion"));
            case MENTEES -> Optional.of(report.say("hr.measures.menteesMentorsLed"));
        };
    }
}
