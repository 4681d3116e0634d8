package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.govern.Trail;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.score.TeamScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems of people, teams and decisions: what HR must mend so that the next revision is whole. */
final class PersonalProblems {

    private PersonalProblems() {}

    static List<Problem> of(RunInput input, ScoreBook book) {
        List<Problem> problems = new ArrayList<>(input.registers().problems());
        List<Problem> unknown = input.trail().unknownNames();
        problems.addAll(unknown);
        input.registers().appeals().forEach(appeal -> {
            String reason = Trail.ineffective(input.plan(), input.registers(), appeal);
            boolean isSaid = unknown.stream().anyMatch(problem -> problem.where()
                    .equals(appeal.said().row().source()));
            if (!reason.isEmpty() && !isSaid) {
                problems.add(Problem.of(
                                ProblemCode.APPEAL_INEFFECTIVE,
                                appeal.said().row().source(),
                                "appeal_id",
                                appeal.appealId())
                        .with("reason", reason));
            }
        });
        input.registers().all(AppealRow.DATASET).forEach(appeal -> {
            List<String> lacking = appeal.lacking();
            if (!lacking.isEmpty()) {
                problems.add(Problem.of(
                                ProblemCode.APPEAL_INCOMPLETE, appeal.row().source(), lacking.get(0), appeal.appealId())
                        .with("person", appeal.employeeId())
                        .with("lacks", String.join(", ", lacking)));
            }
        });
        input.trail().entries().forEach(entry -> entry.marks()
                .forEach(mark -> notInTime(entry, mark).ifPresent(problems::add)));
        for (TeamScore team : book.teams().values()) {
            // A year has no shares of its own: its periods said what they lacked.
            if (team.points().isEmpty()
                    && !team.team().isEmpty()
                    && !input.period().isYear()) {
                problems.add(Problem.of(ProblemCode.TEAM_SCORE_MISSING, SourceRef.NONE, "", team.team())
                        .with("team", team.team())
                        .with("region", team.region()));
            }
        }
        if (input.period().isYear()) {
            Calculation.missing(input).forEach(part -> problems.add(notClosed(input, part)));
        }
        problems.addAll(StalePeriods.of(input));
        book.cards().forEach(card -> card.card().holds().forEach(hold -> problems.add(of(card, hold))));
        return List.copyOf(problems);
    }

    private static Problem notClosed(RunInput input, Period part) {
        return Problem.of(ProblemCode.PERIOD_NOT_CLOSED, SourceRef.NONE, "", part.toString())
                .with("period", part.toString())
                .with("plan", input.plan().plan())
                .with("year", input.period().toString());
    }

    private static Problem of(RankedScorecard card, Remark hold) {
        String id = card.participant().id();
        String period = card.participant().scope().period().toString();
        ProblemCode code =
                switch (hold.kind()) {
                    case NO_TARGET -> ProblemCode.TARGET_MISSING;
                    case ROSTER_DIFFERS -> ProblemCode.ROSTER_ROWS_DIFFER;
                    case ROSTER_UNREAD -> ProblemCode.ROSTER_CELL_NEEDED;
                    case ASSIGNMENTS_OVERLAP, STAY_LOST -> ProblemCode.STAY_UNKNOWN;
                    case NO_VALUE -> ProblemCode.INDICATOR_MISSING;
                    case NO_CLOSED_PERIOD, NOT_SCORED_WHEN_CLOSED -> ProblemCode.NO_CLOSED_PERIOD;
                    default -> ProblemCode.NO_DATA;
                };
        if (code == ProblemCode.ROSTER_ROWS_DIFFER || code == ProblemCode.ROSTER_CELL_NEEDED) {
            return Problem.of(code, card.participant().employee().row().source(), "employee_id", id)
                    .with("person", id)
                    .with(
                            code == ProblemCode.ROSTER_CELL_NEEDED ? "missing" : "others",
                            hold.details().get(0));
        }
        if (code == ProblemCode.STAY_UNKNOWN) {
            return Problem.of(code, SourceRef.NONE, "employee_id", id)
                    .with("person", id)
                    .with("others", hold.details().get(0));
        }
        return Problem.of(code, SourceRef.NONE, "employee_id", id)
                .with("person", id)
                .with("period", period)
                .with(
                        "indicator",
                        hold.details().isEmpty() ? "" : hold.details().get(0));
    }

    /** What was decided late is over; what is late or overdue wants somebody. */
    private static Optional<Problem> notInTime(TrailEntry entry, Mark mark) {
        return switch (mark) {
            case LATE -> Optional.of(Problem.of(ProblemCode.APPEAL_LATE, entry.source(), "appeal_id", entry.id())
                    .with("day", entry.submitted().orElseThrow().toString())
                    .with("due", entry.submitBy().orElseThrow().toString()));
            case OVERDUE -> Optional.of(Problem.of(ProblemCode.APPEAL_OVERDUE, entry.source(), "appeal_id", entry.id())
                    .with("person", entry.subject())
                    .with("due", entry.decideBy().orElseThrow().toString()));
            case DECIDED_LATE, AFTER_RESULTS -> Optional.empty();
        };
    }
}
