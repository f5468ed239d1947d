package dev.annals.schema;

import java.util.List;

/**
 * Where the schemas of messages are kept, so that whoever reads a message finds the one that it was written with. Safe for
 * use by several threads.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** How messages name their schema: with the id that this registry knows it by. */
    Framing framing();

    /**
     * Makes schemas known, before anything is written with them; those that are known already stay as they are.
     *
     * @return the id of each, in their order
     * @throws SchemaRegistryException when one of them is refused, above all because the registry knows another schema under
     *     the same id, or when the registry cannot be reached
     */
    List<Long> register(List<MessageSchema> schemas);

    /**
     * The schema that messages of this id were written with, as JSON. May wait for a short while, where it might be on its
     * way.
     *
     * @throws UnknownSchemaException when the registry does not know it
     * @throws SchemaRegistryException when the registry cannot be reached
     */
    String schema(long id);

    /** Gives up what it holds; no other call may follow. */
    @Override
    void close();
}
