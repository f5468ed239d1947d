package dev.annals.processor;

/** JSON for the shop's commands. */
final class ShopSamples {

    static final String ORDER = "6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5";

    static final String SCALARS = """
            {"aBoolean":true,"aByte":-128,"aShort":32767,"anInt":-2147483648,"aLong":9223372036854775807,"aFloat":0.1,
             "aDouble":-1.7976931348623157E308,"text":"größer € 𝄞","decimal":-12345678901234567890.0100,
             "uuid":"00000000-0000-0001-ffff-ffffffffffff","instant":"1969-12-31T23:59:59.999999Z","date":"1970-01-01",
             "time":"23:59:59.999999","dateTime":"0001-01-01T00:00:00.000001","currency":"US_DOLLAR"}
            """;

    static final String BOXES = """
            {"aBoolean":false,"aByte":127,"aShort":-1,"anInt":0,"aLong":-1,"aFloat":1E+10,"aDouble":0.5,
             "nullableInt":7,"nullableText":"","nullableMoney":{"amount":1E+3,"currency":"EUR"},"nullableCurrency":"CHF",
             "nullableLabel":"red","nullableList":["a","b"],"optionalLong":0,
             "optionalMoney":{"amount":0.00,"currency":"CHF"},"optionalList":["x"]}
            """;

    static final String ABSENT = """
            {"aBoolean":false,"aByte":127,"aShort":-1,"anInt":0,"aLong":-1,"aFloat":1E+10,"aDouble":0.5,
             "nullableInt":null,"nullableText":null,"nullableMoney":null,"nullableCurrency":null,"nullableLabel":null,
             "nullableList":null,"optionalLong":null,"optionalMoney":null,"optionalList":null}
            """;

    static final String COLLECTIONS = """
            {"texts":["a","","a"],"shorts":[1,-1],"currencies":["US_DOLLAR","EUR"],
             "uuids":["6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5"],"prices":{"b":{"amount":1,"currency":"EUR"},
             "a":{"amount":2.50,"currency":"CHF"}},"optionals":[null,{"amount":3,"currency":"EUR"}],
             "nullables":["x",null],"lists":[["a"],[],["b","c"]],"maps":{"k":["2026-11-23T12:00:00Z",null],"":[]},
             "decimals":{"x":{"y":0.1}}}
            """;

    static final String EMPTY = """
            {"texts":[],"shorts":[],"currencies":[],"uuids":[],"prices":{},"optionals":[],"nullables":[],"lists":[],
             "maps":{},"decimals":{}}
            """;

    static final String TREE = """
            {"name":"root","children":[{"name":"left","children":[],"other":null,"parent":null},
             {"name":"right","children":[],"other":{"name":"other","children":[],"other":null,"parent":null},
             "parent":{"name":"up","children":[],"other":null,"parent":null}}],"other":null,"parent":null}
            """;

    static final String LINE = """
            {"article":"pen","count":2,"price":{"amount":1.50,"currency":"EUR"},"options":{"color":"red","size":null}}
            """;

    private ShopSamples() {}

    static String everything(String boxes, String collections) {
        return "{\"scalars\":" + SCALARS + ",\"boxes\":" + boxes + ",\"collections\":" + collections + ",\"tree\":"
                + TREE + ",\"label\":\"all\"}";
    }

    /** A command with these fields beside its key. */
    static String command(String type, String fields) {
        return "{\"_type\":\"" + type + "\",\"order\":\"" + ORDER + "\"" + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    static String recordEverything(String boxes, String collections) {
        return command("RecordEverything", "\"everything\":" + everything(boxes, collections));
    }

    static String placeOrder() {
        return command("PlaceOrder", "\"customer\":\"Ada\",\"note\":\"soon\",\"lines\":[" + LINE + "]");
    }
}
