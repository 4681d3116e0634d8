package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify;
import java.util.List;

/** One way in which people are told. */
interface Channel {

    /** As the file of notices tells it from others: {@code mail 1}, {@code webhook hr}. */
    String name();

    /** Which notices go this way. */
    Notify.Wish wish();

    /** Variables of the environment without which nothing can be sent; none where all is there. */
    List<String> missing();

    /** Whether what is sent, or what it is sent with, can be read on the way. */
    boolean isInTheClear();

    /** @throws Undelivered if nobody took the message */
    void send(Message message) throws Undelivered;
}
