package modules;

import bank.BankService;
import dev.annals.app.Module;
import dev.annals.app.ModuleContext;
import dev.annals.app.Service;
import dev.annals.app.ServiceRunner;
import dev.annals.app.StandardModule;

/** A service with a module that cannot go on once it has started; one with an argument stops before that. */
final class FailingMain implements Module {

    private final boolean atOnce;

    private FailingMain(boolean atOnce) {
        this.atOnce = atOnce;
    }

    public static void main(String[] args) {
        ServiceRunner.run(Service.of(BankService::new)
                .without(StandardModule.KAFKA)
                .with(() -> new FailingMain(Boolean.getBoolean("atOnce"))));
    }

    @Override
    public String name() {
        return "fuse";
    }

    @Override
    public void start(ModuleContext context) {
        if (atOnce) {
            throw new IllegalStateException("The fuse is missing");
        }
        context.fail(new IllegalStateException("The fuse has blown"));
    }

    @Override
    public void stop() {
        System.out.println("The fuse is taken out");
    }
}
