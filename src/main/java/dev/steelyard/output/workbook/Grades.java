package dev.steelyard.output.workbook;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** Grades as cells: the letter, and a colour of its place among the plan's grades. */
public final class Grades {

    private Grades() {}

    public static Column<RankedScorecard> column(Report report) {
        return Column.<RankedScorecard>word("grade", report.say("word.grade"), Width.fit(6, 8), card -> card.grade()
                        .orElse(""))
                .toned(card ->
                        card.grade().map(grade -> tone(report.plan(), grade)).orElse(Tone.QUIET));
    }

    /** Points are coloured as the grades that such a final earns. */
    public static Column.Scale scale(Plan plan) {
        List<Plan.Grade> grades = plan.grades();
        return new Column.Scale(
                grades.get(Math.max(grades.size() - 2, 0)).from().decimal(),
                grades.get(grades.size() / 2).from().decimal(),
                grades.get(0).from().decimal());
    }

    public static Tone tone(Plan plan, String grade) {
        List<String> grades = plan.grades().stream().map(Plan.Grade::grade).toList();
        return Tone.ofPlace(grades.indexOf(grade), grades.size());
    }
}
