package shop.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.Money;

/** A component of each type that there is. */
public record Everything(Scalars scalars, Boxes boxes, Collections collections, Tree tree, Label label) {

    /** Each type that has an encoding of its own. */
    public record Scalars(
            boolean aBoolean,
            byte aByte,
            short aShort,
            int anInt,
            long aLong,
            float aFloat,
            double aDouble,
            String text,
            BigDecimal decimal,
            UUID uuid,
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Money.Currency currency) {}

    /** Boxes, and all that may be absent. */
    public record Boxes(
            Boolean aBoolean,
            Byte aByte,
            Short aShort,
            Integer anInt,
            Long aLong,
            Float aFloat,
            Double aDouble,
            @Nullable Integer nullableInt,
            @Nullable String nullableText,
            @Nullable Money nullableMoney,
            Money.@Nullable Currency nullableCurrency,
            @Nullable Label nullableLabel,
            @Nullable List<String> nullableList,
            Optional<Long> optionalLong,
            Optional<Money> optionalMoney,
            Optional<List<Label>> optionalList) {}

    /** Lists, sets and maps, also of each other. */
    public record Collections(
            List<String> texts,
            List<Short> shorts,
            Set<Money.Currency> currencies,
            Set<UUID> uuids,
            Map<String, Money> prices,
            List<Optional<Money>> optionals,
            List<@Nullable String> nullables,
            List<List<Label>> lists,
            Map<String, List<Optional<Instant>>> maps,
            Map<String, Map<String, BigDecimal>> decimals) {}

    /** A record that holds its own. */
    public record Tree(String name, List<Tree> children, Optional<Tree> other, @Nullable Tree parent) {}

    /** A record of one component, which is written as that. */
    public record Label(String text) {
        public Label {
            if (text.isBlank()) {
                throw new IllegalArgumentException("A label says something");
            }
        }
    }
}
