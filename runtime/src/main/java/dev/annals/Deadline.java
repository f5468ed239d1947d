package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a snapshot that says which command is due of it, and when: {@code Optional<Due<Command>> expiry()}. It may take
 * the entity's key.
 *
 * <p>It is asked after each change of the entity's state. What it says then is kept with the state, in the same transaction, and
 * takes the place of what it said before: a deadline that a state no longer has is cancelled. When it is due, its command is
 * written to the commands topic, once; it is decided then if the state has that deadline still. What is due in the past is due at
 * once. As deadlines follow from the state, they survive restarts, moves and rebuilds.
 *
 * <p>The method looks at the state and the key alone. An entity may have several, each by the name of its method.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Deadline {}
