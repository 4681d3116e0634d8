package dev.steelyard.workbook.team;

import dev.steelyard.fact.ComplianceEvent;
import dev.steelyard.insight.Alert;
import dev.steelyard.insight.Suspension;
import dev.steelyard.score.Remark;
import dev.steelyard.workbook.Reasons;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.book.Tone;

/** Alerts in words for the manager: what it is, and what to do about it. */
final class AlertWords {

    private static final String EVENTS = "compliance_events";

    private final Report report;
    private final Reasons reasons;

    AlertWords(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    String kind(Alert alert) {
        if (alert instanceof Alert.Vetoed) {
            return report.say("✗ 一票否决", "✗ veto");
        }
        if (alert instanceof Alert.Missing) {
            return report.say("! 待补", "! missing");
        }
        if (alert instanceof Alert.PointsCapped capped) {
            return "! " + reasons.cap(capped.why());
        }
        if (alert instanceof Alert.GradeCapped) {
            return report.say("! 等级受限", "! grade capped");
        }
        return alert instanceof Alert.NearCap
                ? report.say("! 临近上限", "! near a cap")
                : report.say("! 拜访暂停", "! suspended");
    }

    Tone tone(Alert alert) {
        return alert instanceof Alert.Vetoed ? Tone.WORST : Tone.LOW;
    }

    String text(Alert alert) {
        if (alert instanceof Alert.Vetoed vetoed) {
            return event(vetoed.event());
        }
        if (alert instanceof Alert.Missing missing) {
            return reasons.of(missing.hold());
        }
        if (alert instanceof Alert.PointsCapped capped) {
            return report.indicator(capped.indicator().id()) + report.say("：", ": ") + reasons.of(capped.why());
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
        return suspension(((Alert.Suspended) alert).suspension());
    }

    /** Kind and day, never the evidence. */
    String event(ComplianceEvent event) {
        return report.choice(EVENTS, "kind", event.kind())
                + " "
                + event.eventId()
                + report.say("，核实于 ", ", verified ")
                + event.verifiedDate();
    }

    String suspension(Suspension suspension) {
        String product = product(suspension.productId());
        String until = suspension
                .until()
                .map(day -> report.say(" 至 " + day, " until " + day))
                .orElse(report.say(" 起", ""));
        return report.say(
                product + "：自 " + suspension.from() + until + " 暂停高难度拜访",
                product + ": high-difficulty visits suspended from " + suspension.from() + until);
    }

    /** The product's name with its id, or the id alone. */
    String product(String id) {
        return report.result()
                .input()
                .registers()
                .row("products", id)
                .map(row -> row.textOrBlank("product_name"))
                .filter(name -> !name.isEmpty())
                .map(name -> name + report.say("（", " (") + id + report.say("）", ")"))
                .orElse(id);
    }

    String remedy(Alert alert) {
        if (alert instanceof Alert.Vetoed) {
            return report.say("先与合规确认事实，再与本人面谈。", "Make sure of the facts with compliance, then talk with the person.");
        }
        if (alert instanceof Alert.Missing missing) {
            return missing(missing.hold());
        }
        if (alert instanceof Alert.PointsCapped) {
            return report.say(
                    "核对渠道库存与终端动销，停止无出货支撑的进货。", "Check dealer stock and sell-through; stop sell-in that nothing pulls.");
        }
        if (alert instanceof Alert.GradeCapped || alert instanceof Alert.NearCap) {
            return report.say(
                    "复盘已核实的事件，安排合规培训与赋能。", "Go over the verified events; plan compliance training and enablement.");
        }
        return ((Alert.Suspended) alert).suspension().until().isPresent()
                ? report.say("已通过认证，无需处理。", "Certified since: nothing to do.")
                : report.say(
                        "安排补考，通过前不排高难度拜访。", "Arrange the exam; plan no high-difficulty visits until it is passed.");
    }

    private String missing(Remark hold) {
        return hold.kind() == Remark.Kind.NO_TARGET
                ? report.say("请人力资源补上该目标；补上前不排名。", "Ask HR for the target; nobody is ranked without it.")
                : report.say("请人力资源核对源数据；补齐前不排名。", "Ask HR to check the source data; nobody is ranked without it.");
    }
}
