package dev.steelyard.output.workbook;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.Product;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Breach;
import dev.steelyard.engine.insight.alert.CustomerToSee;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import java.util.List;
import java.util.stream.Collectors;

/** Alerts in words: the kind, the evidence in figures, the plan's rule behind it, and what to do about it. */
public final class AlertWords {

    private static final String EVENTS = "compliance_events";

    /** Visits and talk tracks named in one sentence; the others are counted. */
    private static final int NAMED = 3;

    private final Report report;
    private final Reasons reasons;
    private final CapWords caps;

    public AlertWords(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
        this.caps = new CapWords(report);
    }

    public String kind(Alert alert) {
        if (alert instanceof Alert.PointsCapped capped) {
            return "! " + reasons.cap(capped.why());
        }
        return report.say(Said.of("book.alert.kind", alert.kind()));
    }

    public Tone tone(Alert alert) {
        return alert.kind().compareTo(Alert.Kind.BREACHED) <= 0 ? Tone.WORST : Tone.LOW;
    }

    /** What was found, in figures; of events the kind and day, never the evidence. */
    public String text(Alert alert) {
        if (alert instanceof Alert.Vetoed vetoed) {
            return event(vetoed.event());
        }
        if (alert instanceof Alert.Breached breached) {
            return breaches(breached.breaches());
        }
        if (alert instanceof Alert.Missing missing) {
            return reasons.of(missing.hold());
        }
        if (alert instanceof Alert.GradeCapped capped) {
            return report.say("book.alert.deductionsGradeMost", "deducted", capped.deducted(), "grade", capped.grade());
        }
        if (alert instanceof Alert.NearCap near) {
            String severity = report.choice(EVENTS, "severity", near.severity());
            return report.say(
                    "book.alert.deductionsOneMoreEvent",
                    "deducted",
                    near.deducted(),
                    "severity",
                    severity,
                    "grade",
                    near.grade());
        }
        if (alert instanceof Alert.PointsCapped capped) {
            return caps.evidence(capped);
        }
        if (alert instanceof Alert.Falling falling) {
            return report.say(
                    "book.alert.periodBeforeNowDown",
                    "dimension",
                    report.dimension(falling.dimension()),
                    "before",
                    falling.before(),
                    "now",
                    falling.now(),
                    "minus",
                    falling.before().minus(falling.now()));
        }
        if (alert instanceof Alert.LowPotential low) {
            return lowPotential(low.visits());
        }
        return suspension(((Alert.Suspended) alert).suspension());
    }

    /** Kind and day, never the evidence. */
    public String event(ComplianceEvent event) {
        return report.say(
                "book.alert.verified",
                "choice",
                report.choice(EVENTS, "kind", event.kind()),
                "eventId",
                event.eventId(),
                "verifiedDate",
                event.day());
    }

    private String breaches(List<Breach> breaches) {
        return report.say(
                "book.alert.highDifficultyVisitsWhile",
                "breaches",
                breaches.size(),
                "named",
                named(breaches.stream().map(this::visit).toList()));
    }

    private String visit(Breach breach) {
        return breach.visitId() + " " + breach.day() + customer(breach.customerId());
    }

    private String customer(String id) {
        return id.isEmpty() ? "" : report.say("book.alert.customer", "id", id);
    }

    private String lowPotential(FieldWork.Visits visits) {
        String share = Format.PERCENT.shown(
                Fraction.of(visits.low()).over(Fraction.of(visits.all())).rounded(4));
        return report.say(
                "book.alert.visitsPeriodWentCustomers", "all", visits.all(), "low", visits.low(), "share", share);
    }

    /** Product, first day, and last where there is one. */
    public String suspension(Suspension suspension) {
        String until = suspension
                .until()
                .map(day -> report.say("book.alert.until", "day", day))
                .orElse(report.say("book.alert.mark"));
        String product = product(suspension.productId());
        return report.say(
                "book.alert.highDifficultyVisitsSuspended",
                "product",
                product,
                "from",
                suspension.from(),
                "until",
                until);
    }

