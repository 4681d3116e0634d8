package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's decoder is the reference. */
class Utf8Test {

    @TempDir
    private Path folder;

    @Test
    void whatOneOrTwoBytesBegin() throws IOException {
        for (int first = 0; first < 256; first++) {
            for (int second : new int[] {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
                for (byte[] rest : new byte[][] {{}, {(byte) 0x80}, {(byte) 0x80, (byte) 0xBF}, {(byte) 0xBF, 'a'}}) {
                    byte[] bytes = new byte[2 + rest.length];
                    bytes[0] = (byte) first;
                    bytes[1] = (byte) second;
                    System.arraycopy(rest, 0, bytes, 2, rest.length);
                    agrees(bytes);
                }
            }
        }
    }

    @Test
    void damageAnywhereAlsoWhereBlocksMeet() throws IOException {
        SplittableRandom chance = new SplittableRandom(7);
        byte[] good = "V0001,骨科,yes,12.50,€,𠀀\r\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        agrees(good);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = good.clone();
            int at = i % 3 == 0 ? (1 << 16) - 4 + i / 3 % 8 : chance.nextInt(bytes.length);
            bytes[at] = (byte) chance.nextInt(256);
            agrees(bytes);
        }
        for (int cut = 1; cut < 12; cut++) {
            agrees(Arrays.copyOf(good, good.length - cut));
        }
    }

    private void agrees(byte[] bytes) throws IOException {
        boolean expected;
        try {
            TextReader.strict(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(bytes));
            expected = true;
        } catch (CharacterCodingException e) {
            expected = false;
        }
        Path file = folder.resolve("bytes");
        Files.write(file, bytes);
        assertThat(Utf8.fits(file, 0)).isEqualTo(expected);
    }
}
