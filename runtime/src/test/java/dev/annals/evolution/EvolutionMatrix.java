package dev.annals.evolution;

import static dev.annals.evolution.Change.FAILS;
import static dev.annals.evolution.Change.message;
import static dev.annals.evolution.Change.ofFields;
import static dev.annals.evolution.Change.ofMessage;
import static dev.annals.evolution.Change.ofType;

import java.util.List;

/** The changes of {@code docs/reference/evolution.md}, each with messages from before and after it. */
final class EvolutionMatrix {

    private static final String A = "{'name':'a','type':'int'}";
    private static final String B = "{'name':'b','type':'string'}";
    private static final String B_WITH_DEFAULT = "{'name':'b','type':'string','default':'none'}";
    private static final String MICROS = "{'type':'long','logicalType':'timestamp-micros'}";
    private static final String MILLIS = "{'type':'long','logicalType':'timestamp-millis'}";
    private static final String CIRCLE = "{'type':'record','name':'n.Circle','fields':[{'name':'r','type':'int'}]}";
    private static final String SQUARE = "{'type':'record','name':'n.Square','fields':[{'name':'r','type':'int'}]}";
    private static final String DOT = "{'type':'record','name':'n.Dot','fields':[]}";

    private EvolutionMatrix() {}

    static List<Change> changes() {
        return List.of(
                ofFields("added, with a default", A, A + "," + B_WITH_DEFAULT)
                        .newReads("{'a':1}", "{a=1, b=none}")
                        .oldReads("{'a':1,'b':'x'}", "{a=1}"),
                ofFields("added, without a default", A, A + "," + B).oldReads("{'a':1,'b':'x'}", "{a=1}"),
                ofFields("removed, where it had a default", B_WITH_DEFAULT + "," + A, A)
                        .newReads("{'a':1,'b':'x'}", "{a=1}")
                        .oldReads("{'a':1}", "{b=none, a=1}"),
                ofFields("removed, where it had no default", B + "," + A, A).newReads("{'b':'x','a':1}", "{a=1}"),
                ofFields("renamed, with an alias", A, "{'name':'c','aliases':['a'],'type':'int'}")
                        .newReads("{'a':1}", "{c=1}"),
                ofFields(
                                "renamed, with an alias, where it had a default",
                                withDefault("a"),
                                "{'name':'c','aliases':['a'],'type':'int'}")
                        .newReads("{'a':1}", "{c=1}")
                        .oldReads("{'c':1}", "{a=0}"),
                ofFields("renamed, without an alias", A, "{'name':'c','type':'int'}"),
                ofFields(
                                "renamed, without an alias but with defaults: the value is lost",
                                withDefault("a"),
                                withDefault("c"))
                        .newReads("{'a':1}", "{c=0}")
                        .oldReads("{'c':1}", "{a=0}"),
                ofFields("moved among the others", A + "," + B, B + "," + A)
                        .newReads("{'a':1,'b':'x'}", "{b=x, a=1}")
                        .oldReads("{'b':'x','a':1}", "{a=1, b=x}"),
                ofType("`int` becomes `long`", "'int'", "'long'").newReads("{'a':7}", "{a=7}"),
                ofType("`int` becomes `double`", "'int'", "'double'").newReads("{'a':7}", "{a=7.0}"),
                ofType("`float` becomes `double`", "'float'", "'double'").newReads("{'a':0.5}", "{a=0.5}"),
                ofType("`String` becomes `byte[]`, or the other way round", "'string'", "'bytes'")
                        .newReads("{'a':'x'}", "{a=#78}")
                        .oldReads("{'a':'x'}", "{a=x}"),
                ofType("`String` becomes `UUID`", "'string'", "{'type':'string','logicalType':'uuid'}"),
                ofType("`String` becomes `int`", "'string'", "'int'"),
                ofType("required becomes `Optional` or `@Nullable`", "'int'", "['null','int']")
                        .newReads("{'a':7}", "{a=7}")
                        .oldReads("{'a':{'int':7}}", "{a=7}")
                        .oldReads("{'a':null}", FAILS),
                ofType("`Optional` or `@Nullable` becomes required", "['null','string']", "'string'")
                        .newReads("{'a':{'string':'x'}}", "{a=x}")
                        .newReads("{'a':null}", FAILS)
                        .oldReads("{'a':'x'}", "{a=x}"),
                ofType("`@Decimal` of another scale", decimal(9, 2), decimal(9, 4)),
                ofType("`@Decimal` of more digits at the same scale", decimal(9, 2), decimal(12, 2))
                        .newReads("{'a':'\\u0004'}", "{a=#04}"),
                ofType("`BigDecimal` gets a `@Decimal`", "{'type':'bytes','logicalType':'big-decimal'}", decimal(9, 2)),
                ofType("another unit (milliseconds become microseconds)", MILLIS, MICROS),
                ofType("a number becomes a time", "'long'", MICROS),
                ofType("enum: a constant added at the end", symbols("'X','Y'"), symbols("'X','Y','Z'"))
                        .newReads("{'a':'Y'}", "{a=Y}")
                        .oldReads("{'a':'Y'}", "{a=Y}")
                        .oldReads("{'a':'Z'}", FAILS),
                ofType(
                                "enum with a default: a constant added",
                                symbols("'X','Y'],'default':'Y'"),
                                symbols("'Z','X','Y'],'default':'Y'"))
                        .newReads("{'a':'Y'}", "{a=Y}")
                        .oldReads("{'a':'X'}", "{a=X}")
                        .oldReads("{'a':'Z'}", "{a=Y}"),
                ofType("enum: a constant removed", symbols("'X','Y'"), symbols("'Y'"))
                        .newReads("{'a':'Y'}", "{a=Y}")
                        .newReads("{'a':'X'}", FAILS)
                        .oldReads("{'a':'Y'}", "{a=Y}"),
                ofType("enum: constants in another order", symbols("'X','Y'"), symbols("'Y','X'"))
                        .newReads("{'a':'X'}", "{a=X}")
                        .oldReads("{'a':'X'}", "{a=X}"),
                ofType("a nested record, as a message above: a component added with a default", CIRCLE, biggerCircle())
                        .newReads("{'a':{'r':3}}", "{a={r=3, x=5}}")
                        .oldReads("{'a':{'r':3,'x':4}}", "{a={r=3}}"),
                ofType(
                                "a nested record renamed, with an alias",
                                CIRCLE,
                                CIRCLE.replace("Circle'", "Ring','aliases':['n.Circle']"))
                        .newReads("{'a':{'r':3}}", "{a={r=3}}"),
                ofType("a nested record renamed, or another of the same shape", CIRCLE, SQUARE),
                ofType("a nested record becomes its one component", CIRCLE, "'int'"),
                ofType("sealed: a leaf added", union(CIRCLE, DOT), union(DOT, SQUARE, CIRCLE))
                        .newReads("{'a':{'n.Circle':{'r':3}}}", "{a={r=3}}")
                        .oldReads("{'a':{'n.Circle':{'r':3}}}", "{a={r=3}}")
                        .oldReads("{'a':{'n.Square':{'r':3}}}", FAILS),
                ofType("sealed: a leaf removed", union(CIRCLE, SQUARE, DOT), union(SQUARE, DOT))
                        .newReads("{'a':{'n.Square':{'r':3}}}", "{a={r=3}}")
                        .newReads("{'a':{'n.Circle':{'r':3}}}", FAILS)
                        .oldReads("{'a':{'n.Dot':{}}}", "{a={}}"),
                ofType(
                                "sealed: a leaf renamed, with an alias",
                                union(CIRCLE, DOT),
                                union(CIRCLE.replace("Circle'", "Ring','aliases':['n.Circle']"), DOT))
                        .newReads("{'a':{'n.Circle':{'r':3}}}", "{a={r=3}}")
                        .oldReads("{'a':{'n.Dot':{}}}", "{a={}}")
                        .oldReads("{'a':{'n.Ring':{'r':3}}}", FAILS),
                ofType("sealed: a leaf replaced by one of the same shape", union(CIRCLE, DOT), union(SQUARE, DOT))
                        .newReads("{'a':{'n.Dot':{}}}", "{a={}}")
                        .newReads("{'a':{'n.Circle':{'r':3}}}", FAILS)
                        .oldReads("{'a':{'n.Square':{'r':3}}}", FAILS),
                ofType("a record becomes one leaf of a sealed interface", CIRCLE, union(DOT, CIRCLE))
                        .newReads("{'a':{'r':3}}", "{a={r=3}}")
                        .oldReads("{'a':{'n.Circle':{'r':3}}}", "{a={r=3}}")
                        .oldReads("{'a':{'n.Dot':{}}}", FAILS),
                ofType("a `List` of another type, as a component above", array("'int'"), array("'long'"))
                        .newReads("{'a':[1,2]}", "{a=[1, 2]}"),
                ofType("`List` becomes `Set`, or the other way round", array("'int'"), array("'int'"))
                        .newReads("{'a':[1,2]}", "{a=[1, 2]}")
                        .oldReads("{'a':[1,2]}", "{a=[1, 2]}"),
                ofType("`List` becomes `Map`", array("'int'"), "{'type':'map','values':'int'}"),
                ofType("a `Map` of other values, as a component above", map("'int'"), map("'double'"))
                        .newReads("{'a':{'x':1}}", "{a={x=1.0}}"),
                ofType(
                                "a `Map` whose keys are no texts: another value, as a component above",
                                entries("E", "int"),
                                entries("F", "long"))
                        .newReads("{'a':[{'key':1,'value':2}]}", "{a=[{key=1, value=2}]}"),
                ofMessage(
                                "message renamed, with an alias",
                                message("shop.Ordered", A, ""),
                                message("shop.Bought", A, ",'aliases':['shop.Ordered']"))
                        .newReads("{'a':1}", "{a=1}"),
                ofMessage(
                        "message renamed, without an alias; added; removed",
                        message("shop.Ordered", A, ""),
                        message("shop.Bought", A, "")),
                ofMessage(
                                "version raised, with an `upcast`",
                                message("shop.Ordered", A, ""),
                                message("shop.Ordered", "{'name':'cents','type':'int'}", ",'annals.version':2"))
                        .withFormer()
                        .newReads("{'a':1}", "{a=1}"));
    }

    private static String withDefault(String name) {
        return "{'name':'%s','type':'int','default':0}".formatted(name);
    }

    private static String decimal(int precision, int scale) {
        return "{'type':'bytes','logicalType':'decimal','precision':%d,'scale':%d}".formatted(precision, scale);
    }

    private static String symbols(String symbols) {
        String end = symbols.contains("]") ? "" : "]";
        return "{'type':'enum','name':'n.E','symbols':[" + symbols + end + "}";
    }

    private static String biggerCircle() {
        return CIRCLE.replace("}]", "},{'name':'x','type':'int','default':5}]");
    }

    private static String union(String... branches) {
        return "[" + String.join(",", branches) + "]";
    }

    private static String array(String items) {
        return "{'type':'array','items':%s}".formatted(items);
    }

    private static String map(String values) {
        return "{'type':'map','values':%s}".formatted(values);
    }

    private static String entries(String name, String values) {
        return array(
                "{'type':'record','name':'n.%s','annals.entry':true,'fields':[{'name':'key','type':'int'},{'name':'value','type':'%s'}]}"
                        .formatted(name, values));
    }
}
