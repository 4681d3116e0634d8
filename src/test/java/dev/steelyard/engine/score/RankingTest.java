package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.score.Cards.card;
import static dev.steelyard.engine.score.Cards.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades, states and ranks (rules.md 4.6, 4.14, 4.15; rulings 56–62, 97, 98). */
class RankingTest {

    private static String shown(RankedScorecard card) {
        RankedScorecard.Ranks ranks = card.ranks();
        return String.join(
                " ",
                card.participant().id(),
                card.status().code(),
                card.grade().orElse("-"),
                ranks.overall().map(String::valueOf).orElse("-"),
                ranks.inTrack().map(String::valueOf).orElse("-"),
                ranks.inTeam().map(String::valueOf).orElse("-"),
                ranks.inRegion().map(String::valueOf).orElse("-"));
    }

    /** {@code id track team region final states…}. */
    private static List<String> ranked(String people) {
        List<PooledScorecard> cards = new ArrayList<>();
        for (String line : people.strip().lines().toList()) {
            String[] cells = line.strip().split(" +");
            String[] states = Arrays.copyOfRange(cells, 5, cells.length);
            cards.add(card(
                    person(cells[0], cells[1], cells[2], cells[3], states),
                    cells[4].equals("-") ? "" : cells[4],
                    states));
        }
        return new Ranking(PLAN).rank(cards).stream().map(RankingTest::shown).toList();
    }

    /** Shown: id, status, grade, then the rank overall, in track, team and region. */
    @Test
    void highFirstEqualsShareAndTheNextIsSkipped() {
        assertThat(
                        ranked(
                                """
                        E1 mature  T1 East  88.00
                        E2 mature  T1 East  92.50
                        E3 dealer  T2 East  88.00
                        E4 dealer  T2 West  70.00
                        E5 mature  T1 West  95.00
                        """))
                .containsExactly(
                        "E5 ranked S 1 1 1 1",
                        "E2 ranked A 2 2 2 1",
                        "E1 ranked A 3 3 3 2",
                        "E3 ranked A 3 1 1 2",
                        "E4 ranked B 5 2 2 2");
    }

    /** The vetoed share the rank after the last of each group, and are not below anybody whom they would beat. */
    @Test
    void vetoedPeopleShareTheRankAfterTheLast() {
        assertThat(
                        ranked(
                                """
                        E1 mature T1 East 60.00
                        E2 mature T1 East 99.00 vetoed
                        E3 mature T1 East 20.00 vetoed
                        E4 mature T2 West 50.00 vetoed
                        """))
                .containsExactly(
                        "E1 ranked C 1 1 1 1",
                        "E2 vetoed D 2 2 2 2",
                        "E3 vetoed D 2 2 2 2",
                        // Alone in team and region: 1.
                        "E4 vetoed D 2 2 1 1");
    }

    /** Whoever is not ranked follows by id, whatever the figures (ruling 62); ids are compared by code point. */
    @Test
    void whoIsNotRankedStandsById() {
        assertThat(
                        ranked(
                                """
                        e1 innovation T1 East 99.00 interim
                        E9 mature     T1 East 50.00 held
                        E2 mature     T1 East 70.00
                        E10 mature    T1 East 80.00 exempt
                        """))
                .containsExactly(
                        "E2 ranked B 1 1 1 1", "E10 exempt - - - - -", "E9 held - - - - -", "e1 interim S - - - -");
    }

    /** Managers are ranked overall, in their track and region, not in their team (ruling 60). */
    @Test
    void managersAreNotRankedInTheirTeam() {
        assertThat(
                        ranked(
                                """
                        M1 manager T1 East 90.00
                        E1 mature  T1 East 80.00
                        """))
                .containsExactly("M1 ranked A 1 1 - 1", "E1 ranked B 2 1 1 2");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # final | states                   | status and grade
            # a cap lowers, and never raises
            96.00   | capB                     | ranked B
            72.00   | capB                     | ranked B
            62.00   | capB                     | ranked C
            96.00   | capC                     | ranked C
            # a veto is D whatever was capped
            96.00   | capB vetoed              | vetoed D
            # held and vetoed at once: held, without a grade (ruling 58)
            96.00   | held vetoed              | held -
            # exempt and vetoed at once: vetoed (ruling 97)
            96.00   | exempt vetoed            | vetoed D
            96.00   | exempt                   | exempt -
            # interim stays interim; a veto shows D, a missing figure nothing
            96.00   | interim                  | interim S
            96.00   | interim vetoed           | interim D
            -       | interim held             | interim -
            -       | interim held vetoed      | interim -
            96.00   | interim exempt           | interim -
            # doubts about who or where somebody is come before everything (ruling 97)
            96.00   | doubt interim            | held -
            96.00   | unsure vetoed            | held -
            96.00   | unsure exempt            | held -
            """)
    void statesAndGrades(String score, String states, String shown) {
        List<String> all = ranked("E1 mature T1 East " + score + " " + states);
        assertThat(all).singleElement().asString().startsWith("E1 " + shown + " ");
    }

    private static List<String> remarks(String score, String... states) {
        return new Ranking(PLAN)
                .rank(List.of(card(person("E1", "mature", "T1", "East", states), score, states))).stream()
                        .flatMap(card -> card.remarks().stream())
                        .map(Remark::toString)
                        .toList();
    }

    /** What lowered a grade is said; a cap that lowered nothing is not. */
    @Test
    void whyAGradeIsNotTheFinals() {
        assertThat(remarks("96.00", "capB")).containsExactly("grade at most B: deductions 15.00");
        assertThat(remarks("96.00", "capB", "of-august")).containsExactly("grade at most B, as in 2026-08");
        assertThat(remarks("70.00", "capB")).isEmpty();
        assertThat(remarks("96.00", "held")).containsExactly("no data");
        assertThat(remarks("96.00", "exempt")).containsExactly("exempt");
    }

    /** Whom a run pays: by their score the ranked and vetoed, what they sold the exempt too (rulings 98, 107). */
    @ParameterizedTest(name = "{0}: by score {1}, at all {2}")
    @CsvSource({
        "'', true, true",
        "vetoed, true, true",
        "exempt, false, true",
        "held, false, false",
        "interim, false, false"
    })
    void whomARunPays(String state, boolean byScore, boolean atAll) {
        RankedScorecard card = new Ranking(PLAN)
                .rank(List.of(card(person("E1", "mature", "T1", "East", state), "80.00", state)))
                .get(0);
        assertThat(card.isPaid()).isEqualTo(byScore);
        assertThat(card.earns()).isEqualTo(atAll);
        assertThat(card.inTeam().ranks().overall()).isEmpty();
        assertThat(card.inTeam().ranks().inTeam()).isEqualTo(card.ranks().inTeam());
    }
}
