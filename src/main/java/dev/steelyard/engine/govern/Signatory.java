package dev.steelyard.engine.govern;

import dev.steelyard.engine.said.Said;
import java.util.Locale;

/** Who signs a period 签字人, and as what: 制表 prepares, 复核 checks, 审批 approves. */
public enum Signatory {
    HR(Duty.PREPARES),
    FINANCE(Duty.CHECKS),
    COMPLIANCE(Duty.CHECKS),
    SALES(Duty.APPROVES);

    /** What a signature stands for. */
    public enum Duty {
        PREPARES,
        CHECKS,
        APPROVES;

        /** As it stands above the signature. */
        public Said words() {
            return Said.of("duty", this);
        }
    }

    private final Duty duty;

    Signatory(Duty duty) {
        this.duty = duty;
    }

    /** What the role is called. */
    public Said words() {
        return Said.of("signatory", this);
    }

    /** What the role's signature stands for. */
    public Duty duty() {
        return duty;
    }

    /** As the job file, the ledger and the command line write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
