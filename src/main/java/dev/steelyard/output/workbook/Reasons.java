package dev.steelyard.output.workbook;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import java.util.List;

/** Remarks in the words of the report: ids replaced by the names that people know. */
public record Reasons(Report report) {

    /** Everything that a card remarks. */
    public String of(RankedScorecard card) {
        return of(card.remarks());
    }

    public String of(List<Remark> remarks) {
        return report.join(remarks.stream().map(this::of).toList());
    }

    public String of(Remark remark) {
        return report.say(remark.said((at, detail) -> switch (remark.kind()) {
            case NO_TARGET, NO_VALUE -> report.indicator(detail);
            case VETO -> at == 1 ? report.choice("compliance_events", "kind", detail) : detail;
            case EXPLORATION -> at == 0 ? report.dimension(detail) : detail;
            case POINTS_CAP -> at == 0 ? cap(detail) : detail;
            case APPEAL -> at == 1 ? report.choice("appeals", "effect", detail) : detail;
            case MEAN_OF -> detail.replace(" ", report.say("list.separator"));
            default -> detail;
        }));
    }

    /** What caps an indicator's points: channel stuffing, say. */
    public String cap(Remark pointsCap) {
        return cap(pointsCap.details().get(0));
    }

    private String cap(String id) {
        return report.plan().rules().pointsCaps().stream()
                .filter(cap -> cap.id().equals(id))
                .findFirst()
                .map(cap -> report.say(cap.name()))
                .orElse(id);
    }

    /** What a person of HR does about it. */
    public String remedy(Remark hold) {
        String name =
                hold.details().isEmpty() ? "" : report.indicator(hold.details().get(0));
        String targets = report.dataset("targets");
        return switch (hold.kind()) {
            case NO_TARGET -> report.say(
                    "book.reasons.addPersonsRunAgain",
                    "targets",
                    targets,
                    "details",
                    hold.details().get(1),
                    "name",
                    name);
            case NO_VALUE -> report.say("book.reasons.addSourceRowsRun", "name", name);
            default -> report.say("book.reasons.checkWhetherPersonsData", "dataset", report.dataset("employees"));
        };
    }
}
