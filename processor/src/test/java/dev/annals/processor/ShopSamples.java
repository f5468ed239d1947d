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

    static final String NUMBERS = """
            {"whole":-340282366920938463463374607431768211457,"price":1234567.80,"count":99999999999999999999,
             "rates":[0.125,-99.000],"rounded":7,"few":null}
            """;

    static final String TIMES = """
            {"duration":"PT-1H-0.000000001S","offset":"2026-11-23T12:00:00.000001-18:00",
             "zoned":"2026-10-25T02:30+01:00[Europe/Berlin]","durations":["PT0S","PT2562047H47M16.854775807S"],
             "nullableZoned":"1969-12-31T23:59:59.999999Z","optionalOffset":null}
            """;

    static final String MAPS = """
            {"numbers":[{"key":7,"value":"seven"},{"key":-1,"value":""}],
             "currencies":[{"key":"CHF","value":{"amount":1.5,"currency":"CHF"}}],
             "uuids":[{"key":"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5","value":null}],
             "nested":[{"key":"a","value":[{"key":"2026-11-23","value":[1,2]}]},{"key":"b","value":[]}],
             "records":[{"key":{"amount":1,"currency":"EUR"},"value":[{"key":1,"value":null},{"key":2,"value":"x"}]}],
             "optional":[{"key":9223372036854775807,"value":0}],
             "rates":[{"key":"EUR","value":[{"key":"1970-01-01","value":0.5}]}],"moreRates":[]}
            """;

    static final String PAYMENTS = """
            {"payment":{"_type":"Card","number":"4711","year":2030},"nullablePayment":{"_type":"Cash"},
             "optionalPayment":{"_type":"Voucher","code":"V1"},
             "payments":[{"_type":"Cash"},{"_type":"Transfer","instead":{"_type":"Transfer","instead":null}}],
             "nullables":[null,{"_type":"Invoice","due":null}],
             "byName":{"a":{"_type":"Invoice","due":"2026-12-31"},"b":null},
             "byPayment":[{"key":{"_type":"Cash"},"value":1},{"key":{"_type":"Voucher","code":"V2"},"value":2}],
             "voucher":"V3","later":{"_type":"Invoice","due":null}}
            """;

    static final String FORMULA = """
            {"_type":"Sum","left":{"_type":"Constant","value":1.0},"right":{"_type":"Call","name":"f",
             "arguments":[{"_type":"Constant","value":2}],"otherwise":{"_type":"Constant","value":3},
             "known":[{"key":{"_type":"Constant","value":0},"value":{"_type":"Call","name":"g","arguments":[],
             "otherwise":null,"known":[]}}]}}
            """;

    static final String DESCRIBED = """
            {"size":"ELSE","count":7,"price":0.00,"share":1,"whole":0,"text":"t","quoted":"q","bytes":"","duration":"PT0S",
             "instant":"1970-01-01T00:00:00Z","date":"2026-01-01","time":"12:00:01","dateTime":"2026-01-01T00:00:01",
             "offset":"2026-01-01T00:00:01Z","zoned":"2026-01-01T00:00:01Z[UTC]",
             "uuid":"00000000-0000-0001-ffff-ffffffffffff","set":[],"map":{},"entries":[],
             "money":{"amount":1,"currency":"CHF"},"payment":{"_type":"Cash"},"label":"l","aFloat":0.25,"nothing":1,
             "look":"well"}
            """;

    /** What {@link #DESCRIBED} is where all is left out that may be. */
    static final String DEFAULTS = """
            {"size":"M","count":3,"price":12.50,"share":0.10,"whole":340282366920938463463374607431768211456,"text":"",
             "quoted":"true","bytes":"AP8=","duration":"PT1H","instant":"2026-11-23T12:00:00.500Z","date":"1970-01-02",
             "time":"00:00:01","dateTime":"1969-12-31T23:59:59","offset":"2026-11-23T12:00+01:00",
             "zoned":"1970-01-01T01:00+01:00[Europe/Berlin]","uuid":"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5","set":[1,2],
             "map":{},"entries":[{"key":1,"value":true}],"money":{"amount":0.00,"currency":"EUR"},
             "payment":{"_type":"Card","number":"0","year":1},"label":"none","aFloat":0.5,"nothing":null,"look":"well"}
            """;

    private ShopSamples() {}

    static String everything(String boxes, String collections) {
        return "{\"scalars\":" + SCALARS + ",\"boxes\":" + boxes + ",\"collections\":" + collections + ",\"tree\":"
                + TREE + ",\"label\":\"all\",\"numbers\":" + NUMBERS + ",\"times\":" + TIMES + ",\"maps\":" + MAPS
                + ",\"payments\":" + PAYMENTS + ",\"formula\":" + FORMULA + ",\"described\":" + DESCRIBED + "}";
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
