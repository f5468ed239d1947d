package dev.annals.processor.gate;

import dev.annals.evolution.Compatibility;
import dev.annals.evolution.Incompatibility;
import dev.annals.evolution.Incompatibility.Kind;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.model.Location;
import dev.annals.schema.SchemaMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** Holds one message against all schemas of it that were released. */
final class MessageCheck {

    private final Message message;
    private final Places places;
    private final boolean bothWays;
    private final Mending mending;
    private final Map<Finding, List<String>> findings = new LinkedHashMap<>();

    MessageCheck(Message message, Places places, boolean bothWays) {
        this.message = message;
        this.places = places;
        this.bothWays = bothWays;
        this.mending = new Mending(bothWays);
    }

    void check(List<Released> releases, Diagnostics diagnostics) {
        for (Released released : releases) {
            Optional<SchemaVersion> reader = message.version(released.version());
            if (reader.isPresent()) {
                compare(released, reader.get());
            } else {
                newer(released, diagnostics);
            }
        }
        if (findings.isEmpty()) {
            releases.forEach(released -> requireDistinct(released, diagnostics));
        }
        findings.forEach((finding, files) -> diagnostics.error(
                Code.INCOMPATIBLE, finding.location(), "%s", finding.text(String.join(" and ", files))));
    }

    /** As the registry does when the service starts, which would be too late. */
    private void requireDistinct(Released released, Diagnostics diagnostics) {
        message.versions().stream()
                .filter(version -> version.fingerprint() == released.fingerprint())
                .forEach(version -> SchemaMeaning.difference(
                                released.schema().toString(), version.schema().toString())
                        .ifPresent(difference -> diagnostics.error(
                                Code.VERSIONS_ALIKE,
                                version.record().location(),
                                "%s has the same components to a reader, who goes by Avro's fingerprint, and another meaning:"
                                        + " %s. Give a component of the new meaning a new name",
                                released.fileName(),
                                difference)));
    }

    private void compare(Released released, SchemaVersion reader) {
        Renaming renaming = new Renaming(released.schema(), reader.schema());
        List<Incompatibility> backward = Compatibility.check(released.schema(), reader.schema());
        backward.forEach(problem -> add(
                released,
                places.find(reader.record(), problem.path()),
                Direction.BACKWARD,
                problem,
                mending.backward(problem, renaming)));
        if (bothWays && !reader.isFormer() && isOfTheSameName(released, reader.schema())) {
            Compatibility.check(reader.schema(), released.schema()).stream()
                    .filter(problem -> !isSaid(problem, backward, renaming))
                    .forEach(problem -> add(
                            released,
                            places.find(reader.record(), present(problem, renaming)),
                            Direction.FORWARD,
                            problem,
                            mending.forward(problem, renaming)));
        }
    }

    /** Of another name is another message to released code, as a new one is, and as one of a later version. */
    private static boolean isOfTheSameName(Released released, Schema current) {
        return released.name().equals(current.getFullName());
    }

    /** What was renamed is missing on both sides, and said once. */
    private static boolean isSaid(Incompatibility problem, List<Incompatibility> backward, Renaming renaming) {
        if (problem.kind() != Kind.MISSING_DEFAULT) {
            return backward.stream()
                    .anyMatch(other ->
                            other.path().equals(problem.path()) && !other.kind().isOfSomeValues());
        }
        return renaming.newName(problem.path())
                .filter(now -> backward.stream()
                        .anyMatch(other -> other.kind() == Kind.MISSING_DEFAULT
                                && other.path().equals(sibling(problem.path(), now))))
                .isPresent();
    }

    /** The path of the field as it is called now. */
    private static List<String> present(Incompatibility problem, Renaming renaming) {
        return problem.kind() != Kind.MISSING_DEFAULT
                ? problem.path()
                : renaming.aliased(problem.path())
                        .map(now -> sibling(problem.path(), now))
                        .orElse(problem.path());
    }

    private static List<String> sibling(List<String> path, String name) {
        List<String> sibling = new ArrayList<>(path.subList(0, path.size() - 1));
        sibling.add(name);
        return sibling;
    }

    private void add(Released released, Location at, Direction direction, Incompatibility problem, String mending) {
        findings.computeIfAbsent(new Finding(at, direction, problem.message(), mending), none -> new ArrayList<>())
                .add(released.fileName());
    }

    private void newer(Released released, Diagnostics diagnostics) {
        diagnostics.error(
                Code.INCOMPATIBLE,
                message.current().record().location(),
                "%s is of version %d of %s, which has version %d now: bring its former versions back",
                released.fileName(),
                released.version(),
                released.name(),
                message.current().version());
    }
}
