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
    ROUTE_TAKEN(110),

    NOT_SEALED(201),
    LEAF_NOT_A_RECORD(202),
    DUPLICATE_LEAF_NAME(203),
    BAD_UNKNOWN(204),

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
    BAD_DEADLINE(412),

    UNSUPPORTED_TYPE(501),
    RESERVED_NAME(502),
    NULLNESS_UNKNOWN(503),
    DUPLICATE_SCHEMA_NAME(504),
    BAD_ALIAS(505),
    BAD_DEFAULT(506),

    COMMAND_NAME(601),
    EVENT_NAME(602),
    UNKNOWN_OPTION(603),

    BAD_UPCAST(701),
    FORMER_NAME(702),
    FORMER_NUMBER(703),
    UPCAST_GOES_BACK(704),
    VERSIONS_ALIKE(705),
    BAD_FORMER(706),

    INCOMPATIBLE(801),
    NOT_ACCEPTED(802),
    RELEASED_AND_GONE(803),
    RELEASED_UNREADABLE(804),
    NOTHING_RELEASED(805),

    PROJECTION_SOURCE(901),
    PROJECTION_COMPONENT(902),
    FOREIGN_KEY(903),
    PROJECTION_KEY(904),
    PROJECTION_VERSION(905),
    NOTHING_FOLDED(906),
    CONTEXT_KEY(907),

    EXTENSION_METHOD(911),
    EXTENSION_PARAMETER(912),
    EXTENSION_SOURCE(913),
    EXTENSION_ALONE(914),

    REACTION_CLASS(921),
    REACTION_AGGREGATE(922),
    NOTHING_ANSWERED(923),
    NOTHING_GIVEN(924),
    REACTION_CYCLE(925);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    /** Whether it is about {@code decide} and {@code evolve} alone, and so nothing that schemas are made from. */
    public boolean isOfHandlers() {
        return number / 100 == 4;
    }

    /** {@code ANNALS-101}. */
    public String text() {
        return "ANNALS-" + number;
    }
}
