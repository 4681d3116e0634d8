package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Finding.Gravity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules found in a delivery, and what of it somebody accepts.
 *
 * @param findings the gravest first
 * @param accepted the acceptances that findings need, those of this run among them
 * @param open implausible findings that nobody accepts: nothing final is published
 * @param idle what this run is asked to accept and nothing of it was found: mistyped, or mended meanwhile
 */
public record Verdict(
        List<Finding> findings, List<Acceptance> accepted, List<Finding> open, List<Acceptance.Wish> idle) {

    public static final Verdict NOTHING = new Verdict(List.of(), List.of(), List.of(), List.of());

    public Verdict {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        open = List.copyOf(open);
        idle = List.copyOf(idle);
    }

    /** @param wishes what this run is asked to accept, in the words that the ledger will keep */
    public static Verdict of(Evidence seen, List<Acceptance.Wish> wishes) {
        // The sort keeps those of one gravity in the order of the rules, whichever was done first.
        List<Finding> findings = AllRules.found(seen)
                .sorted(Comparator.comparing(Finding::gravity))
                .toList();
        List<Acceptance> accepted = new ArrayList<>();
        List<Finding> open = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.gravity() == Gravity.IMPLAUSIBLE) {
                Optional<Acceptance> given = wishes.stream()
                        .filter(wish -> wish.means(finding))
                        .map(wish -> acceptance(finding, wish, seen))
                        .findFirst();
                given.or(() -> seen.earlier().accepted().stream()
                                .filter(one -> one.covers(finding))
                                .reduce((one, later) -> later))
                        .ifPresentOrElse(accepted::add, () -> open.add(finding));
            }
        }
        List<Acceptance.Wish> idle = wishes.stream()
                .filter(wish -> findings.stream()
                        .noneMatch(finding -> finding.gravity() == Gravity.IMPLAUSIBLE && wish.means(finding)))
                .toList();
        return new Verdict(findings, accepted, open, idle);
    }

    private static Acceptance acceptance(Finding finding, Acceptance.Wish wish, Evidence seen) {
        return new Acceptance(
                wish,
                finding.dataset(),
                finding.period(),
                finding.place(),
                finding.figure(),
                seen.registers().roster().nameOrId(wish.by()).orElse(""),
                seen.asOf());
    }

    /** How many warnings the rules gave. */
    public long warnings(Set<String> rules) {
        return findings.stream()
                .filter(finding -> finding.gravity() == Gravity.WARNING && rules.contains(finding.rule()))
                .count();
    }

    /** How many findings of a gravity there are. */
    public long count(Gravity gravity) {
        return findings.stream().filter(finding -> finding.gravity() == gravity).count();
    }
}
