package dev.steelyard.run;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Appeal;
import dev.steelyard.fact.Registers;
import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import dev.steelyard.problem.SourceRef;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.Remark;
import dev.steelyard.score.TeamScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems of people, teams and decisions: what HR must mend so that the next revision is whole. */
final class PersonalProblems {

    private PersonalProblems() {}

    static List<Problem> of(RunInput input, dev.steelyard.score.ScoreBook book) {
        List<Problem> problems = new ArrayList<>(input.registers().problems());
        input.registers().appeals().forEach(appeal -> ineffective(input, appeal)
                .ifPresent(reason -> problems.add(Problem.of(
                                ProblemCode.APPEAL_INEFFECTIVE, appeal.row().source(), "appeal_id", appeal.appealId())
                        .with("reason", reason))));
        for (TeamScore team : book.teams().values()) {
            // A year has no shares of its own: its periods said what they lacked.
            if (team.points().isEmpty() && !input.period().isYear()) {
                problems.add(Problem.of(ProblemCode.TEAM_SCORE_MISSING, SourceRef.NONE, "", team.team())
                        .with("team", team.team())
                        .with("region", team.region()));
            }
        }
        if (input.period().isYear()) {
            Calculation.missing(input).forEach(part -> problems.add(notClosed(input, part)));
        }
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
                    case NO_VALUE -> ProblemCode.INDICATOR_MISSING;
                    case NO_CLOSED_PERIOD, NOT_SCORED_WHEN_CLOSED -> ProblemCode.NO_CLOSED_PERIOD;
                    default -> ProblemCode.NO_DATA;
                };
        return Problem.of(code, SourceRef.NONE, "employee_id", id)
                .with("person", id)
                .with("period", period)
                .with(
                        "indicator",
                        hold.details().isEmpty() ? "" : hold.details().get(0));
    }

    private static Optional<String> ineffective(RunInput input, Appeal appeal) {
        Registers registers = input.registers();
        if (appeal.effect() == Appeal.Effect.DISMISS_EVENT) {
            boolean known = registers.rows("compliance_events").stream()
                    .anyMatch(event -> appeal.subject().equals(event.text("event_id")));
            return known ? Optional.empty() : Optional.of("no event " + appeal.subject());
        }
        if (appeal.value().isEmpty()) {
            return Optional.of("effect_value is blank");
        }
        if (appeal.period().isEmpty()) {
            return Optional.of("period is blank");
        }
        return input.plan().indicators().containsKey(appeal.subject())
                ? Optional.empty()
                : Optional.of("no indicator " + appeal.subject());
    }
}
