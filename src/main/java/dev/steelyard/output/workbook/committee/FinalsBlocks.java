package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.FinalSpread;
import dev.steelyard.output.workbook.block.Strip;
import dev.steelyard.output.workbook.book.Block;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The spread of finals by what should not decide them: region, size of the team, years in the company. */
record FinalsBlocks(Report report) {

    /** Teams of so many participants or fewer belong together; larger ones are a group of their own. */
    private static final List<Integer> SIZES = List.of(5, 10, 20);

    /** Below so many years. */
    private static final List<Integer> YEARS = List.of(1, 3, 5);

    List<Block<?>> all() {
        Map<String, Long> sizes =
                report.cards().stream().collect(Collectors.groupingBy(FinalsBlocks::team, Collectors.counting()));
        return List.of(
                block(
                        "committee.finals.region",
                        card -> 0L,
                        (card, any) -> card.participant().employee().region(),
                        Stream.of(report.say("committee.finals.how", "from", Strip.FROM, "to", Strip.TO))),
                block(
                        "committee.finals.size",
                        card -> sizes.get(team(card)),
                        (card, people) -> size(people),
                        Stream.of()),
                block("committee.finals.tenure", this::years, (card, years) -> tenure(years), Stream.of()));
    }

    /** Groups in the order of what they are made by. */
    private Block<?> block(
            String title,
            ToLongFunction<RankedScorecard> by,
            BiFunction<RankedScorecard, Long, String> name,
            Stream<String> how) {
        Map<String, List<RankedScorecard>> groups = new LinkedHashMap<>();
        report.cards().stream()
                .sorted(Comparator.comparingLong(by).thenComparing(card -> name.apply(card, by.applyAsLong(card))))
                .forEach(
                        card -> groups.computeIfAbsent(name.apply(card, by.applyAsLong(card)), any -> new ArrayList<>())
                                .add(card));
        return FinalSpread.block(report, report.say(title), report.say("committee.finals.group"), groups, "", how);
    }

    private static String team(RankedScorecard card) {
        return card.participant().employee().team();
    }

    private String size(long people) {
        for (int most : SIZES) {
            if (people <= most) {
                return report.say("committee.finals.upTo", "most", most);
            }
        }
        return report.say("committee.finals.more", "most", SIZES.get(SIZES.size() - 1));
    }

    /** Below 0 where nobody said when they came. */
    private long years(RankedScorecard card) {
        return card.participant()
                .employee()
                .hireDate()
                .map(hired -> ChronoUnit.YEARS.between(
                        hired, report.identity().period().last()))
                .orElse(-1L);
    }

    private String tenure(long years) {
        if (years < 0) {
            return report.say("committee.finals.unknown");
        }
        for (int below : YEARS) {
            if (years < below) {
                return report.say("committee.finals.below", "years", below);
            }
        }
        return report.say("committee.finals.longer", "years", YEARS.get(YEARS.size() - 1));
    }
}
