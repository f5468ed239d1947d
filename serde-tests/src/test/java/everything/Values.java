package everything;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Values of any type of the domain: all that its schema can hold, the ends of each range among them. */
final class Values {

    /** Types that hold themselves go no deeper; the schemas go to 200. */
    private static final int DEEPEST = 4;

    private static final int MOST_ITEMS = 3;

    private Values() {}

    /** Events of this type. */
    static Arbitrary<Object> events(Class<?> event) {
        return record(event, Happenings.published(event), 0);
    }

    private static Arbitrary<@Nullable Object> of(AnnotatedType type, Schema schema, int depth) {
        if (schema.isUnion() && type.isAnnotationPresent(Nullable.class)) {
            return absentOr(present(type, schema, depth), depth);
        }
        return present(type, schema, depth);
    }

    private static Arbitrary<@Nullable Object> absentOr(Arbitrary<@Nullable Object> present, int depth) {
        return depth > DEEPEST ? nothing() : present.injectNull(0.3);
    }

    private static Arbitrary<@Nullable Object> present(AnnotatedType type, Schema schema, int depth) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return depth > DEEPEST
                    ? Arbitraries.just(Optional.empty())
                    : present(argument(type, 0), schema, depth).injectNull(0.3).map(Optional::ofNullable);
        } else if (raw == List.class) {
            return list(type, schema(schema).getElementType(), depth + 1);
        } else if (raw == Set.class) {
            return of(argument(type, 0), schema(schema).getElementType(), depth + 1)
                    .set()
                    .ofMaxSize(MOST_ITEMS)
                    .map(items -> items);
        } else if (raw == Map.class) {
            return map(type, schema(schema), depth + 1);
        } else if (raw.isRecord()) {
            return record(raw, schema(schema, raw), depth);
        } else if (raw.isSealed()) {
            return union(leaves(raw), schema, depth);
        }
        return Scalars.of(raw, schema(schema));
    }

    @SuppressWarnings("NullAway") // Of generics it knows nothing.
    private static Arbitrary<@Nullable Object> nothing() {
        return Arbitraries.just(null);
    }

    private static Arbitrary<@Nullable Object> list(AnnotatedType type, Schema item, int depth) {
        return depth > DEEPEST
                ? Arbitraries.just(List.of())
                : of(argument(type, 0), item, depth)
                        .list()
                        .ofMaxSize(MOST_ITEMS)
                        .map(items -> items);
    }

    private static Arbitrary<@Nullable Object> map(AnnotatedType type, Schema schema, int depth) {
        boolean entries = schema.getType() == Schema.Type.ARRAY;
        Schema key = entries ? schema.getElementType().getField("key").schema() : Schema.create(Schema.Type.STRING);
        Schema value = entries ? schema.getElementType().getField("value").schema() : schema.getValueType();
        return Arbitraries.maps(of(argument(type, 0), key, depth), of(argument(type, 1), value, depth))
                .ofMaxSize(MOST_ITEMS)
                .map(items -> items);
    }

    private static Arbitrary<@Nullable Object> union(List<Class<?>> leaves, Schema union, int depth) {
        // The last leaf that holds nothing more ends what would go on for ever.
        List<Class<?>> possible =
                depth > DEEPEST ? leaves.stream().filter(Values::isEnd).toList() : leaves;
        List<Arbitrary<Object>> records = new ArrayList<>();
        for (Class<?> leaf : possible) {
            records.add(Arbitraries.lazy(() -> record(leaf, schema(union, leaf), depth + 1)));
        }
        return Arbitraries.oneOf(records);
    }

    private static boolean isEnd(Class<?> leaf) {
        return Arrays.stream(leaf.getRecordComponents())
                .noneMatch(component -> component.getType().isSealed());
    }

    private static Arbitrary<Object> record(Class<?> type, Schema schema, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<@Nullable Object>> values = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            AnnotatedType component = components[i].getAnnotatedType();
            // One of one component may be written as that.
            Schema field = schema.getType() == Schema.Type.RECORD
                            && schema.getFullName().equals(type.getCanonicalName())
                    ? schema.getFields().get(i).schema()
                    : schema;
            values.add(Arbitraries.lazy(() -> of(component, field, depth + 1)));
        }
        return Combinators.combine(values).as(all -> construct(type, components, all));
    }

    private static Object construct(Class<?> type, RecordComponent[] components, List<@Nullable Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    private static List<Class<?>> leaves(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .<Class<?>>mapMulti((permitted, leaves) -> {
                    if (permitted.isSealed()) {
                        leaves(permitted).forEach(leaves);
                    } else {
                        leaves.accept(permitted);
                    }
                })
                .toList();
    }

    /** Of a union with null, the other type. */
    private static Schema schema(Schema schema) {
        return schema.isUnion() ? schema.getTypes().get(1) : schema;
    }

    /** Of a union, the type of this name. */
    private static Schema schema(Schema schema, Class<?> type) {
        if (!schema.isUnion()) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(one -> one.getFullName().equals(type.getCanonicalName()))
                .findFirst()
                .orElseGet(() -> schema(schema));
    }

    private static Class<?> raw(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType parameterized
                ? (Class<?>) ((java.lang.reflect.ParameterizedType) parameterized.getType()).getRawType()
                : (Class<?>) type.getType();
    }

    private static AnnotatedType argument(AnnotatedType type, int place) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[place];
    }
}
