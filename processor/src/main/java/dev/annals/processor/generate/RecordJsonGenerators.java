package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Values;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the JSON mappings of snapshots and of values, both written and read: by the service, and by its clients. */
final class RecordJsonGenerators {

    private final MessageOwner owner;

    RecordJsonGenerators(MessageOwner owner) {
        this.owner = owner;
    }

    /** {@code AccountsSnapshotJson}. */
    GeneratedSource snapshots(List<Location> origins) {
        Messages snapshots = Messages.snapshots(owner);
        ClassName name = snapshots.generated("Json");
        String variable = new VariableNames("out").of(snapshots.root());
        MethodSpec writeFields = JsonWriteCode.method("writeFields", Modifier.STATIC)
                .addJavadoc("The fields alone: whoever calls has more to put between the braces.\n")
                .addParameter(snapshots.root(), variable)
                .addCode(new JsonWriteCode(owner, name).fields(owner.snapshot(), variable))
                .build();
        TypeSpec type = Sources.finalClass(name, "Writes $L as JSON, and reads them for clients.", snapshots.phrase())
                .addMethod(Sources.privateConstructor())
                .addMethod(writeFields)
                .addMethod(new JsonReadCode(owner, name).readSnapshot(owner.snapshot()))
                .build();
        return Sources.file(name, type, origins);
    }

    /** {@code OrdersValueJson}. */
    GeneratedSource values(List<Location> origins) {
        ClassName name = owner.generated("ValueJson");
        TypeSpec.Builder type = Sources.finalClass(
                        name, "Reads and writes the values in messages of $L as JSON.", owner.fullName())
                .addMethod(Sources.privateConstructor());
        for (EnumType value : owner.values().enums().values()) {
            type.addField(EnumConstants.field(owner.values(), value)).addMethod(readEnum(value));
        }
        JsonReadCode read = new JsonReadCode(owner, name);
        JsonWriteCode write = new JsonWriteCode(owner, name);
        Values values = owner.values();
        values.plainRecords()
                .forEach(value -> type.addMethod(read.readValue(value)).addMethod(write.writeValue(value)));
        values.unions()
                .values()
                .forEach(value -> type.addMethod(read.readUnion(value)).addMethod(write.writeUnion(value)));
        values.allLeaves().forEach(value -> type.addMethod(read.readLeaf(value)).addMethod(write.writeLeaf(value)));
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec readEnum(EnumType value) {
        return MethodSpec.methodBuilder("read" + owner.values().label(value.name()))
                .addModifiers(Modifier.STATIC)
                .addParameter(JsonReadCode.VALUE, "in")
                .returns(value.name())
                .addStatement("return in.asEnum($L)", EnumConstants.name(owner.values(), value))
                .build();
    }
}
