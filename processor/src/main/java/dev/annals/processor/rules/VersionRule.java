package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Upcast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each former version of a message becomes the message, step by step and always upwards, and none is left out. */
final class VersionRule implements Rule<MessageOwner> {

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        Set<ClassName> messages =
                owner.messages().stream().map(RecordType::name).collect(Collectors.toSet());
        for (RecordType message : owner.messages()) {
            List<Upcast> upcasts = owner.versions().of(message);
            upcasts.forEach(upcast -> {
                requireForm(upcast, diagnostics);
                requireName(message, upcast, diagnostics);
                requireFormerOnly(messages, upcast, diagnostics);
                requireUpwards(upcasts, upcast, diagnostics);
            });
            requireDistinct(message, upcasts, diagnostics);
            requireComplete(message, upcasts, diagnostics);
        }
    }

    private static void requireForm(Upcast upcast, Diagnostics diagnostics) {
        if (!upcast.isPlainStatic() || upcast.isPrivate() || !upcast.thrown().isEmpty()) {
            diagnostics.error(
                    Code.BAD_UPCAST,
                    upcast.location(),
                    "Generated code calls upcast on no message, and expects one: write '%s', not private, not generic,"
                            + " without checked exceptions and @Nullable",
                    upcast.signature());
        }
    }

    private static void requireName(RecordType message, Upcast upcast, Diagnostics diagnostics) {
        String name = message.heading().name();
        if (!upcast.name().equals(name) && !message.heading().aliases().contains(upcast.name())) {
            diagnostics.error(
                    Code.FORMER_NAME,
                    upcast.nameLocation(),
                    "%s becomes %s, whose name is not %s: write name = \"%s\", or a former name that %s has as its @Alias",
                    upcast.former().name().simpleName(),
                    message.name().simpleName(),
                    upcast.name(),
                    name,
                    message.name().simpleName());
        }
    }

    private static void requireFormerOnly(Set<ClassName> messages, Upcast upcast, Diagnostics diagnostics) {
        if (messages.contains(upcast.former().name())) {
            diagnostics.error(
                    Code.BAD_FORMER,
                    upcast.former().location(),
                    "%s is a message itself, and so stands for no former version of another: take it out of its interface",
                    upcast.former().name().simpleName());
        }
    }

    /** Which also keeps chains from going round. */
    private static void requireUpwards(List<Upcast> upcasts, Upcast upcast, Diagnostics diagnostics) {
        boolean goesOn = upcasts.stream()
                .anyMatch(other -> other.former().name().canonicalName().equals(upcast.result())
                        && other.version() > upcast.version());
        if (!upcast.isLast() && !goesOn) {
            diagnostics.error(
                    Code.UPCAST_GOES_BACK,
                    upcast.location(),
                    "upcast(%s) returns %s, from where no upcast leads to %s: return that, or the record of a version after"
                            + " %d that %s has an upcast for",
                    upcast.former().name().simpleName(),
                    upcast.result(),
                    upcast.message().simpleName(),
                    upcast.version(),
                    upcast.message().simpleName());
        }
    }

    private static void requireDistinct(RecordType message, List<Upcast> upcasts, Diagnostics diagnostics) {
        Map<Integer, Upcast> byVersion = new HashMap<>();
        for (Upcast upcast : upcasts) {
            Upcast other = byVersion.putIfAbsent(upcast.version(), upcast);
            if (upcast.version() < 1) {
                diagnostics.error(
                        Code.FORMER_NUMBER, upcast.versionLocation(), "The first version is 1, and none is before it");
            } else if (other != null) {
                diagnostics.error(
                        Code.FORMER_NUMBER,
                        upcast.versionLocation(),
                        "%s and %s both stand for version %d of %s: give each a version of its own, and one upcast",
                        other.former().name().simpleName(),
                        upcast.former().name().simpleName(),
                        upcast.version(),
                        message.name().simpleName());
            }
        }
    }

    /** The upcasts come in the order of their versions; each gap is one mistake, however wide. */
    private static void requireComplete(RecordType message, List<Upcast> upcasts, Diagnostics diagnostics) {
        int next = 1;
        for (Upcast upcast : upcasts) {
            if (upcast.version() > next) {
                diagnostics.error(
                        Code.FORMER_NUMBER,
                        upcast.versionLocation(),
                        "%s has a version %d, and none for version %d: write the record that stands for it, with an upcast, or"
                                + " count without gaps",
                        message.name().simpleName(),
                        upcast.version(),
                        next);
            }
            next = Math.max(next, upcast.version() + 1);
        }
    }
}
