package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.insight.committee.Spread.Quartiles;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Small pictures made of characters that are all equally wide, for a cell: a row of thousands costs no drawing. */
public final class Strip {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** Points up to which a bar is the lowest; each further ten make it one higher. */
    private static final int LOWEST_BAR = 50;

    /** Where a strip begins and ends; what lies beyond stands at its ends. */
    public static final int FROM = 0;

    public static final int TO = 130;

    /** Hundredths of a point that one character stands for. */
    private static final int STEP = 1000;

    private static final int LENGTH = (TO - FROM) * 100 / STEP;

    /** Characters of a waterfall. */
    private static final int FALL = 16;

    private Strip() {}

    /** A bar for each, the first left. */
    public static String bars(List<Points> points) {
        return points.stream()
                .map(one -> (int) Math.floorDiv(one.hundredths() - LOWEST_BAR * 100L, 1000L))
                .map(height -> Math.max(0, Math.min(BARS.length() - 1, height + 1)))
                .map(height -> BARS.substring(height, height + 1))
                .collect(Collectors.joining());
    }

    /** A box plot lying on its side: low from the least to the most, high from quarter to quarter, highest at the median. */
    public static String box(Quartiles<Points> of) {
        Quartiles<Integer> at = of.map(Strip::place);
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == at.median()) {
                strip.append('█');
            } else if (i >= at.lower() && i <= at.upper()) {
                strip.append('▅');
            } else {
                strip.append(i >= at.least() && i <= at.most() ? '▂' : '▁');
            }
        }
        return strip.toString();
    }

    /**
     * A waterfall lying on its side, a strip a loss: high where it falls, low before and behind. The whole strip is all that is lost.
     *
     * @param losses above 0, in the order in which they fall
     * @param all of them together
     */
    public static List<String> falls(List<Fraction> losses, Fraction all) {
        List<String> strips = new ArrayList<>();
        Fraction before = Fraction.ZERO;
        for (Fraction loss : losses) {
            int from = Math.min(
                    FALL - 1, (int) before.times(Fraction.of(FALL)).over(all).floor());
            before = before.plus(loss);
            int to = Math.max(
                    from + 1, (int) before.times(Fraction.of(FALL)).over(all).floor());
            strips.add("▁".repeat(from) + "█".repeat(to - from) + "▁".repeat(FALL - to));
        }
        return strips;
    }

    private static int place(Points points) {
        long step = Math.floorDiv(points.hundredths() - FROM * 100L, (long) STEP);
        return (int) Math.max(0, Math.min(LENGTH - 1, step));
    }
}
