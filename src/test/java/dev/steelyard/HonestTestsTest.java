package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No test passes by not looking: what cannot be tried is assumed by name, and shows as skipped. */
class HonestTestsTest {

    private static final Pattern CLAIM =
            Pattern.compile("\\b(assert\\w*|fail)\\(|AssertionError|\\bGolden[.]|[.]check\\(");

    /** What is so of nobody is so of all of them. */
    private static final Set<String> OF_ALL = Set.of("allMatch", "allSatisfy", "isSubsetOf");

    private static final Pattern OF_SOME = Pattern.compile("isNotEmpty|hasSize\\w*|contains\\w*|anyMatch");

    private static final List<Method> METHODS = new ArrayList<>();

    /** @param chains of each statement that claims something, the calls upon what is claimed of */
    private record Method(String place, String name, boolean test, MethodTree tree, List<List<String>> chains) {}

    @BeforeAll
    static void readTheSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit.getSourceFile().getName()).scan(unit, null);
            }
        }
        assertThat(METHODS.stream().filter(Method::test)).hasSizeGreaterThan(800);
    }

    @Test
    void noTestReturnsBeforeItHasLooked() {
        List<String> early = new ArrayList<>();
        for (Method method : METHODS) {
            if (method.test()) {
                for (StatementTree statement : method.tree().getBody().getStatements()) {
                    if (statement.getKind() == Tree.Kind.IF
                            && statement.toString().matches("(?s).*\\breturn;.*")) {
                        early.add(method.place());
                    }
                }
            }
        }
        assertThat(early).isEmpty();
    }

    /** By itself or by a method of the tests that it calls. */
    @Test
    void everyTestClaimsSomething() {
        TreeMap<String, String> bodies = new TreeMap<>();
        METHODS.forEach(method ->
                bodies.merge(method.name(), String.valueOf(method.tree().getBody()), String::concat));
        Set<String> claiming = new TreeSet<>();
        Set<String> found = new HashSet<>();
        bodies.forEach((name, body) -> {
            if (CLAIM.matcher(body).find()) {
                found.add(name);
            }
        });
        while (claiming.addAll(found)) {
            Pattern calls = Pattern.compile("\\b(" + String.join("|", claiming) + ")\\(");
            bodies.forEach((name, body) -> {
                if (!claiming.contains(name) && calls.matcher(body).find()) {
                    found.add(name);
                }
            });
        }
        assertThat(METHODS.stream()
                        .filter(method -> method.test() && !claiming.contains(method.name()))
                        .map(Method::place))
                .isEmpty();
    }

    @Test
    void whatIsSaidOfAllIsSaidOfSomebody() {
        List<String> ofNobody = new ArrayList<>();
        for (Method method : METHODS) {
            for (List<String> chain : method.chains()) {
                if (chain.stream().anyMatch(OF_ALL::contains)
                        && chain.stream()
                                .noneMatch(call -> OF_SOME.matcher(call).matches())) {
                    ofNobody.add(method.place() + " " + chain);
                }
            }
        }
        assertThat(ofNobody).isEmpty();
    }

    private static final class Reader extends TreeScanner<Void, List<List<String>>> {

        private final String file;

        Reader(String file) {
            this.file = file;
        }

        @Override
        public Void visitMethod(MethodTree method, List<List<String>> outer) {
            if (method.getBody() == null) {
                return null;
            }
            List<List<String>> chains = new ArrayList<>();
            boolean test =
                    method.getModifiers().getAnnotations().toString().matches("(?s).*@(Parameterized)?Test\\b.*");
            METHODS.add(
                    new Method(file + " " + method.getName(), method.getName().toString(), test, method, chains));
            return super.visitMethod(method, chains);
        }

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree statement, List<List<String>> chains) {
            claim(statement.getExpression(), chains);
            return super.visitExpressionStatement(statement, chains);
        }

        /** A lambda may be a claim without a statement. */
        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, List<List<String>> chains) {
            if (lambda.getBody() instanceof ExpressionTree expression) {
                claim(expression, chains);
            }
            return super.visitLambdaExpression(lambda, chains);
        }

        private static void claim(ExpressionTree expression, List<List<String>> chains) {
            List<String> chain = new ArrayList<>();
            ExpressionTree at = expression;
            while (at instanceof MethodInvocationTree call) {
                if (call.getMethodSelect() instanceof MemberSelectTree select) {
                    chain.add(select.getIdentifier().toString());
                    at = select.getExpression();
                } else {
                    if (call.getMethodSelect().toString().equals("assertThat") && chains != null) {
                        chains.add(chain);
                    }
                    return;
                }
            }
        }
    }
}
