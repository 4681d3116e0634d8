package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A person's whole result: final, individual, team; grade; places; why held. */
final class PersonStep {

    private final RunResult result;
    private final Vocabulary words;
    private final FinalSteps scores;
    private final GradeStep grade;
    private final Optional<PayStep> pay;
    private final RegisterRows registers;
    private final RankSteps ranks;
    private final PersonalChanges changes;

    /** @param pay empty where the reader sees no money */
    PersonStep(
            RunResult result,
            Vocabulary words,
            FinalSteps scores,
            GradeStep grade,
            Optional<PayStep> pay,
            RegisterRows registers) {
        this.result = result;
        this.words = words;
        this.scores = scores;
        this.grade = grade;
        this.pay = pay;
        this.registers = registers;
        this.ranks = new RankSteps(result);
        this.changes = new PersonalChanges(result);
    }

    Step of(RankedScorecard card) {
        Participant person = card.participant();
        List<EarlierScorecard> periods = periods(person);
        List<Step> parts = new ArrayList<>(scores.of(card, periods));
        parts.add(1, grade.of(card, periods));
        parts.addAll(ranks.of(card));
        pay.map(of -> of.of(card)).ifPresent(parts::add);
        Step step = Step.of("person", name(person), Figure.word(Vocabulary.status(card.status())))
                .note(place(person))
                .rows(registers.roster(person.employee().row()))
                .above(parts);
        for (Remark remark : card.remarks()) {
            step = step.note(words.remark(remark));
        }
        for (Said change : changes.where(card)) {
            step = step.note(change);
        }
        return step;
    }

    private static Said name(Participant person) {
        Employee employee = person.employee();
        return Said.text((employee.name() + " (" + employee.id() + ")").strip());
    }

    private Said place(Participant person) {
        Employee employee = person.employee();
        return words.track(employee.track())
                .then(" · " + employee.team() + " · " + employee.region() + " · ")
                .then(person.scope().days().toString());
    }

    /** The periods that the person's row is a mean of, oldest first; none where it is none. */
    private List<EarlierScorecard> periods(Participant person) {
        return person.isMeanIn(result.input().period())
                ? result.book().earlier().stream()
                        .filter(card -> card.employeeId().equals(person.id())
                                && card.period().kind() == person.track().cycle())
                        .sorted(Comparator.comparing(EarlierScorecard::period))
                        .toList()
                : List.of();
    }
}