    /** A product by name and id. */
    public String product(String id) {
        return report.result()
                .input()
                .registers()
                .find(Product.DATASET, id)
                .map(Product::productName)
                .filter(name -> !name.isEmpty())
                .map(name -> report.say("word.nameId", "name", name, "id", id))
                .orElse(id);
    }

    // ------------------------------------------------------------------ rules

    /** The rule by which the alert was found, with the plan's numbers. */
    public String rule(Alert alert) {
        return switch (alert.kind()) {
            case VETOED -> report.say("book.alert.verifiedVetoEvent");
            case BREACHED, SUSPENDED -> report.say("book.alert.requiredProductNotPassed");
            case MISSING -> report.say("book.alert.whoLacksTargetDatum");
            case GRADE_CAPPED, NEAR_CAP -> caps();
            case POINTS_CAPPED -> caps.rule((Alert.PointsCapped) alert);
            case FALLING -> falling();
            case LOW_POTENTIAL -> lowPotential();
        };
    }

    private String caps() {
        Rules.Compliance rule = report.plan().rules().compliance();
        return report.join(rule.caps().stream()
                .map(cap -> report.say(
                        "book.alert.deductionsGradeMostDeductions",
                        "deductions",
                        cap.deductions(),
                        "grade",
                        cap.grade()))
                .toList());
    }

    private String falling() {
        Insight.Falling rule = report.plan().insight().flatMap(Insight::falling).orElseThrow();
        String dimension = report.dimension(rule.dimension());
        return report.say("book.alert.pointsMoreBelowPeriod", "dimension", dimension, "points", rule.points());
    }

    private String lowPotential() {
        Insight.LowPotential rule =
                report.plan().insight().flatMap(Insight::lowPotential).orElseThrow();
        String share = Format.PERCENT.shown(rule.share().rounded(4)).replace(".00%", "%");
        return report.say("book.alert.visitsThemCustomersLow", "visits", rule.visits(), "share", share);
    }

    // ------------------------------------------------------------------ what to do

    public String remedy(Alert alert) {
        if (alert instanceof Alert.LowPotential low) {
            return remedy(low, low.instead());
        }
        if (alert instanceof Alert.Missing missing) {
            return missing(missing.hold());
        }
        if (alert instanceof Alert.Suspended suspended) {
            return suspended.suspension().until().isPresent()
                    ? report.say("book.alert.certifiedSinceNothingDo")
                    : report.say("book.alert.arrangeExamPlanNo");
        }
        return switch (alert.kind()) {
            case VETOED -> report.say("book.alert.makeSureFactsCompliance");
            case BREACHED -> report.say("book.alert.askHowTheseVisits");
            case POINTS_CAPPED -> report.say("book.alert.checkDealerStockSell");
            case FALLING -> report.say("book.alert.seeIndicatorsDeductionsDid");
            default -> report.say("book.alert.goOverVerifiedEvents");
        };
    }

    private String missing(Remark hold) {
        return hold.kind() == Remark.Kind.NO_TARGET
                ? report.say("book.alert.askHrTargetNobody")
                : report.say("book.alert.askHrCheckSource");
    }

    /** Whom to see instead, and what may be said there. */
    public String remedy(Alert.LowPotential low, List<CustomerToSee> customers) {
        String see = customers.isEmpty()
                ? report.say("book.alert.regionNoCustomerHigh")
                : report.say(
                        "book.alert.seeCustomersHighPotential",
                        "list",
                        customers.stream()
                                .map(this::customer)
                                .collect(Collectors.joining(report.say("list.separator"))));
        String talk = low.talkTracks().stream()
                .limit(1)
                .map(track -> report.say("book.alert.talkTrack", "text", track.text()))
                .collect(Collectors.joining());
        return report.say("book.alert.customers", "customers", see + talk);
    }

    private String customer(CustomerToSee customer) {
        return report.say(
                "book.alert.times",
                "customer",
                (customer.name() + " " + customer.customerId()).strip(),
                "visits",
                customer.visits());
    }

    private String named(List<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(report.say("list.separator")));
        return all.size() <= NAMED ? first : report.say("book.alert.more", "first", first, "more", all.size() - NAMED);
    }
}
