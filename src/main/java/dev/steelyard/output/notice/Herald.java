package dev.steelyard.output.notice;

/** Whoever tells people. Never throws: a message that cannot be sent is logged, and the run stands. */
@FunctionalInterface
public interface Herald {

    void tell(Notice notice);

    Herald NOBODY = notice -> {};
}
