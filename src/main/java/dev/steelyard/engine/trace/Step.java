package dev.steelyard.engine.trace;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One figure and how it came about. Where there is a formula, the figure is the formula's result, rounded half-up to the
 * figure's own scale.
 *
 * @param key what the figure is, for programs: {@code final}, {@code dimension.customer}, {@code indicator.nps},
 *     {@code numerator}
 * @param label what the figure is, for people
 * @param formula empty where the figure is read from an export, decided, or no number
 * @param notes what a reader should know: the rule applied, why something is missing
 * @param parts what the figure is made of, and what else belongs below it
 * @param rows the source rows, where they were asked for
 */
public record Step(
        String key,
        Said label,
        Figure figure,
        Optional<Formula> formula,
        List<Said> notes,
        List<Step> parts,
        List<SourceRow> rows) {

    public Step {
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /** A figure without anything below it. */
    public static Step of(String key, Said label, Figure figure) {
        return new Step(key, label, figure, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The same under another key and name. */
    public Step named(String other, Said name) {
        return new Step(other, name, figure, formula, notes, parts, rows);
    }

    /** The figure computed from the parts. */
    public Step from(Formula by, List<Step> of) {
        return new Step(key, label, figure, Optional.of(by), notes, of, rows);
    }

    /** What belongs below the figure without being computed on. */
    public Step above(List<Step> of) {
        return new Step(key, label, figure, formula, notes, of, rows);
    }

    /** The same with one more note; a blank one adds nothing. */
    public Step note(Said note) {
        List<Said> more = new ArrayList<>(notes);
        more.add(note);
        return note.isBlank() ? this : new Step(key, label, figure, formula, more, parts, rows);
    }

    /** The same, and the source rows that it rests on. */
    public Step rows(List<SourceRow> of) {
        return new Step(key, label, figure, formula, notes, parts, of);
    }

    /**
     * The formula with its figures: {@code 70% × 94.74 + 30% × 100.00}; blank where there is none. Of a sum of many parts the
     * first ones, how many there are and what they come to.
     */
    public String arithmetic(Speech speech) {
        return formula.map(new Arithmetic(parts, speech, false)::of).orElse("");
    }

    /** Whether the arithmetic says no more than the figure. */
    public boolean isPlain(Speech speech) {
        String arithmetic = arithmetic(speech);
        return arithmetic.isEmpty()
                || arithmetic.equals(figure.in(speech))
                || formula.filter(Formula.Constant.class::isInstance).isPresent();
    }

    /** The formula with all of its figures. */
    public String wholeArithmetic(Speech speech) {
        return formula.map(new Arithmetic(parts, speech, true)::of).orElse("");
    }

    /** The same with more steps below it that are not computed on. */
    public Step besides(List<Step> more) {
        List<Step> all = new ArrayList<>(parts);
        all.addAll(more);
        return new Step(key, label, figure, formula, notes, all, rows);
    }

    /** The first step with this key, depth first; empty where there is none. */
    public Optional<Step> find(String wanted) {
        if (key.equals(wanted)) {
            return Optional.of(this);
        }
        return parts.stream()
                .map(part -> part.find(wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
