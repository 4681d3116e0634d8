package dev.steelyard.ledger.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.ledger.pieces.Crew.Worker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For whom a run waits, and who has had a piece for longest. */
class CrewTest {

    private static final Worker IDLE = worker("a", List.of(), 0);
    private static final Worker QUICK = worker("b", List.of(3), 2);
    private static final Worker SLOW = worker("c", List.of(1, 4), 70);

    private static Worker worker(String host, List<Integer> pieces, long longest) {
        return new Worker(host, 1, "0.1.0", 1, "", 5, 0, pieces, longest);
    }

    private static Crew crew(long offered, long own) {
        return new Crew(List.of(IDLE, SLOW, QUICK), Optional.of(Offer.Kind.BUNDLES), offered, own, 3, 5);
    }

    @Test
    void aRunWaitsForTheSlowestOnceItHasNothingElseToDo() {
        assertThat(crew(0, 0).awaited()).contains(SLOW);
        assertThat(crew(1, 0).awaited()).isEmpty();
        assertThat(crew(0, 1).awaited()).isEmpty();
        assertThat(crew(1, 1).slowest()).contains(SLOW);
    }

    @Test
    void whoHasNothingIsWaitedForByNobody() {
        Crew crew = new Crew(List.of(IDLE), Optional.empty(), 0, 0, 0, 0);
        assertThat(crew.slowest()).isEmpty();
        assertThat(crew.awaited()).isEmpty();
        assertThat(Crew.NOBODY.awaited()).isEmpty();
    }
}
