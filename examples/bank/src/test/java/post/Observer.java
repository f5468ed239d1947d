package post;

import dev.annals.Start;
import dev.annals.Subscription;
import java.util.List;
import post.Letters.Event;
import post.Letters.LetterWritten;

/** Takes note of letters from its first start on. */
@Subscription(service = "post", name = "observer", from = Letters.class, start = Start.NOW)
final class Observer {

    private final List<String> observed;

    Observer(List<String> observed) {
        this.observed = observed;
    }

    void on(Event event) {
        observed.add(((LetterWritten) event).text());
    }
}
