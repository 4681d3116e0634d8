package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.unit.CodePoints;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What may be said to a customer 话术: an entry of the company's library.
 *
 * @param line the product line that it is for; blank for all
 * @param department the department that it is for; blank for all
 */
public record TalkTrack(String id, String line, String department, String text) {

    /** The register of talk tracks. */
    public static final String DATASET = "talk_tracks";

    private static TalkTrack of(Row row) {
        return new TalkTrack(
                row.text("talk_id"),
                row.textOrBlank("product_line"),
                row.textOrBlank("department"),
                row.textOrBlank("text"));
    }

    /**
     * The tracks that fit somebody's work: for a department where they work and a product line that they sell, or for all;
     * the closest first, then by id. Where nothing is known to be sold, every line fits.
     */
    static List<TalkTrack> fitting(Registers registers, Set<String> departments, Set<String> lines) {
        return registers.rows(DATASET).stream()
                .map(TalkTrack::of)
                .filter(track -> track.department().isEmpty() || departments.contains(track.department()))
                .filter(track -> track.line().isEmpty() || lines.isEmpty() || lines.contains(track.line()))
                .sorted(Comparator.comparingInt((TalkTrack track) -> track.generality(lines))
                        .thenComparing(TalkTrack::id, CodePoints.ORDER))
                .toList();
    }

    /** 0 where both department and a line that is sold are named, to 2 where it is for all. */
    private int generality(Set<String> lines) {
        return (department.isEmpty() ? 1 : 0) + (lines.contains(line) ? 0 : 1);
    }
}
