package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail to some addresses.
 *
 * @param timeout how long the server may be silent
 */
record MailChannel(String name, Notify.Mail wish, MailServer server, Duration timeout, InstantSource clock)
        implements Channel {

    @Override
    public List<String> missing() {
        return server.missing();
    }

    @Override
    public boolean isInTheClear() {
        return server.security() == MailServer.Security.NONE && !server.isLocal();
    }

    @Override
    public void send(Message message) throws Undelivered {
        try {
            JavaMailSenderImpl sender = sender();
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(server.from());
            helper.setTo(wish.to().toArray(String[]::new));
            helper.setSubject(message.subject().replaceAll("\\p{Cntrl}+", " "));
            helper.setText(message.body());
            helper.setSentDate(Date.from(clock.instant()));
            // Nobody's automatic answer comes back.
            mail.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mail);
        } catch (MailException | MessagingException e) {
            throw undelivered(e);
        }
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String millis = Long.toString(timeout.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // One address that is no longer there keeps nobody else from being told.
        properties.setProperty("mail.smtp.sendpartial", "true");
        boolean isStartTls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isStartTls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        if (!server.user().isEmpty()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(server.user());
            sender.setPassword(server.password());
        }
        return sender;
    }

    /** The server's code, where it gave one. */
    private static Undelivered undelivered(Exception failure) {
        Throwable cause = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SMTPAddressFailedException address) {
                return new Undelivered("SMTP " + address.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return new Undelivered("SMTP " + send.getReturnCode());
            }
            Throwable next = cause instanceof SendFailedException partly ? partly.getNextException() : null;
            next = next == null ? cause.getCause() : next;
            if (next == null) {
                return Undelivered.because(cause);
            }
            cause = next;
        }
        return Undelivered.because(failure);
    }
}
