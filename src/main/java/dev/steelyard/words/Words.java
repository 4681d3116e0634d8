package dev.steelyard.words;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The sentences of one language, by key. */
public final class Words implements Speech {

    /** The language where none is asked for. */
    public static final String FIRST = "zh";

    private static final String FOLDER = "dev/steelyard/words/";
    private static final String ENDING = ".properties";

    private static final Map<String, Words> LANGUAGES = new ConcurrentHashMap<>();

    private final String language;

    /** Key → text, in the order of the keys. */
    private final Map<String, String> texts;

    /** Those that were asked for so far: of some four thousand an answer says a few. */
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /**
     * @param language the name of its bundle, {@code zh} or {@code en}
     * @throws IllegalArgumentException if there is no such bundle
     */
    public static Words in(String language) {
        return LANGUAGES.computeIfAbsent(language, Words::read);
    }

    /** The languages that people are addressed in: whatever there is a bundle of, by its name; the {@link #FIRST} is the first. */
    public static List<String> all() {
        try {
            Set<String> all = new LinkedHashSet<>(List.of(FIRST));
            for (URL folder : Collections.list(Words.class.getClassLoader().getResources(FOLDER))) {
                files(folder)
                        .filter(file -> file.endsWith(ENDING))
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .sorted()
                        .forEach(all::add);
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a folder of classes, which lies on a disk or in a jar. */
    private static Stream<String> files(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()));
        }
        String[] names = new File(URI.create(folder.toString())).list();
        return Arrays.stream(Objects.requireNonNull(names));
    }

    private static Words read(String language) {
        try (InputStream bundle = Words.class.getResourceAsStream(language + ENDING)) {
            if (bundle == null) {
                throw new IllegalArgumentException("there is no bundle of the language " + language);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
            Map<String, String> inOrder = new TreeMap<>();
            texts.forEach((key, text) -> inOrder.put((String) key, (String) text));
            return new Words(language, Collections.unmodifiableMap(inOrder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a sentence reads in whichever language there is or was spoken: how what was written for people is known again. */
    public static Set<String> anyLanguage(Said said) {
        return Stream.concat(all().stream(), LANGUAGES.keySet().stream())
                .map(language -> in(language).say(said))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public String language() {
        return language;
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    /** The names that the sentence of a key has slots for. */
    public Set<String> slots(String key) {
        return new TreeSet<>(sentence(key).slots());
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    @Override
    public String say(Said said) {
        return sentence(said.key()).fill(slot -> shown(said, slot));
    }

    /**
     * A sentence with its slots filled.
     *
     * @param slots name, value, name, value, …; values as {@link Said} takes them
     */
    public String say(String key, Object... slots) {
        return slots.length == 0 ? sentence(key).fill(slot -> null) : say(Said.of(key, slots));
    }

    /** What is wrong. */
    public String message(Problem problem) {
        return say(key(problem), problem);
    }

    /** What to do about it. */
    public String fix(Problem problem) {
        return say(key(problem) + ".fix", problem);
    }

    /** Of a finding that a rule of the job made the rule's own sentence, else that of its code. */
    private static String key(Problem problem) {
        String rule = problem.slots().get("sentence");
        return rule == null ? "problem." + problem.code().name() : rule;
    }

    private String say(String key, Problem problem) {
        return sentence(key).fill(problem.words()::get);
    }

    /** What the language calls something that has a name in Chinese and in English: its bundle says which. */
    public String name(Name name) {
        return sentence("called").fill(slot -> switch (slot) {
            case "zh" -> name.zh();
            case "en" -> name.en();
            default -> null;
        });
    }

    /** Several things in a row: 、 in Chinese, commas in English. */
    public String list(Collection<?> values) {
        return values.stream()
                .map(this::shown)
                .collect(Collectors.joining(sentence("list.separator").fill(slot -> null)));
    }

    private String shown(Said said, String slot) {
        Object value = said.args().get(slot);
        return value == null ? null : shown(value);
    }

    private String shown(Object value) {
        if (value instanceof Name name) {
            return name(name);
        }
        if (value instanceof Said said) {
            return say(said);
        }
        if (value instanceof Collection<?> values) {
            return list(values);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private Sentence sentence(String key) {
        Sentence sentence = sentences.get(key);
        if (sentence != null) {
            return sentence;
        }
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the bundle " + language + " has no key " + key);
        }
        return sentences.computeIfAbsent(key, any -> Sentence.of(text));
    }
}
