package dev.steelyard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.steelyard.app.cli.Steelyard;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house stands: imports go down only (architecture.md 1). A rule's name is the rule. */
class ArchitectureTest {

    private static final String HOUSE = "dev.steelyard.";

    /** A room a line, from the ground up, and in it its packages; one after an arrow may import those before it. */
    private static final String ROOMS =
            """
            engine: said unit → calendar problem trace → plan → dataset → fact → register → plausible people → measure → verb → score → pay → insight → govern → run → explain → compare
            words: words
            ledger: ledger → store → database → pieces records status
            input: planfile spelling → sheets → exports → intake
            output: publish workbook → page notice handout
            app: cases calculation → publication → worker → batch closing → schedule doctor → cli
            """;

    private static final Set<String> CALCULATION = room("engine");

    /** How far up each package stands. */
    private static final Map<String, Integer> PLACES = places();

    /** A notice is mailed with Spring's sender. */
    private static final Set<String> SPRING = springs();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Steelyard.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyPackageHasItsPlace() {
        assertThat(packages()).isNotEmpty().isSubsetOf(PLACES.keySet());
    }

    @Test
    void importsGoDownOnly() {
        check(classes().should(new ArchCondition<>("import lower rooms and earlier packages only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isOurs(target) && !mayImport(top(origin), top(target))) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        }));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.steelyard.(*)..").should().beFreeOfCycles());
        check(slices().matching("dev.steelyard.(**)").should().beFreeOfCycles());
    }

    @Test
    void theCalculationKnowsNoFrameworkFileDatabaseOrLogger() {
        check(noClasses()
                .that(liveIn(CALCULATION))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.poi..",
                        "org.apache.commons..",
                        "org.snakeyaml..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.logging..",
                        "org.apache.juli.."));
    }

