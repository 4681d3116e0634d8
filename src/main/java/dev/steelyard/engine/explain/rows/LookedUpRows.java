package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.Exam;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.register.MarketShare;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.verb.VerbEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rows that are looked up in a register instead of being accumulated: published figures, certification exams. */
record LookedUpRows(RunInput input) {

    boolean isLookedUp(Facts facts) {
        return VerbEvidence.isLookedUp(facts);
    }

    List<Row> of(Facts facts, Participant person) {
        if (!isLookedUp(facts)) {
            return List.of();
        }
        boolean exams = facts.aggregate() == Aggregate.REQUIRED || facts.aggregate() == Aggregate.PASSED;
        return exams ? exams(facts.aggregate(), person) : published(facts.aggregate(), person);
    }

    private List<Row> published(Aggregate aggregate, Participant person) {
        MarketShare shares = input.registers().marketShare();
        String region = person.employee().region();
        Optional<PublishedShare> newest = shares.newest(
                region, person.scope().days().last(), input.plan().teamPool().maxAgeMonths());
        Optional<PublishedShare> read =
                aggregate == Aggregate.PRIOR ? newest.flatMap(found -> shares.before(region, found)) : newest;
        return read.map(PublishedShare::row).stream().toList();
    }

    /** This year's attempts say what is required; of what is required, the passed exams of any year (rulings 34). */
    private List<Row> exams(Aggregate aggregate, Participant person) {
        Certifications certifications =
                new Certifications(input.plan().rules().certification().orElseThrow(), input.registers());
        LocalDate day = person.scope().days().last();
        Certifications.Standing standing = certifications.of(person.employee(), day);
        return certifications.exams(person.employee(), day).stream()
                .filter(exam -> aggregate == Aggregate.PASSED
                        ? exam.passed() && standing.required().contains(exam.productId())
                        : !exam.date().isBefore(day.withDayOfYear(1)))
                .map(Exam::row)
                .toList();
    }
}
