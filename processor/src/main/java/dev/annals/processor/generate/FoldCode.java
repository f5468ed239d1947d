package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Folded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The code of a projection that takes in events. */
final class FoldCode implements ProjectionShapeCode {

    private static final ClassName CONTEXT = ClassName.get("dev.annals", "EventContext");
    private static final ClassName NAMED = ClassName.get("org.apache.kafka.streams.kstream", "Named");

    private final Projection projection;
    private final Fold fold;
    private final ClassName self;
    private final HandlerCalls calls;

    /**
     * The code of a fold.
     *
     * @param self the class that it stands in
     */
    FoldCode(Projection projection, Fold fold, ClassName self) {
        this.projection = projection;
        this.fold = fold;
        this.self = self;
        this.calls = new HandlerCalls(record());
    }

    @Override
    public String phrase() {
        return "takes in events";
    }

    @Override
    public List<Topic> topics() {
        return fold.sources().stream()
                .map(folded -> new Topic(events(folded), !folded.isRekeyed()))
                .toList();
    }

    @Override
    public String storePartitionedBy() {
        return fold.sources().stream()
                .filter(folded -> !folded.isRekeyed())
                .map(FoldCode::events)
                .findFirst()
                .orElseGet(() ->
                        projection.applicationId() + "-" + node(fold.sources().get(0)) + "-repartition");
    }

    @Override
    public CodeBlock build() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Folded folded : fold.sources()) {
            String node = node(folded);
            ClassName definition = folded.source().definition();
            code.add(
                    "builder.stream($S, nodes.eventsOf(new $T()).withName($S))\n$>$>",
                    events(folded),
                    definition,
                    node + "-events");
            if (folded.source().isPartial()) {
                code.add(".filter((key, event) -> event != null, $T.as($S))\n", NAMED, node + "-known");
            }
            if (folded.isRekeyed()) {
                code.add(".process(nodes.rekey($T::$L), $T.as($S))\n", self, keysMethod(folded), NAMED, node + "-keys")
                        .add(
                                ".repartition(nodes.repartitioned(new $T()).withName($S).withNumberOfPartitions(partitions))\n",
                                definition,
                                node);
            }
            code.add(".process(nodes.fold($T::$L), $T.as($S))\n", self, onMethod(folded), NAMED, node)
                    .add(
                            ".to($S, nodes.published().withName($S));\n$<$<",
                            projection.fullName() + ".snapshots",
                            node + "-snapshots");
        }
        return code.build();
    }

    @Override
    public List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        for (Folded folded : fold.sources()) {
            if (folded.isRekeyed()) {
                methods.add(keys(folded));
            }
            methods.add(on(folded));
        }
        return methods;
    }

    private MethodSpec keys(Folded folded) {
        ClassName root = folded.handlers().hierarchy().root();
        TypeName key = projection.key().boxed();
        MethodSpec.Builder method = MethodSpec.methodBuilder(keysMethod(folded))
                .addJavadoc("The keys under which an event is taken in.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Collection.class), key))
                .addParameter(root, "event")
                .addParameter(context(folded.source().key()), "context");
        VariableNames names = new VariableNames("event", "context");
        for (Handler handler : folded.keys().mostSpecificFirst()) {
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "event", root, variable);
            method.addStatement("return $L", keys(handler, calls.call(handler, CodeBlock.of(""), "", variable)));
            HandlerCalls.end(method, handler, root);
        }
        if (!HandlerCalls.takeAll(folded.keys().all(), root)) {
            method.addStatement("return $T.of()", List.class);
        }
        return method.build();
    }

    private static CodeBlock keys(Handler handler, CodeBlock call) {
        return switch (handler.returns()) {
            case OPTIONAL_KEY -> CodeBlock.of("$L.stream().toList()", call);
            case KEYS -> CodeBlock.of("$T.copyOf($L)", List.class, call);
            default -> CodeBlock.of("$T.of($L)", List.class, call);
        };
    }

    private MethodSpec on(Folded folded) {
        ClassName root = folded.handlers().hierarchy().root();
        MethodSpec.Builder method = MethodSpec.methodBuilder(onMethod(folded))
                .addJavadoc("The record after an event; the same one where there is no {@code on} for it.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(HandlerCode.nullable(record()))
                .addParameter(HandlerCode.nullable(record()), "state")
                .addParameter(root, "event")
                .addParameter(context(projection.key()), "context");
        VariableNames names = new VariableNames("state", "event", "context");
        List<Handler> handlers = folded.handlers().mostSpecificFirst();
        String state = calls.addState(method, names, handlers, fold.hasInitial());
        for (Handler handler : handlers) {
            String variable = names.of(handler.message());
            HandlerCalls.begin(method, handler, "event", root, variable);
            calls.returnEvolved(method, handler, state, variable, fold.hasInitial());
            HandlerCalls.end(method, handler, root);
        }
        if (!HandlerCalls.takeAll(handlers, root)) {
            method.addStatement("return state");
        }
        return method.build();
    }

    private static TypeName context(KeyType key) {
        return ParameterizedTypeName.get(CONTEXT, key.boxed());
    }

    private static String events(Folded folded) {
        return folded.source().eventsTopic();
    }

    /** A name of its own for each aggregate, also where those of several services are called alike. */
    private String node(Folded folded) {
        boolean alone = fold.sources().stream()
                        .filter(other ->
                                other.source().store().equals(folded.source().store()))
                        .count()
                == 1;
        return alone ? folded.source().store() : folded.source().topics().replace('.', '-');
    }

    private String onMethod(Folded folded) {
        return "on" + Names.pascalCase(node(folded));
    }

    private String keysMethod(Folded folded) {
        return "keysOf" + Names.pascalCase(node(folded));
    }

    private ClassName record() {
        return projection.snapshot().name();
    }
}
