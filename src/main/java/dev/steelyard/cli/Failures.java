package dev.steelyard.cli;

import dev.steelyard.batch.InputRefused;
import dev.steelyard.ledger.LedgerFailed;
import dev.steelyard.ledger.LedgerInUse;
import dev.steelyard.planfile.mistake.InvalidFile;
import java.io.IOException;
import picocli.CommandLine;

/** What a person reads, and which exit code a script gets, when a verb fails. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parseResult) {
        java.io.PrintWriter err = command.getErr();
        if (failure instanceof InvalidFile invalid) {
            err.println(invalid.text("zh", true));
            return Exit.BAD_INPUT;
        }
        if (failure instanceof InputRefused refused) {
            refused.problems()
                    .forEach(
                            problem -> err.println(problem.where() + "  " + problem.message("zh") + problem.fix("zh")));
            return Exit.BAD_INPUT;
        }
        if (failure instanceof LedgerInUse) {
            err.println(failure.getMessage());
            return Exit.BUSY_OR_CLOSED;
        }
        if (failure instanceof LedgerFailed || failure instanceof IOException) {
            err.println(failure.getMessage());
            return Exit.RESOURCE_FAILED;
        }
        failure.printStackTrace(err);
        return Exit.BUG;
    }
}
