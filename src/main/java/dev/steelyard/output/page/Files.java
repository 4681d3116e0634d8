package dev.steelyard.output.page;

import dev.steelyard.engine.said.Said;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 文件: the edition's files by reader, linked relative to the page. */
record Files(Report report, List<String> files) {

    /** So many links stand open; more are folded. */
    private static final int OPEN = 12;

    /** Who reads what. */
    private enum Shelf {
        HR(Said.of("page.files.hr")),
        COMMITTEE(Said.of("page.files.performanceCommittee")),
        MANAGERS(Said.of("page.files.managers")),
        FINANCE(Said.of("page.files.finance")),
        PEOPLE(Said.of("page.files.eachPerson")),
        SYSTEMS(Said.of("page.files.otherSystems"));

        private final Said name;

        Shelf(Said name) {
            this.name = name;
        }
    }

    /** Folders whose files bear people's names: the folder alone is linked. */
    private static final Map<String, Shelf> FOLDERS =
            Map.of("statements/", Shelf.PEOPLE, "interviews/", Shelf.MANAGERS, "leaders/", Shelf.MANAGERS);

    private static final Map<String, Shelf> BEGINNINGS = Map.of(
            "ranking-", Shelf.HR,
            "rejects-", Shelf.HR,
            "problems", Shelf.HR,
            "targets-", Shelf.HR,
            "review-", Shelf.HR,
            "committee-", Shelf.COMMITTEE,
            "payout", Shelf.FINANCE,
            "accrual", Shelf.FINANCE,
            "voucher-", Shelf.FINANCE,
            "teams/", Shelf.MANAGERS);

    Element section() {
        Map<Shelf, List<String>> shelves = new LinkedHashMap<>();
        for (Shelf shelf : Shelf.values()) {
            List<String> links = files.stream()
                    .filter(file -> shelf(file) == shelf)
                    .map(Files::shown)
                    .distinct()
                    .sorted()
                    .toList();
            if (!links.isEmpty()) {
                shelves.put(shelf, links);
            }
        }
        List<Element> parts = new ArrayList<>();
        parts.add(Node.of("p", report.say("page.files.linksLeadIntoFolder")));
        shelves.forEach((shelf, links) -> {
            parts.add(Node.of("h3", report.say(shelf.name)));
            parts.add(links.size() <= OPEN ? list(links) : folded(links));
        });
        return Section.of("files", report.say("page.files.files"), parts);
    }

    private static Shelf shelf(String file) {
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> file.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> folder(file).map(FOLDERS::get).orElse(Shelf.SYSTEMS));
    }

    private static Optional<String> folder(String file) {
        return FOLDERS.keySet().stream().filter(file::startsWith).findFirst();
    }

    private static String shown(String file) {
        return folder(file).orElse(file);
    }

    private Element folded(List<String> links) {
        return Node.of(
                "details", Node.of("summary", report.say("page.files.filesLinks", "links", links.size())), list(links));
    }

    private static Element list(List<String> links) {
        return Node.of(
                        "ul",
                        links.stream()
                                .map(file -> Node.of(
                                        "li",
                                        Node.of("a", Section.isolated(file)).with("href", address(file))))
                                .toList())
                .with("class", "files");
    }

    private static String address(String file) {
        return Arrays.stream(file.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
