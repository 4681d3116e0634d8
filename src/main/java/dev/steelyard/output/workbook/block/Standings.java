package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.insight.people.Mover;
import dev.steelyard.engine.insight.team.Trend;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How people stand against the period before, and over those that reports look back at. */
public final class Standings {

    private final Report report;
    private final Map<String, Mover> movers = new HashMap<>();
    private final Map<String, List<EarlierScorecard>> earlier;

    /** @param previous the published figures of the period before; none where there are none */
    public Standings(Report report, List<EarlierScorecard> previous) {
        this.report = report;
        Mover.of(report.result().book(), previous)
                .forEach(mover -> movers.put(mover.card().participant().id(), mover));
        this.earlier = report.result().input().history().byPerson();
    }

    /** Places won or lost, and a bar a period; none where nothing was published before. */
    public List<Column<RankedScorecard>> columns() {
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        if (!movers.isEmpty()) {
            columns.add(Column.<RankedScorecard>word(
                            "places", report.say("standing.places"), Width.fit(6, 8), card -> mover(card)
                                    .map(mover -> arrow(mover.places()))
                                    .orElse(""))
                    .toned(card -> mover(card)
                            .map(mover -> tone(mover.places()))
                            .orElse(card.isPaid() ? Tone.PLAIN : Tone.QUIET)));
        }
        if (report.cards().stream().anyMatch(card -> trend(card).isPresent())) {
            columns.add(Column.word("trend", report.say("standing.trend"), Width.fit(9, 14), card -> trend(card)
                    .map(Standings::bars)
                    .orElse("")));
        }
        return columns;
    }

    private Optional<Mover> mover(RankedScorecard card) {
        return Optional.ofNullable(movers.get(card.participant().id()));
    }

    private Optional<Trend> trend(RankedScorecard card) {
        return Trend.of(
                earlier.getOrDefault(card.participant().id(), List.of()),
                report.identity().period(),
                card);
    }

    private static String bars(Trend trend) {
        List<Points> finals = trend.marks().stream().map(Trend.Mark::score).toList();
        return Strip.bars(finals);
    }

    /** Places won or lost. */
    public static String arrow(int places) {
        return places > 0 ? "▲ " + places : places < 0 ? "▼ " + -places : "= 0";
    }

    private static Tone tone(int places) {
        return places > 0 ? Tone.GOOD : places < 0 ? Tone.LOW : Tone.PLAIN;
    }
}
