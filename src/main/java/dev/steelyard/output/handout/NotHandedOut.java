package dev.steelyard.output.handout;

/** Why a reader got nothing. */
final class NotHandedOut extends Exception {

    private static final long serialVersionUID = 1L;

    private final Given.Reason reason;

    NotHandedOut(Given.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Given.Reason reason() {
        return reason;
    }
}
