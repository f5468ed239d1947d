package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that only the service itself gives - by its reactions, schedules and deadlines - and no caller: a step of a process,
 * what a clock says. On a sealed interface it holds for all commands below it.
 *
 * <p>Such a command is not taken over HTTP, where it is answered as one that there is not (400), and is in no OpenAPI document and no
 * generated client; a reaction or a schedule of another service whose return type says that it gives nothing else is a compile error. An aggregate all of whose commands
 * are internal has no route for commands.
 *
 * <p>It is a rule for callers, and no lock: whoever may write to the commands topic may write this command as any other.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Internal {}
