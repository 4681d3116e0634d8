package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Pay;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who reads an explanation (rules.md 6.7).
 *
 * @param team the only team that the reader may see; empty for everyone
 * @param confidential the datasets in which people answered in confidence; empty while they are not known: then all are
 */
public record Audience(Role role, Optional<String> team, Optional<Set<String>> confidential) {

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

    /** From so many answers on a survey's count and mean are shown. */
    public static final int LEAST_ANSWERS = 5;

    public static final Audience HR = new Audience(Role.HR, Optional.empty());
    public static final Audience ANYBODY = new Audience(Role.OTHER, Optional.empty());

    /** A reader of datasets that are not known yet. */
    public Audience(Role role, Optional<String> team) {
        this(role, team, Optional.empty());
    }

    /** A manager, who sees that team and nothing else. */
    public static Audience ofTeam(String team) {
        return new Audience(Role.OTHER, Optional.of(team));
    }

    /** A reader of these datasets. */
    public Audience of(Collection<Schema> datasets) {
        Set<String> secret = datasets.stream()
                .filter(Schema::confidential)
                .map(Schema::dataset)
                .collect(Collectors.toUnmodifiableSet());
        return new Audience(role, team, Optional.of(secret));
    }

    /** Whether rows of the dataset are shown; of one in which people answered in confidence only HR sees them. */
    public boolean seesAnswers(String dataset) {
        return role == Role.HR
                || confidential.filter(all -> !all.contains(dataset)).isPresent();
    }

    /** What proves an event or an appeal. */
    public boolean seesEvidence() {
        return role == Role.HR || role == Role.COMPLIANCE;
    }

    /** What a person put forward in an appeal. */
    public boolean seesClaims() {
        return role == Role.HR;
    }

    /** Amounts that are paid; managers see them where the plan says so. */
    public boolean seesPay(Pay pay) {
        return role == Role.HR || role == Role.FINANCE || pay.managersSeePay();
    }

    /** Whether people of another team are named. */
    public boolean sees(String otherTeam) {
        return team.isEmpty() || team.get().equals(otherTeam);
    }
}
