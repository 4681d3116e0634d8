package dev.steelyard.engine.plan;

import java.util.Set;

/**
 * Which components of a {@link Measure} a verb needs and which it may take besides {@code verb} and {@code window}, by
 * their names in the plan file.
 */
public record Signature(Set<String> needs, Set<String> takes) {

    public Signature {
        needs = Set.copyOf(needs);
        takes = Set.copyOf(takes);
    }
}
