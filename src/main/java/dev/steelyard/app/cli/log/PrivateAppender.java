package dev.steelyard.app.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Appends to a file that only its owner may read, also to the one that takes the place of a full one. */
final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        try {
            PrivateFiles.create(Path.of(name)).close();
        } catch (FileAlreadyExistsException e) {
            // It goes on.
        }
        super.openFile(name);
    }
}
