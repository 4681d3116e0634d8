package dev.steelyard.output.page;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 等级分布: a bar a grade. */
record GradeChart(Report report) {

    private static final int WIDTH = 360;
    private static final int ROW = 30;
    private static final int BAR = 20;

    /** Where bars begin, and how long the longest is; the rest is for numbers. */
    private static final int LEFT = 32;

    private static final int LONGEST = 220;

    private record Count(String grade, long people) {}

    Element section() {
        String title = report.say("word.grades");
        List<Count> counts = report.plan().grades().stream()
                .map(Plan.Grade::grade)
                .map(grade -> new Count(
                        grade,
                        report.cards().stream()
                                .filter(card -> card.isPaid() && card.grade().equals(Optional.of(grade)))
                                .count()))
                .toList();
        long all = counts.stream().mapToLong(Count::people).sum();
        if (all == 0) {
            return Section.of("grades", title, Node.of("p", report.say("page.gradeChart.thereNoGrades")));
        }
        return Section.of(
                "grades",
                title,
                Node.of("p", most(counts, all)),
                chart(counts, all),
                Node.of("p", report.say("word.rankedVetoedPeopleHeld")));
    }

    /** What the chart shows: the grade of most people; of several that are as many, all. */
    private String most(List<Count> counts, long all) {
        long most = counts.stream().mapToLong(Count::people).max().orElseThrow();
        return report.say(
                "page.gradeChart.most",
                "grade",
                counts.stream()
                        .filter(count -> count.people() == most)
                        .map(Count::grade)
                        .collect(Collectors.joining(report.say("list.separator"))),
                "people",
                most,
                "share",
                share(most, all));
    }

    private Element chart(List<Count> counts, long all) {
        long most = counts.stream().mapToLong(Count::people).max().orElseThrow();
        List<Element> parts = new ArrayList<>();
        parts.add(Node.of("title", inWords(counts)).with("id", "grades-words"));
        for (int i = 0; i < counts.size(); i++) {
            parts.add(bar(counts.get(i), i * ROW, most, all));
        }
        return Node.of("svg", parts)
                .with("class", "chart")
                .with("viewBox", "0 0 " + WIDTH + " " + counts.size() * ROW)
                .with("role", "img")
                .with("aria-labelledby", "grades-words");
    }

    private String inWords(List<Count> counts) {
        return report.say(
                "page.gradeChart.peopleGrade",
                "list",
                counts.stream()
                        .map(count -> count.grade() + " " + count.people())
                        .collect(Collectors.joining(report.say("list.clauses"))));
    }

    private Element bar(Count count, int top, long most, long all) {
        long length = count.people() * LONGEST / most;
        return Node.of(
                "g",
                text(0, top, count.grade()).with("class", "grade"),
                Node.of("rect")
                        .with("x", Integer.toString(LEFT))
                        .with("y", Integer.toString(top))
                        .with("width", Long.toString(Math.max(length, 1)))
                        .with("height", Integer.toString(BAR)),
                text(
                        LEFT + length + 6,
                        top,
                        report.say(
                                "page.gradeChart.peopleShare",
                                "people",
                                count.people(),
                                "share",
                                share(count.people(), all))));
    }

    private static Element text(long left, int top, String words) {
        return Node.of("text", words).with("x", Long.toString(left)).with("y", Integer.toString(top + BAR - 5));
    }

    /** Half-up to a whole percent. */
    private static String share(long people, long all) {
        return (people * 200 + all) / (all * 2) + "%";
    }
}
