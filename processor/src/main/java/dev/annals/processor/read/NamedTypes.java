package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.ValueType.Unsupported;
import dev.annals.processor.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads and gathers the types of a domain's own that components are made of. */
final class NamedTypes {

    private final Access access;
    private final HeadingReader headings;
    private final Defaults defaults;
    private final RecordReader records;
    private final Map<ClassName, RecordType> recordsByName = new LinkedHashMap<>();
    private final Map<ClassName, EnumType> enumsByName = new LinkedHashMap<>();
    private final Map<ClassName, UnionType> unionsByName = new LinkedHashMap<>();
    private final Set<ClassName> plain = new LinkedHashSet<>();

    NamedTypes(ValueTypeReader types, Access access, Elements elements, Diagnostics diagnostics) {
        this.access = access;
        this.headings = new HeadingReader(elements);
        this.defaults = new Defaults(diagnostics);
        this.records = new RecordReader(types, access, headings, defaults);
    }

    Access access() {
        return access;
    }

    RecordReader records() {
        return records;
    }

    Values values() {
        recordsByName.values().removeIf(record -> record.location() == RecordReader.IN_PROGRESS);
        return new Values(recordsByName, enumsByName, unionsByName, plain);
    }

    /** The mapping of a type, which is none where the domain cannot make types that have one. */
    ValueType read(DeclaredType type, TypeElement element) {
        boolean union = UnionReader.isSealedInterface(element);
        if (!union && element.getKind() != ElementKind.ENUM && element.getKind() != ElementKind.RECORD) {
            return new Unsupported(ValueTypeReader.text(type), ValueTypeReader.ADVICE);
        }
        if (!element.getTypeParameters().isEmpty()) {
            return new Unsupported(
                    ValueTypeReader.text(type),
                    "write " + (union ? "an interface" : "a record") + " without type parameters");
        }
        access.requireAccessible(element);
        if (union) {
            return unionValue(element);
        }
        return element.getKind() == ElementKind.ENUM ? enumValue(element) : recordValue(element);
    }

    private ValueType enumValue(TypeElement element) {
        ClassName name = ClassName.get(element);
        List<VariableElement> constants = ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
        if (constants.isEmpty()) {
            return new Unsupported(
                    element.getSimpleName().toString(), "give the enum a constant: there is no value of it");
        }
        if (!enumsByName.containsKey(name)) {
            List<EnumType.Constant> read =
                    constants.stream().map(this::constant).toList();
            enumsByName.put(name, new EnumType(name, read, headings.ofType(element), ElementLocation.of(element)));
        }
        return new ValueType.EnumValue(name);
    }

    private EnumType.Constant constant(VariableElement constant) {
        return new EnumType.Constant(
                constant.getSimpleName().toString(),
                HeadingReader.name(constant),
                defaults.isOn(constant),
                ElementLocation.of(constant));
    }

    private ValueType recordValue(TypeElement element) {
        if (element.getRecordComponents().isEmpty()) {
            return new Unsupported(element.getSimpleName().toString(), "give the record a component: it says nothing");
        }
        ClassName name = ClassName.get(element);
        gather(element);
        plain.add(name);
        return new ValueType.RecordValue(name);
    }

    private void gather(TypeElement element) {
        ClassName name = ClassName.get(element);
        if (!recordsByName.containsKey(name)) {
            // Holds the place first, for a record that holds itself.
            recordsByName.put(name, RecordReader.inProgress(name));
            recordsByName.put(name, records.read(element));
        }
    }

    private ValueType unionValue(TypeElement element) {
        ClassName name = ClassName.get(element);
        List<TypeElement> leaves = new ArrayList<>();
        List<String> faults = UnionReader.collect(element, leaves);
        if (!faults.isEmpty()) {
            return new Unsupported(element.getSimpleName().toString(), faults.get(0));
        }
        List<ClassName> names = leaves.stream().map(ClassName::get).toList();
        if (unionsByName.putIfAbsent(name, new UnionType(name, names, ElementLocation.of(element))) == null) {
            leaves.forEach(access::requireAccessible);
            leaves.forEach(this::gather);
        }
        return new ValueType.UnionValue(name);
    }
}
