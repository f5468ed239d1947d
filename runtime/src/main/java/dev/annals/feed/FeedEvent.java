package dev.annals.feed;

/**
 * What a feed shows of a record.
 *
 * @param type what the record is: the simple name of an event
 * @param json a JSON document without line breaks, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
public record FeedEvent(String type, byte[] json) {}
