package dev.annals.reaction;

import dev.annals.extension.ExtensionDefinition;
import java.util.List;

/** What the engine needs to know of one reaction; generated from the annotated class. Safe for use by several threads. */
public interface ReactionDefinition extends ExtensionDefinition {

    /** What its topology does, topic by topic: for an event that was set aside, and is to be answered after all. */
    List<Answered<?, ?>> answers();

    /** It would give commands again that may have been forgotten by those who decided them. */
    @Override
    default boolean mayBeginAnew() {
        return false;
    }
}
