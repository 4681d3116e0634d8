package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.List;

/** A small table with its lines at hand: they are measured, written and drawn. */
record Filled<R>(Block<R> block, List<Line<R>> lines) {

    static <R> Filled<R> of(Block<R> block) {
        List<Line<R>> lines = new ArrayList<>();
        Line.of(block).forEachRemaining(lines::add);
        return new Filled<>(block, lines);
    }

    static List<Filled<?>> all(List<Block<?>> blocks) {
        List<Filled<?>> all = new ArrayList<>();
        blocks.forEach(block -> all.add(of(block)));
        return all;
    }
}
