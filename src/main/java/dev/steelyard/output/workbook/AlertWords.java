package dev.steelyard.output.workbook;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Breach;
import dev.steelyard.engine.insight.alert.CustomerToSee;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.alert.TalkTrack;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Rules;
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
        return switch (alert.kind()) {
            case VETOED -> report.say("✗ 一票否决", "✗ veto");
            case BREACHED -> report.say("✗ 违规拜访", "✗ breach");
            case MISSING -> report.say("! 待补", "! missing");
            case GRADE_CAPPED -> report.say("! 等级受限", "! grade capped");
            case NEAR_CAP -> report.say("! 临近上限", "! near a cap");
            case POINTS_CAPPED -> report.say("! 得分受限", "! points capped");
            case FALLING -> report.say("▼ 得分下滑", "▼ falling");
            case LOW_POTENTIAL -> report.say("! 低潜聚焦", "! low potential");
            case SUSPENDED -> report.say("! 拜访暂停", "! suspended");
        };
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
            return report.say(
                    "扣分合计 " + capped.deducted() + "，等级最高 " + capped.grade(),
                    "deductions " + capped.deducted() + ", grade at most " + capped.grade());
        }
        if (alert instanceof Alert.NearCap near) {
            String severity = report.choice(EVENTS, "severity", near.severity());
            return report.say(
                    "扣分合计 " + near.deducted() + "，再有一次「" + severity + "」等级最高 " + near.grade(),
                    "deductions " + near.deducted() + ": one more " + severity + " event and the grade is at most "
                            + near.grade());
        }
        if (alert instanceof Alert.PointsCapped capped) {
            return caps.evidence(capped);
        }
        if (alert instanceof Alert.Falling falling) {
            return report.dimension(falling.dimension())
                    + report.say("：上期 ", ": ")
                    + falling.before()
                    + report.say("，本期 ", " in the period before, now ")
                    + falling.now()
                    + report.say("，下降 ", ", down ")
                    + falling.before().minus(falling.now());
        }
        if (alert instanceof Alert.LowPotential low) {
            return lowPotential(low.visits());
        }
        return suspension(((Alert.Suspended) alert).suspension());
    }

    /** Kind and day, never the evidence. */
    public String event(ComplianceEvent event) {
        return report.choice(EVENTS, "kind", event.kind())
                + " "
                + event.eventId()
                + report.say("，核实于 ", ", verified ")
                + event.verifiedDate();
    }

    private String breaches(List<Breach> breaches) {
        return report.say(
                        "暂停期间高难度拜访 " + breaches.size() + " 次：",
                        breaches.size() + " high-difficulty visits while suspended: ")
                + named(breaches.stream().map(this::visit).toList());
    }

    private String visit(Breach breach) {
        return breach.visitId() + " " + breach.day() + customer(breach.customerId());
    }

    private String customer(String id) {
        return id.isEmpty() ? "" : report.say("（客户 ", " (customer ") + id + report.say("）", ")");
    }

    private String lowPotential(FieldWork.Visits visits) {
        String share = Format.PERCENT.shown(
                Fraction.of(visits.low()).over(Fraction.of(visits.all())).rounded(4));
        return report.say(
                "本期拜访 " + visits.all() + " 次，其中 " + visits.low() + " 次（" + share + "）去了低潜力客户",
                visits.low() + " of " + visits.all() + " visits of the period (" + share
                        + ") went to customers of low potential");
    }

    /** Product, first day, and last where there is one. */
    public String suspension(Suspension suspension) {
        String until = suspension
                .until()
                .map(day -> report.say(" 至 " + day, " until " + day))
                .orElse(report.say(" 起", ""));
        String product = product(suspension.productId());
        return report.say(
                product + "：自 " + suspension.from() + until + " 暂停高难度拜访",
                product + ": high-difficulty visits suspended from " + suspension.from() + until);
    }

    /** A product by name and id. */
    public String product(String id) {
        return report.result()
                .input()
                .registers()
                .row("products", id)
                .map(row -> row.textOrBlank("product_name"))
                .filter(name -> !name.isEmpty())
                .map(name -> name + report.say("（", " (") + id + report.say("）", ")"))
                .orElse(id);
    }

    // ------------------------------------------------------------------ rules

    /** The rule by which the alert was found, with the plan's numbers. */
    public String rule(Alert alert) {
        return switch (alert.kind()) {
            case VETOED -> report.say("核实属实的否决事件", "a verified veto event");
            case BREACHED, SUSPENDED -> report.say(
                    "须通关的产品未通过，自未通过之日（或上市后宽限期满）起暂停高难度拜访，通过为止",
                    "a required product not passed suspends high-difficulty visits, from the failed exam or the end of"
                            + " the days of grace, until a pass");
            case MISSING -> report.say("目标或数据缺失即待核", "who lacks a target or datum is held");
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
                        "扣分满 " + cap.deductions() + " 等级最高 " + cap.grade(),
                        "deductions of " + cap.deductions() + ": grade at most " + cap.grade()))
                .toList());
    }

    private String falling() {
        Insight.Falling rule = report.plan().insight().flatMap(Insight::falling).orElseThrow();
        String dimension = report.dimension(rule.dimension());
        return report.say(
                dimension + "比上期下降 " + rule.points() + " 分或以上",
                dimension + " " + rule.points() + " points or more below the period before");
    }

    private String lowPotential() {
        Insight.LowPotential rule =
                report.plan().insight().flatMap(Insight::lowPotential).orElseThrow();
        String share = Format.PERCENT.shown(rule.share().rounded(4)).replace(".00%", "%");
        return report.say(
                "拜访 ≥ " + rule.visits() + " 次，且低潜力客户占 ≥ " + share,
                "≥ " + rule.visits() + " visits, ≥ " + share + " of them to customers of low potential");
    }

    // ------------------------------------------------------------------ what to do

    public String remedy(Alert alert) {
        if (alert instanceof Alert.LowPotential low) {
            return remedy(low);
        }
        if (alert instanceof Alert.Missing missing) {
            return missing(missing.hold());
        }
        if (alert instanceof Alert.Suspended suspended) {
            return suspended.suspension().until().isPresent()
                    ? report.say("已通过认证，无需处理。", "Certified since: nothing to do.")
                    : report.say(
                            "安排补考，通过前不排高难度拜访。", "Arrange the exam; plan no high-difficulty visits until it is passed.");
        }
        return switch (alert.kind()) {
            case VETOED -> report.say(
                    "先与合规确认事实，再与本人面谈。", "Make sure of the facts with compliance, then talk with the person.");
            case BREACHED -> report.say(
                    "问清这些拜访为何发生，报合规；把后续高难度拜访改派他人，安排补考。",
                    "Ask how these visits came about and tell compliance; give further ones to somebody else and arrange"
                            + " the exam.");
            case POINTS_CAPPED -> report.say(
                    "核对渠道库存与终端动销，停止无出货支撑的进货。", "Check dealer stock and sell-through; stop sell-in that nothing pulls.");
            case FALLING -> report.say(
                    "看清是哪些指标或扣分造成的，与本人定下一项改进。",
                    "See which indicators or deductions did it, and agree on one thing to improve.");
            default -> report.say(
                    "复盘已核实的事件，安排合规培训与赋能。", "Go over the verified events; plan compliance training and enablement.");
        };
    }

    private String missing(Remark hold) {
        return hold.kind() == Remark.Kind.NO_TARGET
                ? report.say("请人力资源补上该目标；补上前不排名。", "Ask HR for the target; nobody is ranked without it.")
                : report.say("请人力资源核对源数据；补齐前不排名。", "Ask HR to check the source data; nobody is ranked without it.");
    }

    private String remedy(Alert.LowPotential low) {
        String customers = low.instead().isEmpty()
                ? report.say(
                        "所在大区没有高潜力客户，请与人力资源核对客户资料",
                        "The region has no customer of high potential: check the customer register")
                : report.say("改去高潜力客户（本期全公司拜访次数）：", "See customers of high potential instead (visits so far): ")
                        + low.instead().stream().map(this::customer).collect(Collectors.joining(report.say("、", ", ")));
        String talks = low.talkTracks().isEmpty()
                ? ""
                : report.say("；话术 ", "; talk tracks ")
                        + low.talkTracks().stream()
                                .limit(NAMED)
                                .map(TalkTrack::id)
                                .collect(Collectors.joining(report.say("、", ", ")));
        return customers + talks + report.say("。", ".");
    }

    private String customer(CustomerToSee customer) {
        return (customer.name() + " " + customer.customerId()).strip()
                + report.say("（" + customer.visits() + " 次）", " (" + customer.visits() + "×)");
    }

    private String named(List<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(report.say("、", ", ")));
        return all.size() <= NAMED ? first : first + report.say(" 等", " and " + (all.size() - NAMED) + " more");
    }
}
