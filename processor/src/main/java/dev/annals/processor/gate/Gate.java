package dev.annals.processor.gate;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those schemas pass that break nothing: each message is held against all schemas of it that were released, and
 * what is new is to be accepted first.
 */
public final class Gate {

    private static final String COMMAND = "mvn clean compile -Dannals.schemas.accept=true";

    private final GateSettings settings;
    private final SchemaFolder folder;
    private final Map<String, SchemaFile> accepted = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Diagnostics unreadable = new Diagnostics();
    private @Nullable ReleasedSchemas released;

    public Gate(GateSettings settings) {
        this.settings = settings;
        this.folder = new SchemaFolder(settings.directory());
    }

    /** Compares the messages of these. */
    public void check(List<? extends MessageOwner> owners, Diagnostics diagnostics) {
        List<Message> messages = owners.stream()
                .flatMap(owner -> owner.messages().stream().map(record -> Message.of(owner, record)))
                .toList();
        Set<String> present = messages.stream().map(Message::name).collect(Collectors.toSet());
        messages.forEach(message -> known.addAll(message.names()));
        if (folder.exists() || settings.accept()) {
            ReleasedSchemas released = released();
            messages.forEach(message -> check(message, present, released, diagnostics));
        }
    }

    /** Looks for records that were released and are in none of them, once all are known. */
    public void finish(Diagnostics diagnostics) {
        if (!folder.exists()) {
            nothingReleased(diagnostics);
            return;
        }
        ReleasedSchemas released = released();
        diagnostics.addAll(unreadable);
        released.names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> diagnostics.error(
                        Code.RELEASED_AND_GONE,
                        Location.NONE,
                        "%s was released (%s), and is no command, event or snapshot now: bring it back, or write"
                                + " @Alias(\"%s\") on the record that replaces it, or delete its files where no such message"
                                + " was ever written",
                        name,
                        fileNames(released.of(name)),
                        name));
    }

    /** Writes what was accepted. */
    public void accept() {
        accepted.values().forEach(folder::write);
    }

    /** Read once, before anything is accepted. */
    private ReleasedSchemas released() {
        ReleasedSchemas read = released;
        if (read == null) {
            read = folder.exists() ? ReleasedSchemas.in(folder, unreadable) : ReleasedSchemas.NONE;
            released = read;
        }
        return read;
    }

    private void check(Message message, Set<String> present, ReleasedSchemas released, Diagnostics diagnostics) {
        List<Released> releases = message.names().stream()
                .filter(name -> name.equals(message.name()) || !present.contains(name))
                .flatMap(name -> released.of(name).stream())
                .toList();
        Diagnostics found = new Diagnostics();
        new MessageCheck(message, new Places(message.owner().values()), settings.bothWays()).check(releases, found);
        diagnostics.addAll(found);
        boolean isReleased = releases.stream()
                .anyMatch(release ->
                        Meaning.isSame(release.schema(), message.current().schema()));
        if (!found.hasErrors() && !isReleased) {
            ask(message, released, diagnostics);
        }
    }

    private void ask(Message message, ReleasedSchemas released, Diagnostics diagnostics) {
        int number = released.next(message.name());
        if (settings.accept()) {
            accepted.put(
                    message.name(),
                    SchemaFile.of(message.name(), number, message.current().json()));
            return;
        }
        diagnostics.error(
                Code.NOT_ACCEPTED,
                message.current().record().location(),
                "The schema of %s %s. If it shall stay so, accept it: %s",
                message.name(),
                number == 1 ? "is new" : "has changed, in a way that breaks nothing",
                COMMAND);
    }

    private void nothingReleased(Diagnostics diagnostics) {
        if (!settings.accept()) {
            diagnostics.note(
                    Code.NOTHING_RELEASED,
                    Location.NONE,
                    "No schemas were released yet: there is no %s. Before the first release, accept those that there are: %s",
                    folder.path(),
                    COMMAND);
        }
    }

    private static String fileNames(List<Released> releases) {
        return releases.stream().map(Released::fileName).collect(Collectors.joining(", "));
    }
}
