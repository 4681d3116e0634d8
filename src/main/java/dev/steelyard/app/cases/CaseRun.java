package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.PendingAppeals;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.exports.LostRows;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.SingleRow;
import dev.steelyard.input.planfile.ExportsFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Rows of a case through the floors below, as a run takes those of exports: typed, checked, measured, scored, paid. */
final class CaseRun {

    private final Plan plan;
    private final Map<String, Schema> schemas;
    private final WorkingDays calendar;
    private final CaseFile file;
    private final CaseFile.Case of;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final List<Problem> rejected = new ArrayList<>();
    private final LostRows lost = new LostRows();
    private final PlanNames names;

    CaseRun(Plan plan, Map<String, Schema> schemas, WorkingDays calendar, CaseFile file, CaseFile.Case of) {
        this.plan = plan;
        this.schemas = ExportsFile.under(plan, schemas);
        this.calendar = calendar;
        this.file = file;
        this.of = of;
        this.names = PlanNames.of(plan);
    }

    /** What was found wrong with rows; they do not count. */
    List<Problem> rejected() {
        return List.copyOf(rejected);
    }

    RunResult result(CaseFacts facts) {
        schemas.values().forEach(schema -> read(schema, facts));
        Stage stage = stage();
        if (rejectUnknown(stage.gauges())) {
            stage = stage();
        }
        Registers registers = stage.registers();
        Measurements first = measured(stage.gauges(), registers);
        Measurements all = stage.calculation()
                .more(first)
                .map(more -> first.plus(measured(gauges(more, registers), registers)))
                .orElse(first);
        RunResult result = stage.calculation().result(all);
        return of.close().isPresent() ? undisputed(result) : result;
    }

    private Measurements measured(Map<String, Gauge> gauges, Registers registers) {
        List<Accumulator> measured = new ArrayList<>();
        for (Schema schema : schemas.values()) {
            Accumulator accumulator = gauges.get(schema.dataset()).open();
            // As the look-ups have them: an event dismissed on appeal counts as dismissed everywhere.
            registers.rows(schema.dataset()).forEach(accumulator::take);
            measured.add(accumulator);
        }
        return new Measurements(schemas, measured);
    }

    private Map<String, Gauge> gauges(Demand demand, Registers registers) {
        Map<String, Gauge> gauges = new HashMap<>();
        schemas.values()
                .forEach(schema -> gauges.put(schema.dataset(), new Gauge(schema, demand, registers, calendar)));
        return gauges;
    }

    /** What a close would pay that leaves out what appeals dispute. */
    private RunResult undisputed(RunResult result) {
        RunInput input = result.input();
        PendingAppeals appeals = new PendingAppeals(input.plan(), input.registers(), input.asOf());
        return result.with(appeals.hold(result.payout(), input.period(), appeals.of(input.period())));
    }

    /** A calculation over the rows that are there now. */
    private record Stage(Registers registers, Calculation calculation, Map<String, Gauge> gauges) {}

    private Stage stage() {
        LocalDate asOf = of.asOf().orElse(CaseFile.AS_OF);
        Period period = file.period(of);
        Registers registers = new Registers(schemas, rows.keySet(), rows, lost.losses(), asOf);
        Calculation calculation = new Calculation(new RunInput(
                Purpose.SCORING,
                plan,
                period,
                asOf,
                calendar,
                registers,
                of.scorecards(plan),
                of.past(asOf, period),
                of.history(plan)));
        return new Stage(registers, calculation, gauges(calculation.demand(), registers));
    }

    /** Rejects rows that name what is not there, but in the registers that others name; whether there were any. */
    private boolean rejectUnknown(Map<String, Gauge> gauges) {
        Set<String> referenced = schemas.values().stream()
                .flatMap(schema -> schema.columns().stream())
                .flatMap(column -> column.references().stream())
                .collect(Collectors.toSet());
        int before = rejected.size();
        rows.forEach((dataset, read) -> {
            if (!referenced.contains(dataset)) {
                read.removeIf(row -> {
                    Optional<Problem> problem = gauges.get(dataset).check(row);
                    problem.ifPresent(rejected::add);
                    return problem.filter(found -> found.code() != ProblemCode.ROW_SPLIT)
                            .isPresent();
                });
            }
        });
        return rejected.size() > before;
    }

    private void read(Schema schema, CaseFacts facts) {
        List<Row> read = new ArrayList<>();
        for (CaseFacts.Filled row : facts.of(schema.dataset())) {
            SourceRef where = new SourceRef(
                    schema.dataset(), row.place().file(), "", row.place().line());
            SingleRow.read(schema, row.cells(), where, plan.zone(), new RowSink() {
                @Override
                public void row(long record, Row typed) {
                    names.check(typed).ifPresentOrElse(rejected::add, () -> read.add(names.canonical(typed)));
                }

                @Override
                public void blanked(long record, Row typed, Supplier<List<String>> delivered, List<Problem> unread) {
                    read.add(typed);
                    unread.forEach(lost::add);
                }

                @Override
                public void rejected(long record, List<Problem> problems, List<String> cells) {
                    rejected.addAll(problems);
                    lost.add(schema, List.copyOf(row.cells().keySet()), cells, problems.get(0));
                }
            });
        }
        Map<String, Long> keys = read.stream().collect(Collectors.groupingBy(RowKey::key, Collectors.counting()));
        Set<Row> duplicates = new HashSet<>();
        for (Row row : read) {
            if (keys.get(RowKey.key(row)) > 1) {
                duplicates.add(row);
                Problem conflict = Problem.of(
                        ProblemCode.ROW_KEY_CONFLICT,
                        row.source(),
                        String.join(", ", schema.key()),
                        RowKey.key(row).replace('\u001f', ' '));
                rejected.add(conflict);
                if (!schema.blanksUnread()) {
                    lost.add(row, conflict);
                }
            }
        }
        if (!schema.blanksUnread()) {
            read.removeAll(duplicates);
        }
        if (!of.notDelivered().contains(schema.dataset())) {
            rows.put(schema.dataset(), read);
        }
    }
}
