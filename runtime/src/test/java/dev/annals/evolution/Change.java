package dev.annals.evolution;

import static dev.annals.evolution.Generic.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * A change of a message's schema, with messages from before and after it.
 *
 * @param formerOfNew whether the new code still has the old schema, as one that it brings up to date
 */
record Change(
        String name, Schema before, Schema after, boolean formerOfNew, List<Sample> forward, List<Sample> backward) {

    /** The expectation of a message that cannot be read, where others can. */
    static final String FAILS = "fails";

    /**
     * A message and what is read of it.
     *
     * @param written as Avro has it in JSON
     * @param read as maps and lists print, or {@link #FAILS}
     */
    record Sample(String written, String read) {}

    /** A change of the fields of one message. */
    static Change ofFields(String name, String before, String after) {
        return ofMessage(name, message("shop.Ordered", before, ""), message("shop.Ordered", after, ""));
    }

    /** A change of the type of one field. */
    static Change ofType(String name, String before, String after) {
        return ofFields(name, "{'name':'a','type':%s}".formatted(before), "{'name':'a','type':%s}".formatted(after));
    }

    static Change ofMessage(String name, String before, String after) {
        return new Change(name, schema(before), schema(after), false, List.of(), List.of());
    }

    static String message(String name, String fields, String more) {
        return "{'type':'record','name':'%s','fields':[%s]%s}".formatted(name, fields, more);
    }

    Change withFormer() {
        return new Change(name, before, after, true, forward, backward);
    }

    /** New code reads this of an old message. */
    Change newReads(String written, String read) {
        List<Sample> more = new ArrayList<>(forward);
        more.add(new Sample(written, read));
        return new Change(name, before, after, formerOfNew, more, backward);
    }

    /** Old code reads this of a new message. */
    Change oldReads(String written, String read) {
        List<Sample> more = new ArrayList<>(backward);
        more.add(new Sample(written, read));
        return new Change(name, before, after, formerOfNew, forward, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
