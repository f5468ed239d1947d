package dev.annals.processor.gate;

/** Who could not read whom. */
enum Direction {
    /** This code reads what was written with a released schema. */
    BACKWARD("What was written with %s could not be read any more"),

    /** Code that was released reads what this code writes. */
    FORWARD("Code with %s could not read what is written now");

    private final String sentence;

    Direction(String sentence) {
        this.sentence = sentence;
    }

    /** What breaks, without the reason. */
    String sentence(String releases) {
        return sentence.formatted(releases);
    }
}
