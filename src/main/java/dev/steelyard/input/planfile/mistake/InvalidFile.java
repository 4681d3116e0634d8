package dev.steelyard.input.planfile.mistake;

import java.util.List;
import java.util.stream.Collectors;

/** A plan, job, exports or calendar file that cannot be used, with everything that is wrong with it. */
public final class InvalidFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    public InvalidFile(List<Mistake> mistakes) {
        super(mistakes.stream().map(mistake -> mistake.line("en")).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order in which they stand in the files. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** What a person reads: each mistake, on a terminal with the line it stands in. */
    public String text(String language, boolean withExcerpts) {
        return mistakes.stream()
                .map(mistake -> withExcerpts ? mistake.text(language) : mistake.line(language))
                .collect(Collectors.joining("\n"));
    }
}
