package dev.steelyard.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    @TempDir
    Path folder;

    /** From the standard, FIPS 180-4. */
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "杆秤, b7199242bedb38e6d03029400477783b41ffeb31c2d34fbbb9e0c755f003699f"
    })
    void ofATextIsThatOfItsBytes(String text, String sha256) {
        assertThat(Sha256.of(text)).isEqualTo(sha256);
    }

    /** Whatever calculates it on this machine, others must find the same. */
    @ParameterizedTest
    @CsvSource({"0", "1", "63", "64", "65", "65535", "65536", "65537", "300000"})
    void saysWhatThePlatformSays(int length) throws IOException, GeneralSecurityException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        String platform =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Path file = Files.write(folder.resolve("file"), bytes);
        MessageDigest bit = Sha256.digest();
        for (byte one : bytes) {
            bit.update(one);
        }

        assertThat(Sha256.of(bytes)).isEqualTo(platform);
        assertThat(Sha256.of(file)).isEqualTo(platform);
        assertThat(Sha256.hex(bit)).isEqualTo(platform);
    }

    @Test
    void aDigestBeginsAnewOnceItWasRead() {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 'x');
        Sha256.hex(digest);
        digest.update(new byte[] {'a', 'b', 'c'});

        assertThat(Sha256.hex(digest)).startsWith("ba7816bf");
    }
}
