package dev.steelyard.engine.score;

import dev.steelyard.engine.said.Said;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** A short statement about a scorecard: why someone is held or vetoed, what was capped, what a reader should know. */
public record Remark(Kind kind, List<String> details) {

    private static final List<String> SLOTS = List.of("first", "second", "third");

    /** The statements as machine files write them; {@code {0}}, {@code {1}} stand for the details. */
    public enum Kind {
        NO_TARGET("no target {0} {1}"),
        NO_VALUE("no data for {0}"),
        NO_DATA("no data"),
        ROSTER_DIFFERS("roster rows differ: {0}"),
        ROSTER_UNREAD("roster cell cannot be read: {0}"),
        ASSIGNMENTS_OVERLAP("assignments overlap: {0}"),
        STAY_LOST("leave or assignment cannot be read: {0}"),
        NO_PERIOD("not scored in any period of it"),
        NO_CLOSED_PERIOD("no data: no period of {0} is closed for this track"),
        NOT_SCORED_WHEN_CLOSED("no data: not scored in any closed period of {0}"),
        MEAN_OF("mean of {0}"),
        VETO("veto: {1} {0} verified {2}"),
        VETOED_IN("vetoed in {0}"),
        VETO_LIFTED("veto of {0} lifted: event {1} dismissed"),
        GRADE_CAP("grade at most {0}: deductions {1}"),
        GRADE_CAP_OF("grade at most {0}, as in {1}"),
        JOINED("joined {0}"),
        LEFT("left {0}"),
        ABSENT("absent {0} days"),
        EXEMPT("exempt"),
        NO_TEAM_SCORE("no team score: final = individual"),
        EXPLORATION("exploration period: {0} at least {1}"),
        POINTS_CAP("{0}: points at most {1}"),
        APPEAL("appeal {0}: {1}");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** A statement with its details, written as machine files write them. */
    public static Remark of(Kind kind, Object... details) {
        return new Remark(kind, Arrays.stream(details).map(Object::toString).toList());
    }

    /** @param shown which detail, and what stands there → what people read in its place */
    public Said said(BiFunction<Integer, String, Object> shown) {
        Said said = isOfOnePeriod() ? Said.of("remark.MEAN_OF.one") : Said.of("remark", kind);
        for (int i = 0; i < details.size(); i++) {
            said = said.with(SLOTS.get(i), shown.apply(i, details.get(i)));
        }
        return said;
    }

    /** Whether what would be a mean is the figures of a single period. */
    public boolean isOfOnePeriod() {
        return kind == Kind.MEAN_OF && details.get(0).matches("[^ –]*");
    }

    /** As machine files write it. */
    @Override
    public String toString() {
        String text = kind.text;
        for (int i = 0; i < details.size(); i++) {
            text = text.replace("{" + i + "}", details.get(i));
        }
        return text;
    }
}
