package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Roster;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who a NAME is, by the roster that a revision was calculated from (ruling 135): a roster id, or a name that one person on it
 * bears; else free text. Who is paid by the revision, or leads somebody who is, does not decide about it.
 */
record Deciders(Roster roster, Set<String> paid) {

    private static final String ROSTER = "employees";

    /** How a name was understood. */
    sealed interface Result {
        record Known(Decider decider) implements Result {}

        /** Several people bear the name. */
        record Several(List<String> ids) implements Result {}

        /** The person would decide about their own pay. */
        record Own(Decider decider) implements Result {}
    }

    /**
     * Reads the roster of a revision from the store; one that the store no longer has knows nobody.
     *
     * @param output the folder that holds the ledger
     */
    static Deciders of(LedgerDatabase database, Path output, Publication revision) throws IOException {
        Set<String> scored = new Ledger(database.source())
                .scorecards(revision).stream().map(EarlierScorecard::employeeId).collect(Collectors.toSet());
        Manifest manifest = Manifest.read(output.resolve(revision.folder()));
        try (WorkFolder work = WorkFolder.under(output)) {
            RunInput then = Recalculation.of(Set.of(ROSTER), output, manifest, work.path());
            return new Deciders(then.registers().roster(), scored);
        } catch (PurgedFromStore e) {
            return new Deciders(Roster.of(List.of(), Losses.NONE), scored);
        }
    }

    Result find(String name, String account) {
        String said = plain(name);
        if (said.isEmpty()) {
            return new Result.Known(Decider.unnamed(account));
        }
        List<Employee> people = roster.employees().stream()
                .filter(employee -> plain(employee.id()).equals(said))
                .toList();
        if (people.isEmpty()) {
            people = roster.employees().stream()
                    .filter(employee -> plain(employee.name()).equals(said))
                    .toList();
        }
        if (people.size() > 1) {
            return new Result.Several(people.stream().map(Employee::id).toList());
        }
        if (people.isEmpty()) {
            return new Result.Known(new Decider(name.strip(), "", account));
        }
        Employee person = people.get(0);
        Decider decider = new Decider(person.name(), person.id(), account);
        return decidesAboutOwn(person) ? new Result.Own(decider) : new Result.Known(decider);
    }

    private boolean decidesAboutOwn(Employee person) {
        return paid.contains(person.id())
                || roster.employees().stream()
                        .filter(other -> paid.contains(other.id()))
                        .anyMatch(other -> person.leads().contains(other.team())
                                || person.leads().contains(other.region()));
    }

    /** Whatever case, width and blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
