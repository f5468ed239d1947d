package everything;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A union that holds itself. */
public sealed interface Formula {

    /** Twice. */
    record Sum(Formula left, Formula right) implements Formula {}

    /** Not at all. */
    record Constant(BigDecimal value) implements Formula {}

    /** In a list, and perhaps. */
    record Call(
            String name, List<Formula> arguments, @Nullable Formula otherwise) implements Formula {}
}
