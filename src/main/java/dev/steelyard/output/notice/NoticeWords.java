package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify.Event;
import dev.steelyard.input.planfile.yaml.Words;
import dev.steelyard.output.notice.Notice.Closed;
import dev.steelyard.output.notice.Notice.Counts;
import dev.steelyard.output.notice.Notice.Done;
import dev.steelyard.output.notice.Notice.Failed;
import dev.steelyard.output.notice.Notice.Incomplete;
import dev.steelyard.output.notice.Notice.Waiting;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Notices in words: what happened, what to do, where to look.
 *
 * @param language {@code zh} or {@code en}
 * @param output the folder of all outputs
 * @param links where people find that folder; empty for its address on this machine
 */
record NoticeWords(String language, Path output, Optional<String> links) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private String say(String zh, String en) {
        return language.equals("zh") ? zh : en;
    }

    /** Which event it is, for those who want only some. */
    static Event event(Notice notice) {
        if (notice instanceof Done done) {
            return done.beyond().isEmpty() ? Event.DONE : Event.BEYOND;
        }
        if (notice instanceof Closed) {
            return Event.CLOSED;
        }
        if (notice instanceof Incomplete) {
            return Event.INCOMPLETE;
        }
        return notice instanceof Waiting ? Event.WAITING : Event.FAILED;
    }

    Message of(Notice notice) {
        if (notice instanceof Done done) {
            return done(done);
        }
        if (notice instanceof Closed closed) {
            return closed(closed);
        }
        if (notice instanceof Incomplete incomplete) {
            return incomplete(incomplete);
        }
        return notice instanceof Waiting waiting ? waiting(waiting) : failed((Failed) notice);
    }

    /** To try whether messages arrive. */
    Message trial() {
        return new Message(
                Map.of("event", "test"),
                say("杆秤：测试消息", "Steelyard: a test message"),
                List.of(say(
                        "收到此消息，说明计划运行的结果会通知到这里。无需处理。",
                        "You will be told here how scheduled runs ended. There is nothing to do.")),
                Optional.empty());
    }

    private Message done(Done done) {
        String revision = say("第 " + done.revision() + " 版", "revision " + done.revision());
        List<String> lines = new ArrayList<>();
        if (!done.beyond().isEmpty()) {
            lines.add(say("超出阈值，请先查看：", "Beyond the thresholds, look at this first:"));
            done.beyond().forEach(one -> lines.add("- " + one));
        }
        lines.add(counts(done.counts()));
        lines.add(asOf(done));
        head(done.head()).ifPresent(lines::add);
        if (!done.unchanged()) {
            lines.add(say(
                            "下一步：核对结果文件夹中的报表，签字后关账：steelyard close ",
                            "Next: check the reports in the folder, sign, then close: steelyard close ")
                    + done.run().period() + " --job " + done.run().job());
        }
        Map<String, Object> facts = facts(done);
        facts.put("revision", done.revision());
        facts.put("unchanged", done.unchanged());
        facts.put("counts", facts(done.counts()));
        facts.put("beyond", done.beyond());
        facts.put("head", done.head());
        String published = done.unchanged()
                ? say("没有变化（" + revision + "）", "unchanged (" + revision + ")")
                : say("已发布" + revision, revision + " is published");
        return message(
                facts,
                subject(done) + published + (done.beyond().isEmpty() ? "" : say("，超出阈值", ", beyond the thresholds")),
                lines,
                Optional.of(done.folder()));
    }

    private Message closed(Closed closed) {
        List<String> lines = new ArrayList<>(List.of(asOf(closed)));
        head(closed.head()).ifPresent(lines::add);
        lines.add(say(
                "下一步：财务按此文件夹支付；支付前请核对：steelyard verify 文件夹 --head " + closed.head(),
                "Next: finance pays by this folder; check it first: steelyard verify FOLDER --head " + closed.head()));
        Map<String, Object> facts = facts(closed);
        facts.put("revision", closed.revision());
        facts.put("head", closed.head());
        return message(
                facts,
                subject(closed)
                        + say("已关账（第 " + closed.revision() + " 版）", "is closed (revision " + closed.revision() + ")"),
                lines,
                Optional.of(closed.folder()));
    }

    private Optional<String> head(String head) {
        return head.isEmpty()
                ? Optional.empty()
                : Optional.of(say(
                        "账本链头 " + head + "：请留存此消息，日后可据此查出账本是否被改写",
                        "Head of the ledger's chain " + head
                                + ": keep this message, it tells later whether the ledger was rewritten"));
    }

    private Message incomplete(Incomplete incomplete) {
        List<String> lines = new ArrayList<>(List.of(say(
                "截止时间已过，数据仍不全：只做了试算，不可据此支付。还缺：",
                "The deadline passed before everything had come: this is a trial, not to be paid by. Missing:")));
        incomplete.awaited().forEach(one -> lines.add("- " + awaited(one)));
        lines.add(counts(incomplete.counts()));
        lines.add(asOf(incomplete));
        lines.add(say("下一步：放入缺少的文件后，会自动正式运行。", "Next: put the missing files in; the final run follows by itself."));
        Map<String, Object> facts = facts(incomplete);
        facts.put("counts", facts(incomplete.counts()));
        facts.put(
                "awaited", incomplete.awaited().stream().map(NoticeWords::facts).toList());
        return message(
                facts,
                subject(incomplete) + say("数据不全，只做了试算", "is incomplete, a trial only"),
                lines,
                Optional.of(incomplete.folder()));
    }

    private Message waiting(Waiting waiting) {
        List<String> lines = new ArrayList<>(List.of(say("等待下列数据，尚未计算：", "Nothing was calculated yet. Waiting for:")));
        waiting.awaited().forEach(one -> lines.add("- " + awaited(one)));
        Map<String, Object> facts = facts(waiting);
        facts.put("awaited", waiting.awaited().stream().map(NoticeWords::facts).toList());
        int count = waiting.awaited().size();
        return message(
                facts,
                subject(waiting)
                        + say("等待 " + count + " 份数据", "waits for " + count + (count == 1 ? " export" : " exports")),
                lines,
                Optional.empty());
    }

    private Message failed(Failed failed) {
        List<String> lines = new ArrayList<>(failed.reason().lines().toList());
        lines.add(say("退出码 ", "Exit code ") + failed.exit());
        lines.add(
                say(
                        "下一步：排除原因后会自动重试；用 steelyard doctor 检查安装，用 steelyard status 查看状态。",
                        "Next: once the cause is gone it is tried again by itself; steelyard doctor checks the installation, steelyard status tells what is due."));
        Map<String, Object> facts = facts(failed);
        facts.put("exit", failed.exit());
        facts.put("reason", failed.reason());
        return message(facts, subject(failed) + say("运行失败", "failed"), lines, Optional.empty());
    }

    private String subject(Notice notice) {
        Notice.Run run = notice.run();
        return say("杆秤：", "Steelyard: ") + run.name().in(language) + " " + run.period() + " ";
    }

    private Message message(Map<String, Object> facts, String subject, List<String> lines, Optional<Path> folder) {
        Optional<Message.Link> link =
                folder.map(path -> new Message.Link(say("结果文件夹：", "The results:"), address(path)));
        facts.put("subject", subject);
        link.ifPresent(one -> facts.put("folder", one.address()));
        return new Message(facts, subject, lines, link);
    }

    private String address(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path root = output.toAbsolutePath().normalize();
        if (links.isEmpty() || !absolute.startsWith(root)) {
            return absolute.toUri().toString();
        }
        // Taken apart as an address, so that any name is written as one.
        String below = root.toUri().relativize(absolute.toUri()).getRawPath();
        return links.get().replaceFirst("/+$", "") + "/" + below;
    }

    private String asOf(Notice notice) {
        return say("截至 " + notice.run().asOf(), "As of " + notice.run().asOf());
    }

    private String counts(Counts counts) {
        return say(
                        "人员 %d 人：排名 %d，否决 %d，待核 %d，中期 %d；拒绝的数据行 %d",
                        "%d people: %d ranked, %d vetoed, %d held, %d interim; rejected rows: %d")
                .formatted(
                        counts.people(),
                        counts.ranked(),
                        counts.vetoed(),
                        counts.held(),
                        counts.interim(),
                        counts.rejectedRows());
    }

    private String awaited(Awaited awaited) {
        String state = awaited.state() == Awaited.State.MISSING
                ? say("还没有文件", "there is no file")
                : say("文件仍在写入", "the file is still being written");
        String due = awaited.due().format(MINUTE);
        return say(
                awaited.dataset() + "：" + state + "；负责：" + awaited.owner() + "；最迟 " + due,
                awaited.dataset() + ": " + state + "; from " + awaited.owner() + ", by " + due);
    }

    private static Map<String, Object> facts(Notice notice) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", Words.word(event(notice)));
        facts.put("job", notice.run().job());
        facts.put("period", notice.run().period().toString());
        facts.put("as_of", notice.run().asOf().toString());
        return facts;
    }

    private static Map<String, Object> facts(Counts counts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("people", counts.people());
        facts.put("ranked", counts.ranked());
        facts.put("vetoed", counts.vetoed());
        facts.put("held", counts.held());
        facts.put("interim", counts.interim());
        facts.put("rejected_rows", counts.rejectedRows());
        return facts;
    }

    private static Map<String, Object> facts(Awaited awaited) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dataset", awaited.dataset());
        facts.put("owner", awaited.owner());
        facts.put("due", awaited.due().toString());
        facts.put("state", Words.word(awaited.state()));
        return facts;
    }
}
