package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.explain.rows.RowCells;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appeals in force 申诉 (rulings 83, 84): who decided what and why, and what it changed. */
record AppealSteps(Registers registers, Audience audience, RegisterRows rows) {

    Appeal find(String id) {
        return registers.appeals().stream()
                .filter(appeal -> appeal.appealId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The upheld appeal that dismissed an event. */
    Optional<Appeal> dismissing(String event) {
        return registers.appeals().stream()
                .filter(appeal -> appeal.effect() == Appeal.Effect.DISMISS_EVENT
                        && appeal.subject().equals(event))
                .reduce((one, later) -> later);
    }

    /**
     * @param figure what the appeal brought: the value set, the points added
     * @param change before → after
     */
    Step of(Appeal appeal, Figure figure, Said change) {
        return Step.of(
                        "appeal." + appeal.appealId(),
                        Said.of("explain.appeal.appeal", "appealId", appeal.appealId(), "effect", effect(appeal)),
                        figure)
                .note(change)
                .note(decided(appeal))
                .note(
                        audience.seesClaims()
                                ? text(appeal.said().claim(), Said.of("explain.appeal.claim"))
                                : Said.text(""))
                .note(
                        audience.seesEvidence()
                                ? text(appeal.said().evidence(), Said.of("explain.appeal.evidence"))
                                : Said.text(""))
                .rows(rows.appeal(appeal.said().row()));
    }

    private static Said effect(Appeal appeal) {
        return switch (appeal.effect()) {
            case SET_VALUE -> Said.of("explain.appeal.valueSet");
            case ADD_POINTS -> Said.of("explain.appeal.pointsAdded");
            case DISMISS_EVENT -> Said.of("explain.appeal.eventDismissed", "subject", appeal.subject());
        };
    }

    private static Said decided(Appeal appeal) {
        AppealRow said = appeal.said();
        List<Said> parts = new ArrayList<>();
        parts.add(Said.of("explain.appeal.upheld", "time", RowCells.time(appeal.decidedAt())));
        if (!said.decidedBy().isEmpty()) {
            parts.add(Said.of("explain.appeal.by", "textOrBlank", said.decidedBy()));
        }
        if (!said.decisionReason().isEmpty()) {
            parts.add(Said.of("explain.appeal.reason", "textOrBlank", said.decisionReason()));
        }
        return Vocabulary.join(parts, Said.of("word.mark"));
    }

    private static Said text(String text, Said label) {
        return text.isEmpty() ? Said.text("") : label.then(text);
    }
}
