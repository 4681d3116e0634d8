package dev.steelyard.input.planfile.yaml;

import java.util.List;
import java.util.NoSuchElementException;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Events that were read and checked before, for the composer: a file is parsed once. */
final class Replay implements Parser {

    private final List<Event> events;
    private int at;

    Replay(List<Event> events) {
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        return at < events.size();
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return hasNext() && peekEvent().getEventId() == choice;
    }

    @Override
    public Event peekEvent() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further event");
        }
        return events.get(at);
    }

    @Override
    public Event next() {
        Event event = peekEvent();
        at++;
        return event;
    }
}
