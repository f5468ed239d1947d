package dev.annals.rebuild;

import java.util.List;

/** The service runs, and would go on from a state that is being changed under it. */
public final class ServiceRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceRunningException(String applicationId, List<String> members) {
        super(
                ("%s runs: its group has %d active members (%s). Stop every instance, then rebuild. One that was killed counts until"
                                + " its session.timeout.ms is over")
                        .formatted(applicationId, members.size(), String.join(", ", members)));
    }
}
