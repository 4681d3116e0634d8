package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is paid 兑付 (rules.md 5). A component that a plan leaves out is not paid.
 *
 * @param commission the commission rules; a person earns by each that names their track
 * @param gradeFactors grade → what commission is multiplied by
 */
public record Pay(
        List<Commission> commission,
        Map<String, Fraction> gradeFactors,
        Optional<ManagerCommission> managerCommission,
        Optional<ExcessProfitShare> excessProfitShare,
        Optional<ComplianceBonus> complianceBonus,
        Optional<NoViolationBonus> noViolationBonus,
        boolean managersSeePay) {

    public Pay {
        commission = List.copyOf(commission);
        gradeFactors = InOrder.copy(gradeFactors);
    }

    /**
     * Commission 提成 on a sum of facts.
     *
     * @param target the target that tiers are measured against; absent for a flat rate
     * @param noTarget track → what a missing target means
     * @param tiers the marginal tiers, lowest first; a single one without {@code upTo} is a flat rate
     */
    public record Commission(
            Name name,
            List<String> tracks,
            Facts of,
            Optional<String> target,
            Map<String, NoTarget> noTarget,
            List<Tier> tiers) {
        public Commission {
            tiers = List.copyOf(tiers);
            noTarget = InOrder.copy(noTarget);
            for (int i = 0; i < tiers.size(); i++) {
                boolean last = i == tiers.size() - 1;
                if (tiers.get(i).upTo().isEmpty() != last) {
                    throw new IllegalArgumentException("every tier but the last needs up_to, the last has none");
                }
                if (!last
                        && (i == 0 ? Fraction.ZERO : tiers.get(i - 1).upTo().orElseThrow())
                                .isAtLeast(tiers.get(i).upTo().orElseThrow())) {
                    throw new IllegalArgumentException("tier " + (i + 1) + " must end above the one before");
                }
            }
            if (target.isEmpty() && tiers.size() != 1) {
                throw new IllegalArgumentException("tiers need a target");
            }
        }

        /** What it is earned on, whatever the plan of the day calls it: {@code orders.amount where product.lifecycle one_of mature}. */
        public String id() {
            return of.dataset() + "." + String.join("+", of.columns())
                    + of.where().conditions().stream()
                            .map(each -> each.column() + " "
                                    + each.operator().name().toLowerCase(Locale.ROOT) + " "
                                    + String.join("|", each.operands()))
                            .sorted()
                            .collect(Collectors.joining(" and ", " where ", ""))
                            .replaceFirst(" where $", "");
        }
    }

    /** The part up to {@code upTo} of the target, from the end of the tier before, earns {@code rate}. */
    public record Tier(Optional<Fraction> upTo, Fraction rate) {}

    /** What a missing target means for commission (rulings 61, 65). */
    public enum NoTarget {
        /** The participant is held as a whole. */
        HOLD,
        /** Everything earns the first tier's rate. */
        FIRST_TIER
    }

    /** A manager earns the mean of their members' commission before grade (rulings 70). */
    public record ManagerCommission(Name name, List<String> tracks) {}

    /** {@code share} of a team's profit above its target, by final × working days, from grade {@code leastGrade} up. */
    public record ExcessProfitShare(
            Name name, Facts revenue, Facts cost, String target, Fraction share, String leastGrade) {}

    /** Monthly salary × curve of the team's yearly score in the dimension, prorated by working days. */
    public record ComplianceBonus(Name name, String dimension, Curve curve) {}

    /** One monthly salary where nobody of the team had a verified event of these severities, or a veto, in the year. */
    public record NoViolationBonus(Name name, List<String> severities) {}
}
