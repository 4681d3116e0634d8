package dev.steelyard.app.publication;

import java.util.List;

/** The ledger does not say what was published: nothing is built upon it until that is cleared up. */
public final class LedgerDisagrees extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Discrepancy> discrepancies;

    LedgerDisagrees(List<Discrepancy> discrepancies) {
        super(discrepancies.size() + " differences between ledger and editions");
        this.discrepancies = List.copyOf(discrepancies);
    }

    public List<Discrepancy> discrepancies() {
        return discrepancies;
    }
}
