package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.TempFile;

/**
 * A workbook under a password, as Excel, WPS and LibreOffice open it: agile encryption with AES-256 and SHA-512, named here,
 * because the library's own choice is AES-128 and SHA-1.
 */
public final class WorkbookPassword {

    private static final int KEY_BITS = 256;

    private static final int BLOCK = 16;

    private WorkbookPassword() {}

    /**
     * Writes the workbook encrypted; {@code out} stays open. The same workbook gives other bytes each time.
     *
     * @param temporary a private folder for temporary files, encrypted too; they are gone when this returns
     */
    public static void write(byte[] workbook, String password, Path temporary, OutputStream out) throws IOException {
        try {
            TempFile.withStrategy(new PrivateTemporaries(temporary), () -> {
                try (POIFSFileSystem container = new POIFSFileSystem()) {
                    Encryptor encryptor = new EncryptionInfo(
                                    EncryptionMode.agile,
                                    CipherAlgorithm.aes256,
                                    HashAlgorithm.sha512,
                                    KEY_BITS,
                                    BLOCK,
                                    ChainingMode.cbc)
                            .getEncryptor();
                    encryptor.confirmPassword(password);
                    try (OutputStream encrypted = encryptor.getDataStream(container)) {
                        encrypted.write(workbook);
                    }
                    container.writeFilesystem(out);
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("every Java platform has AES-256 and SHA-512", e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
