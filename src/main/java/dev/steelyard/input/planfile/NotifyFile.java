package dev.steelyard.input.planfile;

import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads who is told how scheduled runs ended. */
public final class NotifyFile {

    /** Keys that somebody writes who does not know that secrets come from the environment. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(pass(word|wd)?|pwd|secret|token|key|credential|user(name)?|url)");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    private NotifyFile() {}

    /** Where it lies. */
    public static Path of(Path home) {
        return home.resolve("jobs").resolve("notify.yaml");
    }

    /**
     * Who is to be told; nobody where there is no such file.
     *
     * @param home the folder that holds {@code jobs/}
     * @throws InvalidFile with everything that is wrong; it repeats no secret
     */
    public static Notify read(Path home) {
        Path file = of(home);
        if (!Files.exists(file)) {
            return Notify.NOBODY;
        }
        Mistakes mistakes = new Mistakes();
        Optional<Binder> binder = YamlFiles.open(file, mistakes);
        binder.ifPresent(read -> secrets(read.tree().root(), read));
        // A secret has to go before anything else is said of the line that it stands in.
        mistakes.throwIfAny();
        Optional<Notify> notify = binder.flatMap(read -> read.bind(Notify.class));
        binder.ifPresent(read -> check(read, JobFile.names(home.resolve("jobs"))));
        mistakes.throwIfAny();
        return notify.orElseThrow();
    }

    private static void secrets(Node node, Binder binder) {
        for (NodeTuple entry : YamlTree.entries(node)) {
            String key = YamlTree.key(entry);
            if (SECRET.matcher(key).matches()) {
                Place place = binder.tree().place(entry.getKeyNode());
                binder.add(Mistake.of(PlanError.SECRET_IN_FILE, withoutValue(place))
                        .with("key", key));
            }
            secrets(entry.getValueNode(), binder);
        }
        YamlTree.items(node).forEach(item -> secrets(item, binder));
    }

    private static Place withoutValue(Place place) {
        int length = place.text().codePointCount(0, place.text().length());
        int end = place.text().offsetByCodePoints(0, Math.min(length, place.column() - 1 + place.length()));
        return new Place(
                place.file(),
                place.line(),
                place.column(),
                place.length(),
                place.text().substring(0, end) + ": …");
    }

    private static void check(Binder binder, List<String> jobs) {
        for (Bound<Notify> notify : binder.all(Notify.class)) {
            notify.value()
                    .links()
                    .filter(links -> !isFolder(links))
                    .ifPresent(links -> binder.add(binder.mistake(PlanError.NOT_AN_ADDRESS, notify.at("links"))
                            .with("value", links)
                            .with("example", "https://files.example.com/steelyard")));
            notify.value().webhooks().keySet().stream()
                    .filter(name -> !JobFile.isId(name))
                    .forEach(name -> binder.add(binder.mistake(PlanError.NOT_AN_ID, notify.keyAt("webhooks", name))
                            .with("value", name)));
        }
        for (Bound<Notify.Mail> mail : binder.all(Notify.Mail.class)) {
            List<String> to = mail.value().to();
            if (to.isEmpty()) {
                binder.add(
                        binder.mistake(PlanError.VALUE_MISSING, mail.at("to")).with("key", "to"));
            }
            for (int i = 0; i < to.size(); i++) {
                if (!MAIL_ADDRESS.matcher(to.get(i)).matches()) {
                    binder.add(binder.mistake(PlanError.NOT_AN_ADDRESS, mail.at("to", i))
                            .with("value", to.get(i))
                            .with("example", "hr@example.com"));
                }
            }
        }
        binder.all(Notify.Wish.class).forEach(wish -> jobs(wish, jobs, binder));
    }

    private static void jobs(Bound<Notify.Wish> wish, List<String> known, Binder binder) {
        List<String> named = wish.value().jobs();
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                binder.add(binder.mistake(PlanError.JOB_UNKNOWN, wish.at("jobs", i))
                        .with("job", named.get(i))
                        .with("known", FileWords.list(known))
                        .with("nearest", FileWords.nearest(named.get(i), known)));
            }
        }
    }

    private static boolean isFolder(String links) {
        try {
            URI uri = URI.create(links);
            return uri.isAbsolute()
                    && List.of("http", "https", "file", "smb").contains(uri.getScheme())
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
