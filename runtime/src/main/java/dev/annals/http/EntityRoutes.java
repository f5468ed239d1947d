package dev.annals.http;

import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import dev.annals.instances.Instances;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.apache.kafka.common.TopicPartition;

/** The ways to the partitions of one store of entities, here and in other instances. */
final class EntityRoutes<K, S> {

    private final String topic;
    private final KeyCodec<K> keys;
    private final EntityReader<K, S> entities;
    private final Router router;

    /**
     * Routes to a store.
     *
     * @param topic whose partitions are processed where those of the store are
     */
    EntityRoutes(String topic, KeyCodec<K> keys, EntityReader<K, S> entities, Router router) {
        this.topic = topic;
        this.keys = keys;
        this.entities = entities;
        this.router = router;
    }

    EntityReader<K, S> entities() {
        return entities;
    }

    KeyCodec<K> keys() {
        return keys;
    }

    Router router() {
        return router;
    }

    Instances instances() {
        return router.instances();
    }

    TopicPartition topicPartition(int partition) {
        return new TopicPartition(topic, partition);
    }

    /**
     * The key that a text is.
     *
     * @throws ProblemException when it is none
     */
    K key(String text) {
        try {
            return keys.fromText(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalidKey(text, keys.description()));
        }
    }

    /**
     * The partition of a key.
     *
     * @throws ProblemException when no entity can have it
     */
    int partition(K key) {
        try {
            return entities.partition(key);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalidKey(keys.toText(key), keys.description()));
        }
    }

    /** To be called on a worker thread; answers there or later. */
    void route(HttpServerExchange exchange, Forward.Body body, Router.Destination destination) throws Exception {
        router.route(exchange, body, destination);
    }

    /** Has a read, which may be repeated, answered by the owner of its partition; to be called on a worker thread. */
    void read(HttpServerExchange exchange, int partition, boolean takesStale, HttpHandler answer) throws Exception {
        router.route(exchange, Forward.Body.NONE, new Read(partition, takesStale, answer));
    }

    private final class Read implements Router.Destination {

        private final int partition;
        private final boolean takesStale;
        private final HttpHandler answer;

        Read(int partition, boolean takesStale, HttpHandler answer) {
            this.partition = partition;
            this.takesStale = takesStale;
            this.answer = answer;
        }

        @Override
        public boolean takesStale() {
            return takesStale;
        }

        @Override
        public void answer(HttpServerExchange exchange, Router.Attempts attempts) throws Exception {
            answer.handleRequest(exchange);
        }

        @Override
        public TopicPartition partition() {
            return topicPartition(partition);
        }

        @Override
        public boolean isHere() {
            return entities.isReady(partition);
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isRead() {
            return true;
        }

        @Override
        public void answerUnknown(HttpServerExchange exchange) {
            Replies.retryLater(exchange, "The instance that owns partition " + partition + " does not answer");
        }
    }
}
