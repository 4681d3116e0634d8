package dev.steelyard.input.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file, judged over the whole of it (architecture.md 5): a byte order mark decides; else UTF-8 if every byte
 * fits it; else GB18030 if every byte fits that; else none.
 *
 * @param charset as delivered
 * @param mark the bytes of the byte order mark
 * @param badLine the first line with bytes that do not fit; 0 where all fit
 */
record Encoding(Charset charset, int mark, long badLine) {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    static Encoding of(Path file) throws IOException {
        byte[] head = new byte[3];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, 3);
        }
        if (read == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return judged(file, StandardCharsets.UTF_8, 3);
        }
        if (read >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return judged(file, StandardCharsets.UTF_16LE, 2);
        }
        if (read >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return judged(file, StandardCharsets.UTF_16BE, 2);
        }
        Encoding utf8 = judged(file, StandardCharsets.UTF_8, 0);
        if (utf8.badLine == 0) {
            return utf8;
        }
        Encoding gb18030 = judged(file, GB18030, 0);
        // Neither: the one that held longer is what the file was meant to be.
        return gb18030.badLine == 0 || gb18030.badLine > utf8.badLine ? gb18030 : utf8;
    }

    boolean isUtf16() {
        return charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE;
    }

    private static Encoding judged(Path file, Charset charset, int mark) throws IOException {
        boolean fits = charset == StandardCharsets.UTF_8
                ? Utf8.fits(file, mark)
                : decode(file, charset, mark, null, false) == 0;
        return new Encoding(charset, mark, fits ? 0 : decode(file, charset, mark, null, true));
    }

    /** Writes the text as UTF-8, without a mark. */
    void transcode(Path file, OutputStream out) throws IOException {
        decode(file, charset, mark, out, false);
    }

    /** @return 0 where all fits; else the first line that does not, if lines are counted */
    private static long decode(Path file, Charset charset, int skip, OutputStream out, boolean countLines)
            throws IOException {
        CharsetDecoder decoder = TextReader.strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(skip);
            boolean end = false;
            while (true) {
                int read = end ? -1 : in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                chars.flip();
                if (result.isError()) {
                    return line + lineFeeds(chars);
                }
                if (out != null) {
                    out.write(chars.toString().getBytes(StandardCharsets.UTF_8));
                } else if (countLines) {
                    line += lineFeeds(chars);
                }
                chars.clear();
                bytes.compact();
                if (end && result.isUnderflow()) {
                    return 0;
                }
            }
        }
    }

    private static long lineFeeds(CharBuffer chars) {
        long count = 0;
        char[] array = chars.array();
        for (int i = 0; i < chars.limit(); i++) {
            count += array[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
