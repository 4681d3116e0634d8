package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.people;
import static dev.steelyard.engine.score.Cards.card;
import static dev.steelyard.engine.score.Cards.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.register.EarlierScorecard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a period's scorecards later periods read, and what a team sees of them (rulings 1, 3, 127). */
class ScoreBookTest {

    private static ScoreBook book(String... states) {
        List<RankedScorecard> cards = new Ranking(PLAN)
                .rank(List.of(
                        card(person("E1", "mature", "T1", "East", states), "80.00", states),
                        card(person("E2", "mature", "T2", "East"), "90.00")));
        return new ScoreBook(people(facts(""), SEPTEMBER), cards, Map.of(), List.of());
    }

    private static EarlierScorecard earlier(String... states) {
        return book(states).earlier(SEPTEMBER).stream()
                .filter(one -> one.employeeId().equals("E1"))
                .findFirst()
                .orElseThrow();
    }

    /** The ranked and vetoed are in means; a cap counts of everybody but the interim. */
    @ParameterizedTest(name = "{0}: scored {1}, cap {2}, vetoed {3}, exempt {4}")
    @CsvSource({
        "capB, true, B, false, false",
        "capB vetoed, true, B, true, false",
        "capC held, false, C, false, false",
        "capC exempt, false, C, false, true",
        "capC interim, false, , false, false"
    })
    void whatLaterPeriodsRead(String states, boolean scored, String cap, boolean vetoed, boolean exempt) {
        EarlierScorecard card = earlier(states.split(" "));
        assertThat(card.scored()).isEqualTo(scored);
        assertThat(card.gradeCap()).isEqualTo(Optional.ofNullable(cap));
        assertThat(card.vetoed()).isEqualTo(vetoed);
        assertThat(card.exempt()).isEqualTo(exempt);
        assertThat(card.period()).isEqualTo(SEPTEMBER);
    }

    @Test
    void whoIsInIt() {
        assertThat(book().find("E1").orElseThrow().participant().id()).isEqualTo("E1");
        assertThat(book().find("E2").orElseThrow().participant().id()).isEqualTo("E2");
        assertThat(book().find("E3")).isEmpty();
        assertThat(book().byId()).containsOnlyKeys("E1", "E2");
    }

    /** A part of it knows its own people's teams, and their places among those. */
    @Test
    void whatATeamSees() {
        ScoreBook whole = book();
        ScoreBook part =
                ScoreBook.inTeams(whole.population(), List.of(whole.find("E1").orElseThrow()), List.of());
        assertThat(part.teams()).containsOnlyKeys("T1");
        assertThat(part.cards()).singleElement().satisfies(one -> {
            assertThat(one.ranks().overall()).isEmpty();
            assertThat(one.ranks().inTrack()).isEmpty();
            assertThat(one.ranks().inRegion()).isEmpty();
            assertThat(one.ranks().inTeam()).contains(1);
        });
    }

    /** As machine files write it: details in their slots, in order. */
    @Test
    void remarksInWords() {
        assertThat(Remark.of(Remark.Kind.VETO, "EV1", "bribery", "2026-09-30"))
                .hasToString("veto: bribery EV1 verified 2026-09-30");
        assertThat(Remark.of(Remark.Kind.NO_DATA)).hasToString("no data");
        assertThat(Remark.of(Remark.Kind.VETO_LIFTED, "2026-08", "EV1")
                        .said((slot, detail) -> slot + detail)
                        .args())
                .containsEntry("first", "02026-08")
                .containsEntry("second", "1EV1");
    }
}
