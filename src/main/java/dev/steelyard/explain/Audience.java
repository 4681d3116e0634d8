package dev.steelyard.explain;

import dev.steelyard.plan.Pay;
import java.util.Optional;
import java.util.Set;

/**
 * Who reads an explanation (domain.md 6, Privacy).
 *
 * @param team the only team that the reader may see; empty for everyone
 */
public record Audience(Role role, Optional<String> team) {

    /** What a reader is there for. */
    public enum Role {
        /** Sees everything. */
        HR,
        /** Sees evidence, but no survey rows. */
        COMPLIANCE,
        /** Sees pay, but neither evidence nor survey rows. */
        FINANCE,
        /** Sees events without evidence, and surveys as count and mean. */
        OTHER
    }

    private static final Set<String> SURVEYS = Set.of("nps", "feedback");

    /** From so many answers on a survey's count and mean are shown. */
    static final int LEAST_ANSWERS = 5;

    public static final Audience HR = new Audience(Role.HR, Optional.empty());
    public static final Audience ANYBODY = new Audience(Role.OTHER, Optional.empty());

    /** A manager, who sees that team and nothing else. */
    public static Audience ofTeam(String team) {
        return new Audience(Role.OTHER, Optional.of(team));
    }

    static boolean isSurvey(String dataset) {
        return SURVEYS.contains(dataset);
    }

    boolean seesAnswers(String dataset) {
        return role == Role.HR || !isSurvey(dataset);
    }

    boolean seesEvidence() {
        return role == Role.HR || role == Role.COMPLIANCE;
    }

    /** What a person put forward in an appeal. */
    boolean seesClaims() {
        return role == Role.HR;
    }

    boolean seesPay(Pay pay) {
        return role == Role.HR || role == Role.FINANCE || pay.managersSeePay();
    }

    boolean sees(String otherTeam) {
        return team.isEmpty() || team.get().equals(otherTeam);
    }
}