    @Test
    void onlyTheCommandLineAsksTheClock() {
        check(noClasses()
                .that(DescribedPredicate.not(liveIn(Set.of("cli"))))
                .should(new ArchCondition<>("ask the clock or the machine's zone") {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        Stream.of(
                                        origin.getMethodCallsFromSelf(),
                                        origin.getMethodReferencesFromSelf(),
                                        origin.getConstructorCallsFromSelf(),
                                        origin.getConstructorReferencesFromSelf())
                                .flatMap(Set::stream)
                                .filter(ArchitectureTest::asksTheClock)
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
                    }
                }));
    }

    private static boolean asksTheClock(JavaCodeUnitAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        return owner.startsWith("java.time.") && method.equals("now")
                || owner.equals("java.time.Clock") && method.startsWith("system")
                || owner.equals("java.time.ZoneId") && method.equals("systemDefault")
                || owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(method)
                || owner.equals("java.util.Date")
                        && method.equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                || owner.equals("java.util.Calendar") && method.equals("getInstance");
    }

    @Test
    void nothingBetweenACellAndAReportIsADoubleOrAFloat() {
        Set<String> exact = new TreeSet<>(packages());
        // A library's number cells and a bar that shows progress have no other type.
        exact.removeAll(Set.of("workbook", "cli", "schedule", "notice"));
        assertThat(CLASSES.stream()
                        .filter(liveIn(exact))
                        .flatMap(type -> FloatingPoint.in(type.getName()).stream())
                        .toList())
                .isEmpty();
    }

    @Test
    void onlySheetsAndWorkbookKnowPoi() {
        check(noClasses()
                .that(DescribedPredicate.not(liveIn(Set.of("sheets", "workbook"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi.."));
    }

    @Test
    void onlyTheUpperRoomKnowsSpring() {
        check(noClasses()
                .that(DescribedPredicate.not(liveIn(SPRING)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.quartz.."));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        check(noClasses()
                .that(DescribedPredicate.not(liveIn(Set.of("cli"))))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class));
    }

    @Test
    void nothingIsSerialisedByJava() {
        check(noClasses()
                .should(dependOnClassesThat(describe(
                        "write or read Java's own serialised form",
                        type -> type.isAssignableTo(ObjectInputStream.class)
                                || type.isAssignableTo(ObjectOutputStream.class)))));
    }

    @Test
    void everyPackageSaysWhatComesInAndOut() {
        // Without annotations it leaves no class file: the sources are asked.
        Path sources = Path.of("src/main/java");
        Set<String> names =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        for (String name : names) {
            assertThat(sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
                    .content()
                    .contains("In:", "Out:", "Never");
        }
    }

    /** What a package says that it never imports, it does not: our packages by name or place, others by what they are for. */
    @Test
    void whatAPackageSaysItNeverImportsItDoesNot() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            Never never = Never.of(origin.getPackageName());
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (!target.getPackageName().equals(origin.getPackageName()) && never.means(origin, target)) {
                    broken.add(origin.getPackageName() + " never, and yet " + target.getPackageName());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /**
     * The clause of a package-info that begins with "Never imports".
     *
     * @param text blank where it says something else that never happens
     */
    private record Never(String text) {

        private static final Map<String, String> OTHERS = Map.of(
                "Spring", "org.springframework.",
                "a framework", "org.springframework.",
                "POI", "org.apache.poi.",
                "a database", "java.sql.",
                "a file", "java.nio.file.");

        private static final Pattern NAME = Pattern.compile("\\{@code (\\w+)}");

        static Never of(String name) throws IOException {
            String all = Files.readString(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                    .replaceAll("\\s+\\*?\\s*", " ");
            return new Never(all.replaceFirst("^.*?(Never imports|$)", "").replaceFirst(" \\*/.*", ""));
        }

        /** Inside a package that has others in it, a name means the sibling. */
        boolean means(JavaClass origin, JavaClass target) {
            if (!isOurs(target)) {
                return OTHERS.entrySet().stream()
                        .anyMatch(other -> text.contains(other.getKey())
                                && target.getName().startsWith(other.getValue()));
            }
            Set<String> named =
                    NAME.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
            if (text.contains("any floor above")) {
                return PLACES.get(top(target)) > PLACES.get(named.iterator().next());
            }
            if (text.contains("any floor but") || text.contains("any other")) {
                return !named.contains(top(target));
            }
            if (top(origin).equals(top(target))) {
                return named.contains(last(target));
            }
            named.removeAll(siblings(origin));
            return named.contains(top(target))
                    || named.stream().anyMatch(one -> room(one).contains(top(target)));
        }

        private static Set<String> siblings(JavaClass origin) {
            return CLASSES.stream()
                    .filter(other -> isOurs(other) && top(other).equals(top(origin)))
                    .map(Never::last)
                    .filter(last -> !last.equals(top(origin)))
                    .collect(Collectors.toSet());
        }

        private static String last(JavaClass type) {
            return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        }
    }

    /**
     * The picture in the documents is made of the code: rooms and places as they are checked here, what comes in and goes out as the
     * package-infos say, and what is imported as the classes have it. {@code -Dgolden.update=true} draws it anew.
     */
    @Test
    void theDocumentsShowTheSameHouse() throws IOException {
        Path document = Path.of("docs/architecture.md");
        String text = Files.readString(document);
        int begin = text.indexOf(PICTURE) + PICTURE.length();
        int end = text.indexOf(END_OF_PICTURE);
        Golden.file(document, text.substring(0, begin) + picture() + text.substring(end));
    }

    private static final String PICTURE = "<!-- The picture: drawn by ArchitectureTest from the code. -->\n";
    private static final String END_OF_PICTURE = "<!-- The end of the picture. -->";

    private static String picture() throws IOException {
        StringBuilder picture = new StringBuilder("\n```\n" + ROOMS + "```\n");
        Map<String, Set<String>> imports = new HashMap<>();
        CLASSES.forEach(origin -> origin.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(ArchitectureTest::isOurs)
                .filter(target -> !top(target).equals(top(origin)))
                .forEach(target -> imports.computeIfAbsent(top(origin), any -> new TreeSet<>())
                        .add(top(target))));
        for (String line : ROOMS.lines().toList()) {
            String room = line.substring(0, line.indexOf(':'));
            picture.append("\n| ").append(room).append(" | comes in | goes out | stands on |\n|---|---|---|---|\n");
            for (String name : line.substring(line.indexOf(':') + 1)
                    .replace("→", " ")
                    .strip()
                    .split("\\s+")) {
                List<String> infos = infos(name.equals(room) ? room : room + "/" + name);
                picture.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                name,
                                said(infos, "In"),
                                said(infos, "Out"),
                                imports.getOrDefault(name, Set.of()).stream()
                                        .sorted(Comparator.comparing((String one) -> PLACES.get(one))
                                                .thenComparing(one -> one))
                                        .collect(Collectors.joining(" "))));
            }
        }
        return picture.append('\n').toString();
    }

    /** What the package says; where it has parts only, what they say. */
    private static List<String> infos(String folder) throws IOException {
        Path path = Path.of("src/main/java/dev/steelyard", folder);
        try (Stream<Path> all = Files.walk(path, 2)) {
            List<String> infos = new ArrayList<>();
            for (Path file : all.filter(one -> one.endsWith("package-info.java"))
                    .sorted()
                    .toList()) {
                if (file.getParent().equals(path) || !Files.exists(path.resolve("package-info.java"))) {
                    infos.add(Files.readString(file)
                            .replaceAll("\\s+\\*?\\s*", " ")
                            .replaceAll("\\{@(?:code|link) (?:dev[.\\w]*[.](?=[A-Z]))?([^}]*)}", "`$1`"));
                }
            }
            return infos;
        }
    }

    private static String said(List<String> infos, String what) {
        Pattern sentence = Pattern.compile("\\b" + what + ": (.*?)\\. (?=Out:|Never|[A-Z]|\\*/|<p>)");
        return infos.stream()
                .flatMap(info -> sentence.matcher(info).results().limit(1))
                .map(match -> match.group(1).replace("|", "\\|"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The types that the document tells to know are there. */
    @Test
    void theTypesToKnowAreThere() throws IOException {
        String text = Files.readString(Path.of("docs/architecture.md"));
        String types = text.substring(text.indexOf("The ten types to know"), text.indexOf("<a id=\"3\"></a>"));
        Set<String> names = CLASSES.stream()
                .map(type -> last(type) + "." + type.getSimpleName())
                .collect(Collectors.toSet());
        assertThat(Pattern.compile("`(\\w+\\.[A-Z]\\w+)`")
                        .matcher(types)
                        .results()
                        .map(match -> match.group(1)))
                .hasSize(10)
                .isSubsetOf(names);
    }

    private static String last(JavaClass type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }

    /** Whatever type a document names with its package is there; decisions are of their day. */
    @Test
    void theTypesThatDocumentsNameAreThere() throws IOException {
        Set<String> names = CLASSES.stream()
                .map(type -> last(type) + "." + type.getSimpleName())
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            for (Path document : Stream.concat(
                            docs.filter(Files::isRegularFile),
                            Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(Path::of))
                    .toList()) {
                Pattern.compile("`(?:[a-z]\\w*\\.)*([a-z]\\w*\\.[A-Z][a-z]\\w+)[`.]")
                        .matcher(Files.readString(document))
                        .results()
                        .forEach(match -> named.add(match.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(names);
    }

    private static Set<String> springs() {
        Set<String> rooms = room("app");
        rooms.add("notice");
        return rooms;
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> liveIn(Set<String> packages) {
        return describe("live in " + packages, type -> isOurs(type) && packages.contains(top(type)));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE);
    }

    /** The package of a class: {@code measure} of {@code dev.steelyard.engine.measure}, {@code ledger} of that room's root. */
    private static String top(JavaClass type) {
        String[] names = type.getPackageName().substring(HOUSE.length()).split("\\.");
        return names.length == 1 ? names[0] : names[1];
    }

    private static Set<String> packages() {
        return CLASSES.stream().map(ArchitectureTest::top).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean mayImport(String from, String to) {
        return from.equals(to) || PLACES.getOrDefault(from, 99) > PLACES.getOrDefault(to, 99);
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        int place = 0;
        for (String line : ROOMS.lines().toList()) {
            for (String station : line.substring(line.indexOf(':') + 1).split("→")) {
                for (String name : station.strip().split(" ")) {
                    places.put(name, place);
                }
                place++;
            }
        }
        return places;
    }

    private static Set<String> room(String room) {
        return ROOMS.lines()
                .filter(line -> line.startsWith(room + ":"))
                .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1)
                        .replace(" →", "")
                        .strip()
                        .split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
