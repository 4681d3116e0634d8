package dev.steelyard.app.cli.verb;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code STEELYARD_HOME} for {@code --home}, and so on. What belongs to one command line alone, such as the period, has no
 * variable: one that was forgotten would move money.
 */
public record Environment(Map<String, String> variables) implements IDefaultValueProvider {

    private static final Set<String> OPTIONS = Set.of(
            "--home",
            "--output",
            "--inputs",
            "--db",
            "--lang",
            "--json",
            "--no-color",
            "--quiet",
            "--threads",
            "--log-format");

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !OPTIONS.contains(option.longestName())) {
            return null;
        }
        String value = variables.get(variable(option.longestName()));
        if (value == null || value.isBlank()) {
            return null;
        }
        boolean isFlag = option.type() == boolean.class;
        return isFlag ? Boolean.toString(!value.equals("0") && !value.equalsIgnoreCase("false")) : value;
    }

    private static String variable(String option) {
        return "STEELYARD" + option.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
