package dev.steelyard.output.workbook.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TeamNamesTest {

    private static final List<String> TEAMS = List.of(
            "华东一部",
            "T1",
            "t1",
            "T１",
            "A/B",
            "A\\B",
            "A_B",
            "CON",
            "con.x",
            "LPT1",
            "COM¹",
            "nul",
            "T.",
            "T ",
            ".T",
            "..",
            "",
            " ",
            "a\u0000b",
            "a\u202Eb",
            "é",
            "e\u0301",
            "~$T",
            "x".repeat(300),
            "队".repeat(200),
            "队".repeat(200) + "二",
            "😀".repeat(60),
            "\uD800",
            "A:B",
            "A*?\"<>|B",
            "../../etc/passwd");

    @Test
    void keepsWhatIsSafe() {
        assertThat(TeamNames.of(List.of("华东一部", "T1", "A-B 2")))
                .isEqualTo(Map.of("华东一部", "华东一部", "T1", "T1", "A-B 2", "A-B 2"));
    }

    @Test
    void everyNameIsSafeAndNoTwoMeet() {
        Map<String, String> names = TeamNames.of(TEAMS);
        assertThat(names.keySet()).containsExactlyInAnyOrderElementsOf(TEAMS);
        Set<String> folded = names.values().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(folded).hasSameSizeAs(TEAMS);
        names.values().forEach(name -> {
            assertThat(name).doesNotContainPattern("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cs}\u202E]");
            assertThat(name).doesNotContainPattern("^[. ]|[. ]$");
            assertThat((name + "-2026-09.xlsx").split("\\.")[0].toUpperCase(Locale.ROOT))
                    .doesNotMatch("(CON|PRN|AUX|NUL|COM\\S|LPT\\S)(-2026-09)?$|CON|NUL");
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(128);
        });
    }

    @Test
    void aNameDependsOnlyOnTheTeamsThatLookLikeIt() {
        assertThat(TeamNames.of(TEAMS).get("A/B"))
                .isEqualTo(TeamNames.of(List.of("A/B")).get("A/B"));
    }

    @Test
    void sheetsAreNamedAsSpreadsheetsAllow() {
        SheetNames names = new SheetNames(List.of("概览"));
        assertThat(List.of(
                        names.of("概览"),
                        names.of("Ann [x] E1"),
                        names.of("ann _x_ e1"),
                        names.of("'quoted'"),
                        names.of("x".repeat(40)),
                        names.of("X".repeat(40)),
                        names.of("History"),
                        names.of("")))
                .containsExactly(
                        "概览 2",
                        "Ann _x_ E1",
                        "ann _x_ e1 2",
                        "_quoted_",
                        "x".repeat(31),
                        "X".repeat(27) + " 2",
                        "History 2",
                        "_");
    }
}
