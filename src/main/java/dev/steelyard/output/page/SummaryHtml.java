package dev.steelyard.output.page;

import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code summary.html}: the period on one page for mail, phone and print. The same run gives the same bytes. */
public final class SummaryHtml {

    public static final String NAME = "summary.html";

    private static final int SHORT_ID = 12;

    private final Report report;
    private final List<String> files;
    private final ProblemDigest problems;

    private SummaryHtml(Report report, ProblemDigest problems, List<String> files) {
        this.report = report;
        this.files = files;
        this.problems = problems;
    }

    /**
     * Writes the page; {@code out} stays open.
     *
     * @param problems what was found, counted
     * @param files the names of the edition's other files
     */
    public static void write(Report report, ProblemDigest problems, List<String> files, OutputStream out)
            throws IOException {
        out.write(Markup.of(new SummaryHtml(report, problems, files).page()).getBytes(StandardCharsets.UTF_8));
    }

    private Element page() {
        return Node.of("html", Page.head(edition(), "summary.css"), body()).with("lang", report.say("page.summary.en"));
    }

    private Element body() {
        PageFigures figures = new PageFigures(report);
        List<Element> parts = new ArrayList<>();
        List<Element> header = new ArrayList<>(List.of(
                Node.of("p", edition()).with("class", "edition"), Node.of("h1", figures.headline()), standing()));
        report.remarked()
                .forEach(remark -> header.add(
                        Node.of("p", remark).with("class", "standing open").with("role", "note")));
        report.revision(false).forEach(told -> header.add(Node.of("p", told).with("class", "standing")));
        parts.add(Node.of("header", header));
        List<Element> main = new ArrayList<>();
        main.add(figures.section());
        new Rejections(report, problems).section().ifPresent(main::add);
        main.add(new AlertCounts(report).section());
        main.add(new GradeChart(report).section());
        main.add(new Risers(report).section());
        main.add(new RankingList(report).section());
        main.add(new TeamList(report).section());
        main.add(new Files(report, files).section());
        parts.add(Node.of("main", main));
        parts.add(footer());
        return Node.of("body", parts);
    }

    private String edition() {
        return report.say(
                "page.summary.steelyard",
                "what",
                report.say(report.job()),
                "period",
                report.identity().period(),
                "edition",
                report.identity().edition(),
                "standing",
                report.standing());
    }

    private Element standing() {
        return Node.of("p", report.standingMeans())
                .with("class", report.isClosed() ? "standing" : "standing open")
                .with("role", "note");
    }

    private Element footer() {
        String id = report.identity().id();
        return Node.of(
                "footer",
                Node.of("p", report.say("page.summary.onlyRankedPeopleAbove")),
                Node.of(
                        "p",
                        report.say(
                                "page.summary.runPlanEngine",
                                "id",
                                id.substring(0, Math.min(SHORT_ID, id.length())),
                                "plan",
                                report.plan().plan(),
                                "asOf",
                                report.identity().asOf(),
                                "engine",
                                report.identity().engine())));
    }
}
