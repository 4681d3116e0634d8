package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.BehaviourBlocks;
import dev.steelyard.output.workbook.block.BehaviourBlocks.Line;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** 行为热力图 of the company: when visits are, and where the time of each region and team went. */
final class CompanyBehaviourPage {

    private final Report report;
    private final Optional<Behaviour> behaviour;
    private final List<Participant> people;

    /** @param behaviour empty where visits were not delivered */
    CompanyBehaviourPage(Report report, Optional<Behaviour> behaviour) {
        this.report = report;
        this.behaviour = behaviour;
        this.people = report.result().book().population().participants();
    }

    Sheet sheet() {
        return new Sheet.Page(
                        report.say("word.behaviour"),
                        report.ofPeriod("hr.behaviour.behaviourHeatMap"),
                        List.of(report.say("hr.behaviour.visitsEverybodyWhoScored")),
                        behaviour.map(this::blocks).orElseGet(() -> List.of(BehaviourBlocks.none(report))))
                .onOneSheet();
    }

    private List<Block<?>> blocks(Behaviour of) {
        BehaviourBlocks blocks = new BehaviourBlocks(report, of.rule());
        List<Line> regions = new ArrayList<>();
        regions.add(line(of, report.say("hr.behaviour.company"), people));
        regions.addAll(lines(of, Employee::region));
        return List.of(
                blocks.week(of.week(people)),
                blocks.efforts(report.say("word.region"), regions, false),
                blocks.efforts(report.say("word.team"), lines(of, Employee::team), false));
    }

    private List<Line> lines(Behaviour of, Function<Employee, String> by) {
        Map<String, List<Participant>> groups = new TreeMap<>(CodePoints.ORDER);
        people.forEach(person -> groups.computeIfAbsent(by.apply(person.employee()), key -> new ArrayList<>())
                .add(person));
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, members) -> lines.add(line(of, name, members)));
        return lines;
    }

    private static Line line(Behaviour of, String name, List<Participant> members) {
        return new Line(name, of.effort(members), Optional.empty());
    }
}
