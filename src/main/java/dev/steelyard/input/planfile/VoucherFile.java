package dev.steelyard.input.planfile;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads voucher mappings 凭证模板. */
public final class VoucherFile {

    /** Encodings of a csv, as they are written. */
    static final List<String> ENCODINGS = List.of("utf-8", "utf-8-bom", "gb18030");

    private static final List<String> COMPONENTS = Arrays.stream(PayoutLine.Component.values())
            .map(PayoutLine.Component::code)
            .toList();

    private VoucherFile() {}

    /**
     * One mapping.
     *
     * @throws InvalidFile with everything that is wrong
     */
    public static Voucher read(Path file) {
        Mistakes mistakes = new Mistakes();
        Optional<Voucher> voucher = read(file, mistakes);
        mistakes.throwIfAny();
        return voucher.orElseThrow();
    }

    /** The mappings that a job names, relative to the job's file. */
    static List<Voucher> read(Path jobFile, Binder job, Mistakes mistakes) {
        List<Voucher> vouchers = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        for (Bound<Job> bound : job.all(Job.class)) {
            List<String> names = bound.value().vouchers();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                Node node = bound.at("vouchers", i);
                read(jobFile.resolveSibling(name), mistakes).ifPresent(voucher -> {
                    vouchers.add(voucher);
                    String first = files.putIfAbsent(voucher.voucher(), name);
                    if (first != null) {
                        job.add(job.mistake(PlanError.NAME_TWICE, node)
                                .with("name", voucher.voucher())
                                .with("first", first));
                    }
                });
            }
        }
        return vouchers;
    }

    private static Optional<Voucher> read(Path file, Mistakes mistakes) {
        Optional<Binder> binder = YamlFiles.open(file, mistakes);
        Optional<Voucher> voucher = binder.flatMap(read -> read.bind(Voucher.class));
        binder.ifPresent(VoucherFile::check);
        return voucher;
    }

    private static void check(Binder binder) {
        for (Bound<Voucher> voucher : binder.all(Voucher.class)) {
            if (!JobFile.isId(voucher.value().voucher())) {
                binder.add(binder.mistake(PlanError.NOT_AN_ID, voucher.at("voucher"))
                        .with("value", voucher.value().voucher()));
            }
            for (String placeholder :
                    VoucherEntries.placeholders(voucher.value().summary())) {
                if (!VoucherEntries.PLACEHOLDERS.contains(placeholder)) {
                    binder.add(binder.mistake(PlanError.PLACEHOLDER_UNKNOWN, voucher.at("summary"))
                            .with("name", "{" + placeholder + "}")
                            .with("known", FileWords.list(VoucherEntries.PLACEHOLDERS))
                            .with("nearest", FileWords.nearest(placeholder, VoucherEntries.PLACEHOLDERS)));
                }
            }
            postings(voucher, "debit", voucher.value().debit(), binder);
            postings(voucher, "credit", voucher.value().credit(), binder);
            columns(voucher, binder);
        }
        for (Bound<Voucher.Layout> layout : binder.all(Voucher.Layout.class)) {
            layout.value()
                    .encoding()
                    .filter(encoding -> !ENCODINGS.contains(encoding))
                    .ifPresent(encoding -> binder.add(choice(encoding, ENCODINGS, layout.at("encoding"), binder)));
        }
    }

    private static Mistake choice(String word, List<String> known, Node node, Binder binder) {
        return binder.mistake(PlanError.NOT_A_CHOICE, node)
                .with("value", word)
                .with("known", FileWords.list(known))
                .with("nearest", FileWords.nearest(word, known));
    }

    /** Each component once a side, and one posting for all others at most. */
    private static void postings(Bound<Voucher> voucher, String side, List<Voucher.Posting> postings, Binder binder) {
        Map<String, Integer> booked = new HashMap<>();
        for (int i = 0; i < postings.size(); i++) {
            List<String> components = postings.get(i).components();
            if (components.isEmpty()) {
                once("…", i, voucher.at(side, i), side, booked, binder);
            }
            for (int j = 0; j < components.size(); j++) {
                Node node = voucher.at(side, i, "components", j);
                if (!COMPONENTS.contains(components.get(j))) {
                    binder.add(choice(components.get(j), COMPONENTS, node, binder));
                }
                once(components.get(j), i, node, side, booked, binder);
            }
        }
    }

    private static void once(
            String component, int posting, Node node, String side, Map<String, Integer> booked, Binder binder) {
        Integer first = booked.putIfAbsent(component, posting + 1);
        if (first != null) {
            binder.add(binder.mistake(PlanError.VOUCHER_COMPONENT_TWICE, node)
                    .with("side", side)
                    .with("name", component)
                    .with("first", first));
        }
    }

    private static void columns(Bound<Voucher> voucher, Binder binder) {
        List<Voucher.Column> columns = voucher.value().columns();
        Set<Voucher.Value> held = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            Voucher.Column column = columns.get(i);
            if (column.value().isPresent() == column.text().isPresent()) {
                binder.add(binder.mistake(PlanError.VOUCHER_COLUMN_UNCLEAR, voucher.at("columns", i))
                        .with("name", column.header()));
            }
            column.value().ifPresent(held::add);
        }
        for (Voucher.Value needed : List.of(Voucher.Value.ACCOUNT, Voucher.Value.DEBIT, Voucher.Value.CREDIT)) {
            if (!held.contains(needed)) {
                binder.add(binder.mistake(PlanError.VOUCHER_COLUMN_MISSING, voucher.at("columns"))
                        .with("value", FileWords.word(needed)));
            }
        }
    }
}
