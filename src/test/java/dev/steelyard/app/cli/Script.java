package dev.steelyard.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of commands with what they must answer, as a person would see it:
 *
 * <pre>
 * # what this shows
 * &gt; a change of the files beforehand
 * $ status --lang en
 * lines of stdout
 * 2&gt; lines of stderr
 * = exit code
 * </pre>
 */
record Script(List<Step> steps) {

    /**
     * One command.
     *
     * @param before comments, blank lines and changes of files that stand before it
     * @param expected what it answers, with the exit code last
     */
    record Step(List<String> before, String command, List<String> expected) {}

    static Script parse(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("$ ")) {
                before.add(lines.get(i));
                continue;
            }
            String command = lines.get(i).substring(2);
            List<String> expected = new ArrayList<>();
            while (i + 1 < lines.size() && !lines.get(i).startsWith("= ")) {
                expected.add(lines.get(++i));
            }
            steps.add(new Step(List.copyOf(before), command, expected));
            before.clear();
        }
        return new Script(steps);
    }

    static List<String> answer(CommandRunner.Ended ended) {
        List<String> lines = new ArrayList<>(ended.out().lines().toList());
        ended.err().lines().map(line -> "2> " + line).forEach(lines::add);
        lines.add("= " + ended.exit());
        return lines;
    }
}
