package dev.steelyard.engine.explain;

import dev.steelyard.engine.fact.Appeal;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appeals in force 申诉 (rulings 83, 84): who decided what and why, and what it changed. */
final class AppealSteps {

    private final Registers registers;
    private final Audience audience;
    private final RegisterRows rows;

    AppealSteps(Registers registers, Audience audience, RegisterRows rows) {
        this.registers = registers;
        this.audience = audience;
        this.rows = rows;
    }

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
    Step of(Appeal appeal, Figure figure, Label change) {
        return Step.of(
                        "appeal." + appeal.appealId(),
                        new Label("申诉 " + appeal.appealId(), "appeal " + appeal.appealId()).then(effect(appeal)),
                        figure)
                .note(change)
                .note(decided(appeal))
                .note(audience.seesClaims() ? text(appeal, "claim", "主张：", "claim: ") : Label.of(""))
                .note(audience.seesEvidence() ? text(appeal, "evidence", "证据：", "evidence: ") : Label.of(""))
                .rows(rows.appeal(appeal.row()));
    }

    private static Label effect(Appeal appeal) {
        return switch (appeal.effect()) {
            case SET_VALUE -> new Label("：改值", ": value set");
            case ADD_POINTS -> new Label("：加分", ": points added");
            case DISMISS_EVENT -> new Label("：撤销事件 ", ": event dismissed ").then(appeal.subject());
        };
    }

    private static Label decided(Appeal appeal) {
        Row row = appeal.row();
        List<Label> parts = new ArrayList<>();
        parts.add(new Label("成立，", "upheld, ").then(RowCells.time(appeal.decidedAt())));
        if (!row.textOrBlank("decided_by").isEmpty()) {
            parts.add(new Label("决定人 ", "by ").then(row.textOrBlank("decided_by")));
        }
        if (!row.textOrBlank("decision_reason").isEmpty()) {
            parts.add(new Label("理由：", "reason: ").then(row.textOrBlank("decision_reason")));
        }
        return Vocabulary.join(parts, new Label("，", ", "));
    }

    private static Label text(Appeal appeal, String column, String zh, String en) {
        String text = appeal.row().textOrBlank(column);
        return text.isEmpty() ? Label.of("") : new Label(zh, en).then(text);
    }
}
