package dev.steelyard.app.cli.verb;

import dev.steelyard.app.calculation.EngineClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The engine's version as the build wrote it: the same in the jar, under the build tool and in tests. */
public final class EngineVersion implements IVersionProvider {

    public static final String VERSION = read();

    /** Version and fingerprint of the classes, as editions and the ledger name the engine: {@code 0.1.0+1f3a…}. */
    public static String engine() {
        return VERSION + "+" + EngineClasses.fingerprint();
    }

    private static String read() {
        try (InputStream in = EngineVersion.class.getResourceAsStream("engine.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "steelyard " + engine() + " (Java " + System.getProperty("java.version") + ", "
                    + System.getProperty("os.name") + ")"
        };
    }
}
