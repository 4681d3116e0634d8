package dev.steelyard.ledger.records;

import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.ledger.database.NewRow;
import dev.steelyard.words.Words;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A revision that is about to be recorded, and its rows.
 *
 * @param folder of its edition, below the output folder
 * @param causes of a closed period, why it pays differently from the revision before
 */
public record NewRevision(
        RunIdentity run,
        RunResult result,
        List<InputFile> inputs,
        Judged judged,
        String folder,
        List<ClosedPeriod.Part> causes) {

    /**
     * What the exports of a revision held, and what of it somebody accepted.
     *
     * @param profiles dataset → month → what the exports held
     */
    public record Judged(Map<String, Map<Integer, MonthProfile>> profiles, List<Acceptance> accepted) {
        public static final Judged NOTHING = new Judged(Map.of(), List.of());
    }

    /** Table → the rows, each table after those that it refers to. */
    Map<String, List<NewRow>> rows(String manifestHash, OffsetDateTime now) {
        Map<String, List<NewRow>> rows = new LinkedHashMap<>();
        rows.put(
                "run",
                List.of(NewRow.of(run)
                        .with("run_id", run.id())
                        .with("as_of", run.asOf())
                        .with("plan", run.plan())
                        .with("plan_hash", run.hashes().plan())
                        .with("exports_hash", run.hashes().exports())
                        .with("calendar_hash", run.hashes().calendar())
                        .with("engine", run.engine())
                        .with("manifest_hash", manifestHash)
                        .with("folder", folder)
                        .with("recorded_at", now)));
        rows.put("run_input", inputRows());
        scoreRows(rows);
        rows.put("run_payout", payoutRows());
        rows.put("run_payout_held", heldRows());
        rows.putAll(DecisionRows.of(run, result.trail()));
        rows.put("run_pay_cause", PayCauses.rows(run, causes));
        ProfileRows.of(run, result, judged, rows);
        return rows;
    }

    private List<NewRow> inputRows() {
        List<NewRow> rows = new ArrayList<>();
        for (InputFile file : inputs) {
            InputFile.Counts counts = file.rows();
            rows.add(NewRow.of(run)
                    .with("number", rows.size() + 1)
                    .with("dataset", file.dataset())
                    .with("file_name", file.name())
                    .with("bytes", file.bytes())
                    .with("sha256", file.sha256())
                    .with("rows_read", counts.read())
                    .with("rows_used", counts.used())
                    .with("rows_out", counts.outOfWindow())
                    .with("rows_rejected", counts.rejected())
                    .with("rows_double", counts.duplicate()));
        }
        return rows;
    }

    private void scoreRows(Map<String, List<NewRow>> rows) {
        List<NewRow> scores = new ArrayList<>();
        List<NewRow> dimensions = new ArrayList<>();
        for (RankedScorecard card : byId()) {
            String id = card.participant().id();
            boolean held = card.status() == RankedScorecard.Status.HELD;
            NewRow person = NewRow.of(run).with("employee_id", id);
            scores.add(person.with("status", card.status().code())
                    .with("bonus", card.card().bonus().decimal())
                    .with("individual", held ? null : decimal(card.card().individual()))
                    .with("team_score", decimal(card.pooled().team().points()))
                    .with("final_score", decimal(card.pooled().score()))
                    .with("grade", card.grade().orElse(null))
                    .with("grade_cap", card.card().compliance().gradeCap().orElse(null))
                    .with("vetoed", card.card().compliance().isVetoed()));
            if (!held) {
                card.card().dimensions().values().forEach(dimension -> dimension
                        .points()
                        .ifPresent(points -> dimensions.add(
                                person.with("dimension", dimension.dimension()).with("points", points.decimal()))));
            }
        }
        rows.put("run_score", scores);
        rows.put("run_dimension", dimensions);
    }

    /** A database takes rows more easily in the order of their keys. */
    private List<RankedScorecard> byId() {
        return result.book().cards().stream()
                .sorted(Comparator.comparing(card -> card.participant().id(), CodePoints.ORDER))
                .toList();
    }

    private static BigDecimal decimal(Optional<Points> points) {
        return points.map(Points::decimal).orElse(null);
    }

    /** The payout as it is given to the database. */
    public static PayoutBook payout(RunIdentity run, RunResult result) {
        return new PayoutBook(
                PayoutBook.Source.LEDGER,
                new NewRevision(run, result, List.of(), Judged.NOTHING, "", List.of())
                        .payoutRows().stream()
                                .map(row -> new PayoutBook.Line(
                                        (String) row.get("line_id"), (BigDecimal) row.get("amount"), (String)
                                                row.get("status")))
                                .toList());
    }

    /** Made one by one as they are asked for: a national payout has a million cells. */
    private List<NewRow> payoutRows() {
        List<PayoutLine> lines = result.payout();
        return new AbstractList<>() {
            @Override
            public NewRow get(int at) {
                return payoutRow(lines.get(at), at + 1);
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }

    private NewRow payoutRow(PayoutLine line, int number) {
        return NewRow.of(run)
                .with("line_id", line.id(run.job(), run.revision()))
                .with("number", number)
                .with("employee_id", line.employee().id())
                .with("component", line.component().code())
                .with("source_period", line.sourcePeriod().toString())
                .with("basis", line.basis().plain())
                .with("rate", line.rate().map(Fraction::plain).orElse(""))
                .with("amount", line.amount().amount())
                .with("currency", result.input().plan().currency())
                .with("status", line.status().code())
                .with("note", Words.in("en").say(line.note()))
                .with("name", line.employee().name())
                .with("team", line.employee().team())
                .with("cost_center", line.employee().costCenter())
                .with(
                        "corrects",
                        line.corrects()
                                .map(corrects -> corrects.component().code())
                                .orElse(""))
                .with(
                        "by_revision",
                        line.corrects().map(PayoutLine.Correction::revision).orElse(null))
                .with("note_zh", Words.in("zh").say(line.note()))
                .with("rule", line.rule());
    }

    /** What holds a line: a row each, for an id may hold any character. */
    private List<NewRow> heldRows() {
        List<NewRow> rows = new ArrayList<>();
        for (PayoutLine line : result.payout()) {
            for (int i = 0; i < line.heldBy().size(); i++) {
                rows.add(NewRow.of(run)
                        .with("line_id", line.id(run.job(), run.revision()))
                        .with("number", i + 1)
                        .with("reference", line.heldBy().get(i)));
            }
        }
        return rows;
    }
}
