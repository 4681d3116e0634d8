package dev.steelyard.engine.register;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.PublishedShare;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The newest published share, and the one before it (ruling 7). */
class MarketShareTest {

    private static final MarketShare SHARES = facts(
                    """
                    market_share: period=2026-01 region=East share=10%
                    market_share: period=2026-Q1 region=East share=11%
                    market_share: period=2026-03 region=East share=12%
                    market_share: period=2026-05 region=East
                    market_share: period=2025 region=East share=9%
                    market_share: period=2025-12 region=East share=8%
                    market_share: period=2026-09 region=West share=20%
                    """)
            .marketShare();

    /** Ends on or before the day, at most six calendar months earlier; of two that end together the shorter period's; a blank is none. */
    @ParameterizedTest(name = "{0} on {1}: {2}, before it {3}")
    @CsvSource({
        "East, 2026-09-30, 2026-03, 2026-01",
        "East, 2026-03-31, 2026-03, 2026-01",
        "East, 2026-03-30, 2026-01, 2025-12",
        // October is seven months after March.
        "East, 2026-10-01, , ",
        "East, 2026-01-30, 2025-12, ",
        "West, 2026-09-30, 2026-09, ",
        "West, 2026-09-29, , ",
        "North, 2026-09-30, , "
    })
    void newestAndTheOneBefore(String region, String day, String newest, String before) {
        Optional<PublishedShare> found = SHARES.newest(region, day(day), 6);
        assertThat(found.map(one -> one.period().toString())).isEqualTo(Optional.ofNullable(newest));
        assertThat(found.flatMap(one -> SHARES.before(region, one))
                        .map(one -> one.period().toString()))
                .isEqualTo(Optional.ofNullable(before));
    }
}
