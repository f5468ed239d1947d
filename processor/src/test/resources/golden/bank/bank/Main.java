package bank;

import dev.annals.app.ServiceRunner;
import javax.annotation.processing.Generated;

/** Starts the service {@code bank}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        ServiceRunner.run(BankService::new, args);
    }
}
