package dev.steelyard.app.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.app.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    private RunProgress progress(boolean terminal, String language) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                stream, stream, false, terminal, Map.of("STEELYARD_LANG", language), CommandRunner.NOW);
        return new RunProgress(Session.of(surroundings), () -> nanos);
    }

    private void readForTwelveSeconds(RunProgress progress) {
        progress.begin(Phase.FREEZE, 0);
        progress.begin(Phase.MEASURE, 1200);
        for (int second = 1; second <= 12; second++) {
            nanos = second * SECOND;
            progress.read(1000, 0);
            progress.read(0, 50);
        }
        progress.begin(Phase.SCORE, 0);
        progress.close();
    }

    @Test
    void fileGetsALineForEachPhaseAndEveryFiveSeconds() {
        readForTwelveSeconds(progress(false, "zh"));
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "冻结输入文件……",
                        "读取并计量……",
                        "读取并计量：5,000 行（每秒 1,000 行） 16%，约剩 25 秒",
                        "读取并计量：10,000 行（每秒 1,000 行） 37%，约剩 17 秒",
                        "计算得分、名次与兑付……");
    }

    @Test
    void fileGetsThemInEnglishToo() {
        readForTwelveSeconds(progress(false, "en"));
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Freezing the inputs …",
                        "Reading and measuring …",
                        "Reading and measuring: 5,000 rows (1,000 a second) 16%, about 25 s left",
                        "Reading and measuring: 10,000 rows (1,000 a second) 37%, about 17 s left",
                        "Scores, ranks and pay …");
    }

    @Test
    void personGetsABar() {
        readForTwelveSeconds(progress(true, "zh"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\r", "读取并计量", "12,000 行（每秒 1,000 行）", "计算得分、名次与兑付");
    }

    @Test
    void rowsReadOutsideTheReadingAreNotCounted() {
        RunProgress progress = progress(false, "zh");
        progress.begin(Phase.SETTLE, 0);
        nanos = 20 * SECOND;
        progress.read(1000, 0);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly("核对重复行……");
    }
}
