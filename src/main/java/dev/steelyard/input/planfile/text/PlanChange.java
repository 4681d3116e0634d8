package dev.steelyard.input.planfile.text;

/**
 * One statement in which two plans differ.
 *
 * @param path where it stands in the plan file
 * @param place the same in words: {@code 指标：业绩 › 销售额增长率（sales_growth） › 权重}
 * @param before the statement in the one plan; blank where it is not there
 * @param after the statement in the other; blank where it is not there
 */
public record PlanChange(Kind kind, String path, String place, String before, String after) {

    /** What became of the statement. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** As {@code --json} writes it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
