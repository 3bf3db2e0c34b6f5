import Testing

@testable import GraphQuery

@Suite("Values in tables")
struct ComparableValueReaderTests {
    private static let ship = ComparableValue.Node(labels: ["Ship"], properties: ["tons": .integer(7)])
    private static let port = ComparableValue.Node(labels: [], properties: [:])
    private static let calls = ComparableValue.Relationship(type: "CALLS_AT", properties: [:])

    @Test(
        "are read",
        arguments: [
            ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)),
            ("12", .integer(12)), ("-12", .integer(-12)), ("-9223372036854775808", .integer(.min)),
            ("12.0", .float(12)), ("-.5", .float(-0.5)), ("1.0E-9", .float(1e-9)), ("2e5", .float(200_000)),
            ("NaN", .notANumber), ("Inf", .float(.infinity)), ("-Inf", .float(-.infinity)),
            ("''", .string("")), ("' a  b '", .string(" a  b ")), (#"'it\'s \\ \n'"#, .string(#"it's \ \n"#)), ("'a\nb'", .string("a\nb")),
            ("[]", .list([])), ("[ 1 , [2.0], 'c' ]", .list([.integer(1), .list([.float(2)]), .string("c")])),
            ("{}", .map([:])), ("{a: 1, b_2: {c: null}}", .map(["a": .integer(1), "b_2": .map(["c": .null])])),
            ("()", .node(port)), ("(:Ship {tons: 7})", .node(ship)), ("( :Ship{ tons:7 } )", .node(ship)),
            ("({tons: 7})", .node(ComparableValue.Node(labels: [], properties: ["tons": .integer(7)]))),
            ("(:B:A)", .node(ComparableValue.Node(labels: ["A", "B"], properties: [:]))),
            ("[:CALLS_AT]", .relationship(calls)),
            ("[:T {x: [1]}]", .relationship(ComparableValue.Relationship(type: "T", properties: ["x": .list([.integer(1)])]))),
            ("[[:CALLS_AT]]", .list([.relationship(calls)])),
            ("<()>", .path(port, [])),
            (
                "<(:Ship {tons: 7})-[:CALLS_AT]->()<-[:CALLS_AT]-(:Ship {tons: 7})>",
                .path(
                    ship,
                    [
                        ComparableValue.Step(relationship: calls, isForward: true, node: port),
                        ComparableValue.Step(relationship: calls, isForward: false, node: ship),
                    ])
            ),
        ] as [(String, ComparableValue)])
    func reading(text: String, value: ComparableValue) throws {
        #expect(try ComparableValueReader.value(in: text) == value)
    }

    @Test(
        "are written so that they are read again",
        arguments: [
            "null", "12", "-0.5", "1e-09", "NaN", "-Inf", #"'it\'s \\ '"#, "[1, [2.0], {a: 'b'}]", "(:A:B {x: 1, y: [true]})", "()",
            "[:T {x: 1}]", "<(:A)-[:T]->()<-[:S {x: 1}]-(:B)>",
        ])
    func writing(text: String) throws {
        let value = try ComparableValueReader.value(in: text)
        #expect(value.description == text)
    }

    @Test(
        "that differ are not equal",
        arguments: [
            ("1", "1.0"), ("1", "'1'"), ("null", "'null'"), ("[1, 2]", "[2, 1]"), ("(:A)", "(:A:B)"), ("(:A)", "(:A {x: 1})"), ("()", "{}"),
            ("[:A]", "[:B]"), ("<(:A)-[:T]->(:B)>", "<(:A)<-[:T]-(:B)>"), ("NaN", "Inf"), ("{a: null}", "{}"),
        ])
    func differing(left: String, right: String) throws {
        #expect(try ComparableValueReader.value(in: left) != ComparableValueReader.value(in: right))
    }

    @Test("lists may be compared without their order, at any depth")
    func sortedLists() throws {
        let left = try ComparableValueReader.value(in: "[{a: [3, 1, 2]}, ({b: ['y', 'x']})]")
        let right = try ComparableValueReader.value(in: "[({b: ['x', 'y']}), {a: [1, 2, 3]}]")
        #expect(left != right)
        #expect(left.withSortedLists == right.withSortedLists)
    }

    @Test(
        "that are wrong are refused",
        arguments: [
            "", "nul", "'open", "[1", "[1 2]", "[1,]", "{a 1}", "{a: 1, a: 2}", "(A)", "(:)", "[:T", "<(:A)-[:T]-(:B)>", "<(:A)", "1.2.3",
            "1 2",
            "99999999999999999999x",
        ])
    func refusals(text: String) {
        #expect(throws: ComparableValueReader.Failure.self) { try ComparableValueReader.value(in: text) }
    }

    @Test("become parameters, unless they are parts of a graph")
    func parameters() throws {
        guard case .map(let entries)? = try ComparableValueReader.value(in: "{a: [1, 'b'], c: NaN}").parameter,
            case .list(let elements)? = entries["a"], case .integer(1) = elements[0], case .string("b") = elements[1],
            case .float(let number)? = entries["c"], number.isNaN
        else {
            Issue.record("not the map that was written")
            return
        }
        #expect(try ComparableValueReader.value(in: "[1, (:A)]").parameter == nil)
    }
}
