package dev.steelyard.cli;

/** The command {@code steelyard}. */
public final class Steelyard {

    private Steelyard() {}

    public static void main(String[] args) {
        System.out.println("steelyard");
    }
}
