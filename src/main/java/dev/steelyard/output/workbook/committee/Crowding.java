package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Tone;
import java.util.ArrayList;
import java.util.List;

/** What is said of an indicator at whose ends too many people sit. */
final class Crowding {

    private Crowding() {}

    static String word(Report report, Spread spread) {
        List<String> words = new ArrayList<>();
        if (spread.crowdedAtCap()) {
            words.add(report.say("committee.crowding.mostCap"));
        }
        if (spread.crowdedAtZero()) {
            words.add(report.say("committee.crowding.mostZero"));
        }
        return words.isEmpty() ? report.say("committee.crowding.yesTellsApart") : report.join(words);
    }

    /** What the committee may do about it. */
    static String remedy(Report report, Spread spread) {
        List<String> words = new ArrayList<>();
        if (spread.crowdedAtCap()) {
            words.add(report.say("committee.crowding.nearlyEverybodyMostPoints"));
        }
        if (spread.crowdedAtZero()) {
            words.add(report.say("committee.crowding.mostNoPointsCheck"));
        }
        return report.join(words);
    }

    static Tone tone(Spread spread) {
        return spread.crowdedAtZero() ? Tone.WORST : spread.crowdedAtCap() ? Tone.LOW : Tone.PLAIN;
    }
}
