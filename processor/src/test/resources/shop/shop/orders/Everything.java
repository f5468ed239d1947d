package shop.orders;

import dev.annals.Alias;
import dev.annals.AvroName;
import dev.annals.Decimal;
import dev.annals.Default;
import dev.annals.Doc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.Money;

/** A component of each type that there is. */
public record Everything(
        Scalars scalars,
        Boxes boxes,
        Collections collections,
        Tree tree,
        Label label,
        Numbers numbers,
        Times times,
        Maps maps,
        Payments payments,
        Formula formula,
        Described described) {

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

    /** Whole numbers of any size, and numbers whose digits are declared. */
    public record Numbers(
            BigInteger whole,
            @Decimal(precision = 9, scale = 2) BigDecimal price,
            @Decimal(precision = 20) BigInteger count,
            List<@Decimal(precision = 5, scale = 3) BigDecimal> rates,
            @Nullable @Decimal(precision = 4) BigDecimal rounded,
            Optional<@Decimal(precision = 4) BigInteger> few) {}

    /** Durations, and times of a place. */
    public record Times(
            Duration duration,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            List<Duration> durations,
            @Nullable ZonedDateTime nullableZoned,
            Optional<OffsetDateTime> optionalOffset) {}

    /** Maps whose keys are no strings. */
    public record Maps(
            Map<Integer, String> numbers,
            Map<Money.Currency, Money> currencies,
            Map<UUID, Optional<Money>> uuids,
            Map<Label, Map<LocalDate, List<Short>>> nested,
            Map<Money, Map<Byte, @Nullable Label>> records,
            Optional<Map<Long, Long>> optional,
            Rates rates,
            Rates moreRates) {}

    /** A map as the only component. */
    public record Rates(Map<Money.Currency, Map<LocalDate, Double>> byCurrency) {}

    /** Sealed interfaces as components, items and values. */
    public record Payments(
            Payment payment,
            @Nullable Payment nullablePayment,
            Optional<Payment> optionalPayment,
            List<Payment> payments,
            List<@Nullable Payment> nullables,
            Map<String, Optional<Payment>> byName,
            Map<Payment, Integer> byPayment,
            Payment.Voucher voucher,
            Payment.Later later) {}

    /** A sealed interface with another below it, and a record of each kind. */
    public sealed interface Payment {
        record Card(String number, int year) implements Payment {}

        /** A record of one component: a record among the leaves, and its component elsewhere. */
        record Voucher(Label code) implements Payment {}

        record Cash() implements Payment {}

        sealed interface Later extends Payment {}

        record Invoice(Optional<LocalDate> due) implements Later {}

        record Transfer(@Nullable Payment instead) implements Later {}
    }

    /** A sealed interface that holds itself. */
    public sealed interface Formula {
        record Sum(Formula left, Formula right) implements Formula {}

        record Constant(BigDecimal value) implements Formula {}

        record Call(String name, List<Formula> arguments, @Nullable Formula otherwise, Map<Formula, Formula> known)
                implements Formula {}
    }

    /**
     * Says in its <em>schema</em> what it is: see {@link #size}, or {@code List<Size>}.
     *
     * @param size how large &mdash; or
     *     how small
     */
    @AvroName("Description")
    @Alias({"Depiction", "shop.Described"})
    public record Described(
            @AvroName("measure") @Alias({"extent", "width"}) @Default("M") Size size,
            @Default("3") int count,
            @Default("12.5") @Decimal(precision = 6, scale = 2) BigDecimal price,
            @Default("0.10") BigDecimal share,
            @Default("340282366920938463463374607431768211456") BigInteger whole,
            @Default("") String text,
            @Default("\"true\"") String quoted,
            @Default("AP8=") byte[] bytes,
            @Default("PT1H") Duration duration,
            @Default("2026-11-23T12:00:00.5Z") Instant instant,
            @Default("1970-01-02") LocalDate date,
            @Default("00:00:01") LocalTime time,
            @Default("1969-12-31T23:59:59") LocalDateTime dateTime,
            @Default("2026-11-23T12:00:00+01:00") OffsetDateTime offset,
            @Default("1970-01-01T01:00:00+01:00[Europe/Berlin]") ZonedDateTime zoned,
            @Default("6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5") UUID uuid,
            @Default("[1, 2]") Set<Byte> set,
            @Default("{}") Map<String, Money> map,
            @Default("[{\"key\": 1, \"value\": true}]") Map<Short, Boolean> entries,
            @Default("{\"amount\": 0.00, \"currency\": \"EUR\"}") Money money,
            @Default("{\"_type\": \"Card\", \"number\": \"0\", \"year\": 1}") Payment payment,
            @Default("none") Label label,
            @Default("0.5") float aFloat,
            @Default("null") Optional<Long> nothing,
            @Doc("How \"it\" looks, \\ in a word") String look) {}

    /** An enum whose constants are called otherwise in schemas. */
    public enum Size {
        @AvroName("SMALL")
        S,
        @AvroName("MEDIUM")
        M,
        @Default
        @AvroName("OTHER")
        ELSE
    }
}
