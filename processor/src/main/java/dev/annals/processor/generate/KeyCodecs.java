package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annals.processor.model.KeyType;

/** The codecs of keys, as generated code names them. */
final class KeyCodecs {

    static final ClassName TYPE = ClassName.get("dev.annals.aggregate", "KeyCodec");

    private KeyCodecs() {}

    static CodeBlock of(KeyType type) {
        if (type instanceof KeyType.Simple simple) {
            return CodeBlock.of("$T.$L", TYPE, simple.codec());
        } else if (type instanceof KeyType.EnumKey constant) {
            return CodeBlock.of("$T.ofEnum($T.class)", TYPE, constant.name());
        }
        KeyType.Wrapper wrapper = (KeyType.Wrapper) type;
        return CodeBlock.of(
                "$L.mapped($T::new, $T::$L)",
                of(wrapper.component()),
                wrapper.name(),
                wrapper.name(),
                wrapper.accessor());
    }
}
