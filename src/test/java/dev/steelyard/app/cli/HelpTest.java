package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "plan",
                "plan check",
                "plan show",
                "plan diff",
                "status",
                "runs",
                "schedule",
                "worker",
                "publish",
                "verify",
                "doctor",
                "ledger",
                "ledger copy",
                "template",
                "compare",
                "simulate"
            })
    void eachVerbHasAnExampleAndItsExitCodes(String verb) {
        for (String language : new String[] {"zh", "en"}) {
            String[] arguments = (verb + " --help --lang " + language).split(" ");
            CommandRunner.Ended help = new CommandRunner().run(arguments);
            assertThat(help.exit()).isZero();
            assertThat(help.out())
                    .contains("\n  steelyard " + verb)
                    .contains("\n   0   ", "\n   2   ")
                    .doesNotContain("null");
        }
    }

    @Test
    void beginsWithExamplesAndTellsOnceWhatAllVerbsShare() {
        String whole = new CommandRunner().run("--help", "--lang", "en").out();
        String verb = new CommandRunner().run("run", "--help", "--lang", "en").out();
        assertThat(whole).contains("--db=URL ", "--home=DIR ").containsSubsequence("Examples:", "Usage:", "Options:");
        assertThat(verb)
                .contains("--inputs=DIR ", "Options that all verbs share")
                .doesNotContain("--db=URL", "--home=DIR ")
                .containsSubsequence("Examples:", "Usage:", "Options:", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STEELYARD_LANG=en", "STEELYARD_LANG=EN"})
    void theLanguageMayComeFromTheEnvironment(String variable) {
        String[] pair = variable.split("=");
        CommandRunner.Ended help = new CommandRunner().with(pair[0], pair[1]).run("--help");
        assertThat(help.out()).contains("Exit codes:");
    }
}
