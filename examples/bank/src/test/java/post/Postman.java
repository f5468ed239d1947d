package post;

import dev.annals.EventContext;
import dev.annals.Subscription;
import post.Letters.LetterWritten;

/** Brings letters. */
@Subscription(service = "post", name = "postman", from = Letters.class)
final class Postman implements AutoCloseable {

    private final Mailbox mailbox;

    Postman(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void on(LetterWritten written, EventContext<String> letters) throws Exception {
        mailbox.put(letters.key(), written.text());
    }

    void onCaughtUp() {
        mailbox.caughtUp.incrementAndGet();
    }

    @Override
    public void close() {
        mailbox.closed.incrementAndGet();
    }
}
