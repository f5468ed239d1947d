package dev.annals.feed;

import java.util.Optional;

/**
 * What is to be followed, and from where on.
 *
 * @param key whose records alone are asked for, where it is one's
 * @param lastId the id of the last event that was received, where there is one
 * @param fromStart whether to begin with the first record and not with the next one, where there is no id
 */
public record FeedRequest<K>(FeedSource<K> source, Optional<K> key, Optional<String> lastId, boolean fromStart) {}
