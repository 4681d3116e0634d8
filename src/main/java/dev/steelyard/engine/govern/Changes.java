package dev.steelyard.engine.govern;

import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.govern.TrailEntry.Change;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decisions changed in a result, before and after. */
final class Changes {

    private final Registers registers;
    private final Map<String, RankedScorecard> cards;

    Changes(Registers registers, ScoreBook book) {
        this.registers = registers;
        this.cards = book.byId();
    }

    /** What an appeal in force changed; empty where the result has nothing that it could have changed. */
    Optional<Change> of(TrailEntry appeal) {
        return switch (appeal.effect()) {
            case "dismiss_event" -> registers
                    .eventAsDelivered(appeal.concerns())
                    .map(event -> new Change.Event(event.status(), "dismissed"));
            case "set_value" -> score(appeal).flatMap(score -> value(appeal.id(), score));
            case "add_points" -> score(appeal).flatMap(score -> points(appeal.id(), score));
            default -> Optional.empty();
        };
    }

    private Optional<IndicatorScore> score(TrailEntry appeal) {
        return Optional.ofNullable(cards.get(appeal.subject())).stream()
                .flatMap(card -> card.card().dimensions().values().stream())
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(score -> score.id().equals(appeal.concerns()))
                .findFirst();
    }

    /** Each value that an appeal sets keeps the one that it replaced. */
    private static Optional<Change> value(String appealId, IndicatorScore score) {
        List<Remark> setting = remarks(score).stream()
                .filter(remark -> remark.details().get(1).equals("set_value"))
                .toList();
        Measured after = score.measured();
        for (int i = setting.size() - 1; i >= 0 && after.replaced().isPresent(); i--) {
            Measured before = after.replaced().get();
            if (setting.get(i).details().get(0).equals(appealId)) {
                return Optional.of(
                        new Change.Value(before.value(), after.value().orElseThrow()));
            }
            after = before;
        }
        return Optional.empty();
    }

    private static Optional<Change> points(String appealId, IndicatorScore score) {
        List<Remark> adding = new ArrayList<>(remarks(score));
        Optional<Points> after = score.points();
        for (int i = adding.size() - 1; i >= 0 && after.isPresent(); i--) {
            String added = adding.get(i).details().get(1);
            if (added.startsWith("+")) {
                Points before = after.get().minus(Points.parse(added.substring(1)));
                if (adding.get(i).details().get(0).equals(appealId)) {
                    return Optional.of(new Change.Score(before, after.get()));
                }
                after = Optional.of(before);
            }
        }
        return Optional.empty();
    }

    private static List<Remark> remarks(IndicatorScore score) {
        return score.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.APPEAL)
                .toList();
    }

    /** What a calibration put in the place of what. */
    static Optional<Change> target(Registers registers, String decisionId, TargetKey key) {
        Optional<Targets.Target> at = registers.targets().standing(key);
        while (at.isPresent()) {
            if (at.get().decision().filter(decisionId::equals).isPresent()) {
                Optional<Fraction> before = at.get().replaced().map(Targets.Target::value);
                return Optional.of(new Change.Target(before, at.get().value()));
            }
            at = at.get().replaced();
        }
        return Optional.empty();
    }
}
