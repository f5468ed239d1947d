package dev.annals.app;

import java.nio.file.Path;

/** Reads how state is looked after. */
final class StateSettingsReader {

    private final SettingsReader settings;

    StateSettingsReader(SettingsReader settings) {
        this.settings = settings;
    }

    /** @throws StartException when a setting is wrong */
    Settings.State read() {
        String embedded = settings.text("embedded.directory", ".annals");
        return new Settings.State(
                choice("state.orphans", "keep"),
                choice("state.missing", "ignore"),
                (int) settings.wholeNumber(
                        "rebuild.threads", Runtime.getRuntime().availableProcessors(), 1, 1_000),
                settings.directory(
                        "rebuild.directory",
                        Path.of(embedded).resolve("rebuild").toString()));
    }

    private boolean choice(String name, String goesOn) {
        String text = settings.text(name, "refuse").trim();
        if (!text.equals("refuse") && !text.equals(goesOn)) {
            throw settings.wrong(name, text, "refuse or " + goesOn);
        }
        return text.equals(goesOn);
    }
}
