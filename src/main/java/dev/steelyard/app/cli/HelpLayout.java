package dev.steelyard.app.cli;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help begins with examples; options that all verbs share are told once, by the help of the whole. */
final class HelpLayout {

    private static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_HEADER_HEADING,
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST);

    private final Set<String> shared;
    private final UnaryOperator<String> say;

    private HelpLayout(Set<String> shared, UnaryOperator<String> say) {
        this.shared = shared;
        this.say = say;
    }

    /** @param say a key → its sentence */
    static void of(CommandLine whole, UnaryOperator<String> say) {
        Set<String> shared = whole.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toUnmodifiableSet());
        whole.setHelpSectionKeys(SECTIONS);
        HelpLayout layout = new HelpLayout(shared, say);
        whole.getSubcommands().values().forEach(layout::verb);
    }

    private void verb(CommandLine verb) {
        verb.setHelpSectionKeys(SECTIONS);
        verb.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        verb.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, this::heading);
        verb.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
        verb.getSubcommands().values().forEach(this::verb);
    }

    private List<OptionSpec> own(CommandSpec verb) {
        return verb.options().stream()
                .filter(option -> !shared.contains(option.longestName()))
                .toList();
    }

    private String heading(Help help) {
        return own(help.commandSpec()).isEmpty() ? "" : help.optionListHeading();
    }

    private String options(Help help) {
        List<OptionSpec> own = own(help.commandSpec());
        String list = own.isEmpty() ? "" : help.optionListExcludingGroups(own);
        return list + System.lineSeparator() + say.apply("help.shared") + System.lineSeparator();
    }
}
