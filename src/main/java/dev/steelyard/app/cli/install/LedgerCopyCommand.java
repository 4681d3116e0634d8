package dev.steelyard.app.cli.install;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.text.TextTable;
import dev.steelyard.app.cli.verb.CommonOptions;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.ledger.database.DatabaseUrl;
import dev.steelyard.ledger.database.LedgerCopy;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.TableTotals;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "copy", versionProvider = EngineVersion.class)
public final class LedgerCopyCommand extends LoggedVerb {

    @Option(names = "--to", paramLabel = "URL", required = true)
    private String to;

    @Option(names = "--backup")
    private boolean backup;

    public LedgerCopyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        String target = CommonOptions.database("--to", to);
        if (!OpenLedger.exists(ledger(), db())) {
            throw nothing();
        }
        List<TableTotals> tables = copied(target);
        String where = new DatabaseUrl(target).shown();
        if (json()) {
            print(Json.of("outcome", "copied")
                    .with("exit", Exit.DONE)
                    .with("to", where)
                    .with(
                            "tables",
                            tables.stream().map(one -> json(one).members()).toList()));
        } else {
            text(where, tables);
        }
        return Exit.DONE;
    }

    private List<TableTotals> copied(String target) throws IOException {
        try (LedgerDatabase source = OpenLedger.toWrite(this);
                LedgerDatabase copy = OpenLedger.toWrite(this, ledger(), Optional.of(target))) {
            return backup
                    ? LedgerCopy.copy(source, copy)
                    : LedgerCopy.move(source, copy, new DatabaseUrl(target).shown());
        } catch (LedgerCopy.Refused refused) {
            String where = new DatabaseUrl(target).shown();
            throw switch (refused.reason()) {
                case NOTHING -> nothing();
                case NOT_EMPTY -> refusal("copy-not-empty", refused, where);
                case OTHER_TABLES -> refusal("copy-other-tables", refused, where);
                case DIFFERS -> refusal("copy-differs", refused, where);
            };
        }
    }

    private Refusal nothing() {
        return Refusal.badInput("copy-nothing", "output", shown(output()));
    }

    private static Refusal refusal(String key, LedgerCopy.Refused refused, String where) {
        return Refusal.of(Exit.REFUSED, key, "table", refused.table(), "to", where);
    }

    private void text(String where, List<TableTotals> tables) {
        long rows = tables.stream().mapToLong(TableTotals::rows).sum();
        print(session()
                .out()
                .good(say(
                        "copy.done",
                        "to",
                        where,
                        "tables",
                        Numbers.count(tables.size()),
                        "rows",
                        Numbers.count(rows))));
        TextTable table = new TextTable(
                List.of(false, true, false, false), List.of(say("copy.heads").split("\\|")));
        tables.forEach(one -> table.row(
                one.table(), Numbers.count(one.rows()), sums(one), one.hash().substring(0, 12) + "…"));
        table.lines(session().out()).forEach(this::print);
        print("");
        print(say(backup ? "copy.backup" : "copy.next", "to", where));
    }

    private static String sums(TableTotals table) {
        return table.sums().entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Json json(TableTotals table) {
        Map<String, String> sums = new LinkedHashMap<>();
        table.sums().forEach((column, sum) -> sums.put(column, sum.toPlainString()));
        return Json.of("table", table.table())
                .with("rows", table.rows())
                .with("sums", sums)
                .with("sha256", table.hash());
    }
}
