package dev.steelyard.output.notice;

/** Whoever tells people. Never throws: a message that cannot be sent is logged, and the run stands. */
@FunctionalInterface
public interface Notifier {

    void tell(Notice notice);

    Notifier NOBODY = notice -> {};
}
