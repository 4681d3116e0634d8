package dev.steelyard.engine.govern;

import dev.steelyard.engine.plan.Name;
import java.util.Locale;

/** Who signs a period 签字人, and as what: 制表 prepares, 复核 checks, 审批 approves. */
public enum Signatory {
    HR(new Name("人力资源", "HR"), Duty.PREPARES),
    FINANCE(new Name("财务", "finance"), Duty.CHECKS),
    COMPLIANCE(new Name("合规", "compliance"), Duty.CHECKS),
    SALES(new Name("销售", "sales"), Duty.APPROVES);

    /** What a signature stands for. */
    public enum Duty {
        PREPARES(new Name("制表", "prepared by")),
        CHECKS(new Name("复核", "checked by")),
        APPROVES(new Name("审批", "approved by"));

        private final Name words;

        Duty(Name words) {
            this.words = words;
        }

        /** As it stands above the signature. */
        public Name words() {
            return words;
        }
    }

    private final Name words;
    private final Duty duty;

    Signatory(Name words, Duty duty) {
        this.words = words;
        this.duty = duty;
    }

    /** What the role is called. */
    public Name words() {
        return words;
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
