package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the codec of the values that messages are made of: {@code OrdersValueCodec}. */
final class ValueCodecGenerator {

    private final Aggregate aggregate;
    private final AvroCode avro;

    ValueCodecGenerator(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.avro = new AvroCode(aggregate, aggregate.generated("ValueCodec"));
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = aggregate.generated("ValueCodec");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Writes and reads the values in messages of $L, as parts of them.", aggregate.fullName())
                .addMethod(Sources.privateConstructor());
        for (EnumType value : aggregate.values().enums().values()) {
            type.addField(EnumConstants.field(aggregate.values(), value)).addMethod(readEnum(value));
        }
        for (RecordType value : aggregate.values().records().values()) {
            String label = aggregate.values().label(value.name());
            type.addMethod(avro.writeMethod(value, label, Modifier.STATIC));
            type.addMethod(avro.readMethod(value, label, Modifier.STATIC));
        }
        for (UnionType value : aggregate.values().unions().values()) {
            type.addMethod(avro.writeMethod(value)).addMethod(avro.readMethod(value));
        }
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec readEnum(EnumType value) {
        return MethodSpec.methodBuilder("read" + aggregate.values().label(value.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(AvroCode.READER, "in")
                .returns(value.name())
                .addStatement("return in.readEnum($L)", EnumConstants.name(aggregate.values(), value))
                .build();
    }
}
