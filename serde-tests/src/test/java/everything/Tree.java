package everything;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that holds itself. */
public record Tree(
        String name,
        List<Tree> children,
        Optional<Tree> other,
        @Nullable Tree parent) {}
