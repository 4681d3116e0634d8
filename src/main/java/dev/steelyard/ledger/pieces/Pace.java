package dev.steelyard.ledger.pieces;

import java.time.Duration;

/**
 * How quickly machines hear of each other.
 *
 * @param asking how often who waits asks again
 * @param beat how often who works says that he is alive
 * @param lapse after how long of silence his pieces are free for others
 * @param patience after how long a run that has nothing else to do does a piece itself which a worker took and still works on
 * @param silence after how long without an answer of the database a connection counts as lost
 */
public record Pace(Duration asking, Duration beat, Duration lapse, Duration patience, Duration silence) {

    public static final Pace USUAL = new Pace(
            Duration.ofMillis(500),
            Duration.ofSeconds(4),
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1));
}
