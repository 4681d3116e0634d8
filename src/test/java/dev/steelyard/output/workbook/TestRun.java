package dev.steelyard.output.workbook;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.output.workbook.hr.Background;
import dev.steelyard.output.workbook.hr.RankingWorkbook;
import dev.steelyard.sample.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A calculation of tables through all floors below, without files. */
public record TestRun(RunIdentity identity, RunResult result, List<InputFile> inputs, List<Problem> problems) {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);
    private static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));

    public static TestRun of(List<Tables> tables, Period period, LocalDate asOf, boolean managersSeePay) {
        return of(tables, period, asOf, managersSeePay, History.NONE);
    }

    /** @param history what earlier periods of the job were closed with */
    public static TestRun of(
            List<Tables> tables, Period period, LocalDate asOf, boolean managersSeePay, History history) {
        return of(Purpose.SCORING, tables, period, asOf, managersSeePay, history);
    }

    /** The same rows, looked at by a job that only alerts. */
    public static TestRun alerts(List<Tables> tables, Period period, LocalDate asOf) {
        return of(Purpose.ALERTS, tables, period, asOf, false, History.NONE);
    }

    private static TestRun of(
            Purpose purpose,
            List<Tables> tables,
            Period period,
            LocalDate asOf,
            boolean managersSeePay,
            History history) {
        Plan plan = managersSeePay ? withPayShown(PLAN) : PLAN;
        Map<String, List<Row>> rows = new HashMap<>();
        for (Tables table : tables) {
            if (!table.rows().isEmpty()) {
                rows.put(table.dataset(), rows(SCHEMAS.get(table.dataset()), table));
            }
        }
        Registers registers = new Registers(SCHEMAS, rows.keySet(), rows, asOf);
        Calculation calculation = new Calculation(
                new RunInput(purpose, plan, period, asOf, CALENDAR, registers, Map.of(), Past.NONE, history));
        Demand demand = calculation.demand();
        List<Accumulator> accumulators = new ArrayList<>();
        List<InputFile> inputs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Schema schema : SCHEMAS.values()) {
            List<Row> own = rows.getOrDefault(schema.dataset(), List.of());
            Gauge gauge = new Gauge(schema, demand, registers, CALENDAR);
            Accumulator accumulator = gauge.open();
            long used = 0;
            long rejected = 0;
            Map<String, AmountSum> sums = new LinkedHashMap<>();
            for (Row row : own) {
                Optional<Problem> problem = gauge.check(row);
                if (problem.isPresent()) {
                    problems.add(problem.get());
                    rejected++;
                    addAmounts(row, Fate.REJECTED, sums);
                } else {
                    accumulator.take(row);
                    used += gauge.uses(row) ? 1 : 0;
                    addAmounts(row, gauge.uses(row) ? Fate.USED : Fate.OUT_OF_WINDOW, sums);
                }
            }
            accumulators.add(accumulator);
            if (!own.isEmpty()) {
                inputs.add(new InputFile(
                        schema.dataset(),
                        own.get(0).source().file(),
                        own.size() * 61L,
                        "0123456789abcdef".repeat(4),
                        new InputFile.Counts(own.size(), used, own.size() - used - rejected, 0, rejected, 0),
                        sums));
            }
        }
        RunResult result = calculation.result(new Measurements(SCHEMAS, accumulators));
        problems.addAll(result.problems());
        RunIdentity identity = new RunIdentity(
                "5f0c93a1be77d2048c6e".repeat(3) + "abcd",
                "month-end",
                period,
                1,
                asOf,
                "reference-2026",
                new RuleHashes("p".repeat(64), "e".repeat(64), "c".repeat(64)),
                "0.1.0",
                false,
                false);
        return new TestRun(identity, result, inputs, problems);
    }

    private enum Fate {
        USED,
        OUT_OF_WINDOW,
        REJECTED
    }

    private static void addAmounts(Row row, Fate fate, Map<String, AmountSum> sums) {
        for (DatasetColumn column : row.schema().columns()) {
            BigDecimal amount = column.type() == DatasetColumn.Type.AMOUNT ? row.number(column.name()) : null;
            if (amount != null) {
                BigDecimal nothing = BigDecimal.ZERO;
                AmountSum one = new AmountSum(
                        amount,
                        fate == Fate.USED ? amount : nothing,
                        fate == Fate.OUT_OF_WINDOW ? amount : nothing,
                        nothing,
                        fate == Fate.REJECTED ? amount : nothing,
                        nothing,
                        0);
                sums.merge(column.name(), one, AmountSum::plus);
            }
        }
    }

    private static Plan withPayShown(Plan plan) {
        Pay pay = plan.pay();
        return new Plan(
                plan.plan(),
                plan.name(),
                plan.effective(),
                plan.zone(),
                plan.currency(),
                plan.dimensions(),
                plan.tracks(),
                plan.indicators(),
                plan.targets(),
                plan.rules(),
                plan.teamPool(),
                plan.grades(),
                new Pay(
                        pay.commission(),
                        pay.gradeFactors(),
                        pay.managerCommission(),
                        pay.excessProfitShare(),
                        pay.complianceBonus(),
                        pay.noViolationBonus(),
                        true),
                plan.reports(),
                plan.growthQuality(),
                plan.appeals(),
                plan.insight(),
                plan.leave(),
                plan.proration(),
                plan.adjustments(),
                plan.returns(),
                plan.recovery());
    }

    public Report report(String language) {
        return new Report(identity, new Name("月结", "Month end"), result, language);
    }

    byte[] workbook(String language, Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RankingWorkbook.write(
                report(language),
                new Background(inputs, ProblemDigest.of(problems), List.of(), dataset -> List.of()),
                folder,
                out);
        return out.toByteArray();
    }

    /** The same run, with what was published of earlier periods. */
    public TestRun remembering(History history) {
        RunInput input = result.input();
        RunInput remembering = new RunInput(
                input.purpose(),
                input.plan(),
                input.period(),
                input.asOf(),
                input.calendar(),
                input.registers(),
                input.earlier(),
                input.past(),
                history);
        RunResult later = new RunResult(
                remembering,
                result.book(),
                result.payout(),
                result.suspensions(),
                result.problems(),
                result.measurements());
        return new TestRun(identity, later, inputs, problems);
    }

    /** The same run with other payout lines. */
    TestRun paying(List<PayoutLine> lines) {
        RunResult paid = new RunResult(
                result.input(), result.book(), lines, result.suspensions(), result.problems(), result.measurements());
        return new TestRun(identity, paid, inputs, problems);
    }

    TestRun with(List<Problem> others) {
        return new TestRun(identity, result, inputs, others);
    }

    // ------------------------------------------------------------------ SCHEMAS and rows

    private static List<Row> rows(Schema schema, Tables table) {
        List<Row> rows = new ArrayList<>();
        for (List<String> texts : table.rows()) {
            Object[] values = new Object[schema.columns().size()];
            for (int i = 0; i < texts.size(); i++) {
                int at = schema.indexOf(table.columns().get(i));
                values[at] = value(schema.columns().get(at).type(), texts.get(i));
            }
            String file = table.dataset() + ".csv";
            rows.add(new Row(schema, values, new SourceRef(table.dataset(), file, "", rows.size() + 2)));
        }
        return List.copyOf(rows);
    }

    private static Object value(DatasetColumn.Type type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT, CHOICE -> text;
            case NUMBER, AMOUNT, PERCENT -> text.endsWith("%")
                    ? new BigDecimal(text.replace("%", "")).movePointLeft(2)
                    : new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case DATE_TIME -> text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            case YES_NO -> Set.of("yes", "Y", "true", "是", "1").contains(text);
            case PERIOD -> Period.parse(text).orElseThrow();
            case LIST -> List.of(text.split(";"));
        };
    }
}
