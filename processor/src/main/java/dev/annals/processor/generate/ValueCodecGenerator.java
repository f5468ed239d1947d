package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the codec of the values that messages are made of: {@code OrdersValueCodec}. */
final class ValueCodecGenerator {

    private final MessageOwner owner;
    private final AvroCode avro;

    ValueCodecGenerator(MessageOwner owner) {
        this.owner = owner;
        this.avro = new AvroCode(owner, owner.generated("ValueCodec"));
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = owner.generated("ValueCodec");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Writes and reads the values in messages of $L, as parts of them.", owner.fullName())
                .addMethod(Sources.privateConstructor());
        for (EnumType value : owner.values().enums().values()) {
            type.addField(EnumConstants.field(owner.values(), value)).addMethod(readEnum(value));
        }
        for (RecordType value : owner.values().records().values()) {
            String label = owner.values().label(value.name());
            type.addMethod(avro.writeMethod(value, label, Modifier.STATIC));
            type.addMethod(avro.readMethod(value, label, Modifier.STATIC));
        }
        for (UnionType value : owner.values().unions().values()) {
            type.addMethod(avro.writeMethod(value)).addMethod(avro.readMethod(value));
        }
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec readEnum(EnumType value) {
        return MethodSpec.methodBuilder("read" + owner.values().label(value.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(AvroCode.READER, "in")
                .returns(value.name())
                .addStatement("return in.readEnum($L)", EnumConstants.name(owner.values(), value))
                .build();
    }
}
