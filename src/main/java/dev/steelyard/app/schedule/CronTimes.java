package dev.steelyard.app.schedule;

import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The times that a Quartz cron expression names, as a wall clock shows them. Without a zone: where clocks are put forward
 * Quartz leaves out a time that does not exist, and a month would be run a month late.
 */
record CronTimes(CronExpression expression) implements WallTimes {

    /** @throws ParseException if it is no cron expression; its message says why */
    static CronTimes of(String cron) throws ParseException {
        CronExpression expression = new CronExpression(cron);
        expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return new CronTimes(expression);
    }

    @Override
    public Optional<LocalDateTime> after(LocalDateTime time) {
        Date next = expression.getNextValidTimeAfter(Date.from(time.toInstant(ZoneOffset.UTC)));
        return Optional.ofNullable(next).map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }
}
