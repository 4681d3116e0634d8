package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** No test passes by not looking: what cannot be tried is assumed by name, and shows as skipped. */
class HonestTestsTest {

    @Test
    void noTestReturnsBeforeItHasLooked() throws IOException {
        List<String> early = new ArrayList<>();
        int[] tests = {0};
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = all.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null
                                && method.getModifiers()
                                        .getAnnotations()
                                        .toString()
                                        .matches("(?s).*@(Parameterized)?Test\\b.*")) {
                            tests[0]++;
                            for (StatementTree statement : method.getBody().getStatements()) {
                                if (statement.getKind() == Tree.Kind.IF
                                        && statement.toString().matches("(?s).*\\breturn;.*")) {
                                    early.add(unit.getSourceFile().getName() + " " + method.getName());
                                }
                            }
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        assertThat(tests[0]).isGreaterThan(800);
        assertThat(early).isEmpty();
    }
}
