package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who calls the engine reads what a method means, without its body: each public method says it, when it has nothing to give, and what it
 * refuses. What a record's components are stands at the record; an override means what it overrides.
 */
class DocstringsTest {

    private static final Path ENGINE = Path.of("src/main/java/dev/steelyard/engine");
    private static final Pattern REFUSES = Pattern.compile("throw new ([\\w.]+)");
    private static final Pattern NOTHING = Pattern.compile("\\b(empty|none|where|if|blank)\\b");

    private static final Pattern UNIT = Pattern.compile(
            "\\b(fraction|points|days|minutes|currency|cent|sum|value|figure|multiplied|number|decimals)\\b|÷|column reconciles|come to");

    private static final List<Public> METHODS = new ArrayList<>();

    /**
     * A method that others may call.
     *
     * @param doc null where it says nothing
     */
    private record Public(String place, String returns, String body, String doc) {
        boolean says(String word) {
            return doc != null && doc.contains(word);
        }
    }

    @BeforeAll
    static void readTheSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(ENGINE);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(docs, unit).scan(unit, null);
            }
        }
        assertThat(METHODS).hasSizeGreaterThan(700);
    }

    @Test
    void everyPublicMethodSaysWhatItMeans() {
        assertThat(METHODS.stream().filter(method -> method.doc() == null).map(Public::place))
                .isEmpty();
    }

    @Test
    void whatMayBeEmptySaysWhen() {
        assertThat(METHODS.stream()
                        .filter(method -> method.returns().startsWith("Optional"))
                        .filter(method -> method.doc() == null
                                || !NOTHING.matcher(method.doc()).find())
                        .map(Public::place))
                .isEmpty();
    }

    /** Money and points are types; a number of another kind says what it counts, or of what it is a part. */
    @Test
    void aNumberSaysWhatItIsIn() {
        assertThat(METHODS.stream()
                        .filter(method -> method.returns().matches(".*\\b(Fraction|BigDecimal)\\b.*"))
                        .filter(method -> !method.place().startsWith("unit/"))
                        .filter(method -> method.doc() == null
                                || !UNIT.matcher(method.doc()).find())
                        .map(Public::place))
                .isEmpty();
    }

    @Test
    void whatIsRefusedIsNamed() {
        List<String> unsaid = new ArrayList<>();
        for (Public method : METHODS) {
            Matcher refusal = REFUSES.matcher(method.body());
            while (refusal.find()) {
                if (!method.says(refusal.group(1))) {
                    unsaid.add(method.place() + " " + refusal.group(1));
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    /** Collects the public methods of public types. */
    private static final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final CompilationUnitTree unit;
        private final Deque<ClassTree> types = new ArrayDeque<>();
        private final Deque<Boolean> open = new ArrayDeque<>();

        Reader(DocTrees docs, CompilationUnitTree unit) {
            this.docs = docs;
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean isOpen = (open.isEmpty() || open.peek())
                    && isPublic(type.getModifiers().getFlags());
            types.push(type);
            open.push(isOpen);
            super.visitClass(type, nothing);
            types.pop();
            open.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation -> annotation.toString().contains("Override"));
            boolean ofRecord = types.peek().getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            if (open.peek() && isPublic(method.getModifiers().getFlags()) && !overrides && !ofRecord) {
                METHODS.add(new Public(
                        ENGINE.toAbsolutePath()
                                        .relativize(Path.of(unit.getSourceFile().getName())
                                                .toAbsolutePath())
                                + " " + types.peek().getSimpleName() + "." + method.getName(),
                        String.valueOf(method.getReturnType()),
                        String.valueOf(method.getBody()),
                        docs.getDocComment(getCurrentPath())));
            }
            return null;
        }

        /** Members of an interface are public without saying so. */
        private boolean isPublic(Set<Modifier> flags) {
            return flags.contains(Modifier.PUBLIC)
                    || !types.isEmpty()
                            && types.peek().getKind() == Tree.Kind.INTERFACE
                            && !flags.contains(Modifier.PRIVATE);
        }
    }
}
