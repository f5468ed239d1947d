package dev.annals.processor.diagnostic;

/** The stable codes of all diagnostics; {@code docs/reference/diagnostics.md} explains each. */
public enum Code {
    NOT_A_RECORD(101),
    GENERIC(102),
    INACCESSIBLE(103),
    BAD_NAME(104),
    DUPLICATE_NAME(105),
    GENERATED_TYPE_EXISTS(106),
    BAD_INITIAL(107),
    NO_SHARED_PACKAGE(108),
    SERVICES_SHARE_PACKAGE(109),

    NOT_SEALED(201),
    LEAF_NOT_A_RECORD(202),
    DUPLICATE_LEAF_NAME(203),

    NO_KEY(301),
    SEVERAL_KEYS(302),
    BAD_KEY_TYPE(303),
    KEYS_DIFFER(304),
    BAD_KEY_METHOD(305),

    NO_HANDLER(401),
    HANDLERS_TIE(402),
    HANDLER_UNREACHABLE(403),
    HANDLER_PRIVATE(404),
    HANDLER_PARAMETERS(405),
    HANDLER_RETURN(406),
    HANDLER_THROWS(407),
    CREATES_BESIDE_INITIAL(408),
    NOTHING_CREATES(409),
    FAILURE_EVOLVES(410),
    STATE_NOT_NULLABLE(411),

    UNSUPPORTED_TYPE(501),
    RESERVED_NAME(502),
    NULLNESS_UNKNOWN(503),
    DUPLICATE_SCHEMA_NAME(504),
    BAD_ALIAS(505),
    BAD_DEFAULT(506),

    COMMAND_NAME(601),
    EVENT_NAME(602),
    UNKNOWN_OPTION(603);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    /** {@code ANNALS-101}. */
    public String text() {
        return "ANNALS-" + number;
    }
}
