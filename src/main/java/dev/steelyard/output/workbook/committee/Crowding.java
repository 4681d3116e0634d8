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
            words.add(report.say("▲ 多数封顶", "▲ most at the cap"));
        }
        if (spread.crowdedAtZero()) {
            words.add(report.say("▼ 多数为零", "▼ most at zero"));
        }
        return words.isEmpty() ? report.say("✓ 能区分", "✓ tells apart") : report.join(words);
    }

    /** What the committee may do about it. */
    static String remedy(Report report, Spread spread) {
        List<String> words = new ArrayList<>();
        if (spread.crowdedAtCap()) {
            words.add(report.say(
                    "几乎人人满分，不再区分好坏：考虑提高目标、上移分档，或降低权重",
                    "nearly everybody has the most points, so it tells nobody apart: consider higher targets, a steeper curve,"
                            + " or less weight"));
        }
        if (spread.crowdedAtZero()) {
            words.add(report.say(
                    "多数人得零分：先核对数据是否齐全、目标是否够得着，再看分档",
                    "most have no points: check first whether the data are complete and the targets within reach, then the"
                            + " curve"));
        }
        return report.join(words);
    }

    static Tone tone(Spread spread) {
        return spread.crowdedAtZero() ? Tone.WORST : spread.crowdedAtCap() ? Tone.LOW : Tone.PLAIN;
    }
}
