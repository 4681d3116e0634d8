package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.Deadlines;
import dev.steelyard.output.workbook.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Until when a person may appeal, and how. */
final class AppealWords {

    private final Report report;
    private final Optional<LocalDate> published;

    AppealWords(Report report, Optional<LocalDate> published) {
        this.report = report;
        this.published = published;
    }

    /** Whether somebody could appeal on the day of the run; a year without a calendar leaves it open. */
    boolean isOpen() {
        try {
            return published
                    .map(day -> new Deadlines(report.result().input().calendar(), report.plan()).submitBy(day))
                    .filter(last -> !report.identity().asOf().isAfter(last))
                    .isPresent();
        } catch (WorkingDays.UnknownYear unknown) {
            return true;
        }
    }

    /** @param period the period that an appeal of this person names */
    List<String> of(String period) {
        if (published.isEmpty()) {
            return List.of(report.say(
                    "本单为试算，仅供核对；正式发布后方可申诉。",
                    "This is a trial, for checking only; an appeal can follow what is published."));
        }
        return List.of(
                deadline(published.get()),
                report.say(
                        "怎么申诉：书面交人力资源，写明周期 " + period + "、指标或事件编号、主张和证据。",
                        "How: in writing to HR, naming period " + period
                                + ", the indicator or event, the claim and its evidence."),
                report.say("答复：自提交次日起 5 个工作日内。", "It is decided within 5 working days after the day of submission."),
                report.say(
                        "申诉成立的，关账前由新版次更正；关账后已付金额不变，差额以多退少补列入以后周期。",
                        "If upheld, a new revision corrects it before the close; afterwards what was paid stays, and the difference"
                                + " comes as a true-up of a later period."));
    }

    private String deadline(LocalDate day) {
        try {
            LocalDate last = new Deadlines(report.result().input().calendar(), report.plan()).submitBy(day);
            boolean over = report.identity().asOf().isAfter(last);
            return report.say(
                    "申诉截止：" + last + "（" + day + " 发布，次日起 3 个工作日）" + (over ? "，已截止。" : "。"),
                    "Appeal by: " + last + " (published " + day + "; 3 working days, that day not counted)"
                            + (over ? "; it is over." : "."));
        } catch (WorkingDays.UnknownYear unknown) {
            return report.say(
                    "申诉截止：" + day + " 发布后 3 个工作日；" + unknown.year() + " 年的工作日历尚未公布，日期以人力资源通知为准。",
                    "Appeal by: 3 working days after " + day + "; the working days of " + unknown.year()
                            + " are not announced yet, ask HR for the day.");
        }
    }
}
