package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Values;
import java.util.HashSet;
import java.util.Set;

/** A record that is written as its only component says nothing of a field, which there is not. */
final class BareRecordRule implements Rule<MessageOwner> {

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        Values values = owner.values();
        Set<RecordType> withFields = new HashSet<>(owner.messages());
        withFields.addAll(values.allLeaves());
        values.plainRecords().stream()
                .filter(record -> !withFields.contains(record) && values.isBare(record))
                .forEach(record -> check(record, record.components().get(0), diagnostics));
    }

    private static void check(RecordType record, Component only, Diagnostics diagnostics) {
        if (only.byDefault().isPresent()) {
            refuse(record, "@Default", Code.BAD_DEFAULT, only, diagnostics);
        }
        if (!only.heading().aliases().isEmpty()) {
            refuse(record, "@Alias", Code.BAD_ALIAS, only, diagnostics);
        }
    }

    private static void refuse(
            RecordType record, String annotation, Code code, Component only, Diagnostics diagnostics) {
        diagnostics.error(
                code,
                only.location(),
                "%s is written as its only component, which is no field there: write %s where %s is a component",
                record.name().simpleName(),
                annotation,
                record.name().simpleName());
    }
}
