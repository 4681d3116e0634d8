package dev.steelyard.output.notice;

/** A message was not taken. Says why without addresses, names or secrets: what servers answer may hold them. */
final class Undelivered extends Exception {

    private static final long serialVersionUID = 1L;

    Undelivered(String why) {
        super(why, null, false, false);
    }

    /** Because of a failure, of which only its kind is told. */
    static Undelivered because(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return new Undelivered(root.getClass().getSimpleName());
    }
}
