package trouble;

import dev.annals.Decision;
import dev.annals.EventSourced;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trouble.Happening.CaseClosed;
import trouble.Happening.CaseDated;
import trouble.Happening.CaseNoted;
import trouble.Happening.CaseOpened;
import trouble.Request.BloatCase;
import trouble.Request.BreakCase;
import trouble.Request.CloseCase;
import trouble.Request.DateCase;
import trouble.Request.MendCase;
import trouble.Request.NoteCase;
import trouble.Request.OpenCase;
import trouble.Request.RefuseCase;
import trouble.Request.WaitCase;

/** A case: how many notes it has, and a way into each kind of trouble. */
@EventSourced(service = "trouble", name = "cases", commands = Request.class, events = Happening.class)
record Case(int notes) {

    static final String SECRET = "the secret of the house";

    static CaseOpened decide(OpenCase command) {
        return new CaseOpened();
    }

    List<Happening> decide(NoteCase command) {
        return Collections.nCopies(command.times(), new CaseNoted("noted"));
    }

    Decision<Happening> decide(RefuseCase command) {
        return Decision.reject("case.refused", "The case is refused");
    }

    @SuppressWarnings("DoNotCallSuggester") // It is there to be called.
    CaseNoted decide(BreakCase command) {
        throw new IllegalStateException(SECRET);
    }

    CaseNoted decide(MendCase command) {
        Gate.requireWhole();
        return new CaseNoted("mended");
    }

    CaseNoted decide(BloatCase command) {
        return new CaseNoted("x".repeat(2_000_000));
    }

    CaseNoted decide(WaitCase command) {
        Gate.pass();
        return new CaseNoted("waited");
    }

    CaseDated decide(DateCase command) {
        return new CaseDated(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(123_456_789));
    }

    CaseClosed decide(CloseCase command) {
        return new CaseClosed();
    }

    static Case evolve(CaseOpened opened) {
        return new Case(0);
    }

    Case evolve(CaseNoted noted) {
        return new Case(notes + 1);
    }

    Case evolve(CaseDated dated) {
        return this;
    }

    @Nullable
    Case evolve(CaseClosed closed) {
        return null;
    }
}
