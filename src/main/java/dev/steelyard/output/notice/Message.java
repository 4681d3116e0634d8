package dev.steelyard.output.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice in words.
 *
 * @param facts the same for programs: names and plain values, lists and objects
 * @param lines what stands under the subject
 * @param folder where the results lie
 */
record Message(Map<String, Object> facts, String subject, List<String> lines, Optional<Link> folder) {

    /** An address with what is found there. */
    record Link(String label, String address) {}

    Message {
        facts = new LinkedHashMap<>(facts);
        lines = List.copyOf(lines);
    }

    /** As plain text without the subject. */
    String body() {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(line).append('\n'));
        folder.ifPresent(link -> body.append('\n')
                .append(link.label())
                .append('\n')
                .append(link.address())
                .append('\n'));
        return body.toString();
    }
}
