import Testing

@testable import GraphQuery

@Suite("Order of values")
struct ValueOrderTests {
    /// Ascending; no two are equal.
    private static let ascending: [Value] = [
        .map([:]), .map(["a": .integer(1)]), .map(["a": .integer(2)]), .map(["b": .integer(0)]), .map(["a": .integer(0), "b": .null]),
        .node(NodeID(0)), .node(NodeID(5)), .relationship(RelationshipID(0)), .list([]), .list([.string("z")]), .list([.integer(1)]),
        .list([.integer(1), .string("a")]), .list([.integer(1), .null]), .list([.null]),
        .path(PathValue(nodes: [NodeID(0)], relationships: [])),
        .path(PathValue(nodes: [NodeID(0), NodeID(1)], relationships: [RelationshipID(4)])),
        .dateTime(ZonedDateTime(local: LocalDateTime(seconds: 0, nanosecond: 0), offset: 3600)),
        .dateTime(ZonedDateTime(local: LocalDateTime(seconds: 0, nanosecond: 0), offset: 0)),
        .localDateTime(LocalDateTime(seconds: -5, nanosecond: 1)), .date(LocalDate(daysSince1970: -1)), .date(LocalDate(daysSince1970: 1)),
        .time(OffsetTime(local: LocalTime(nanosecondsOfDay: 0), offset: 0)), .localTime(LocalTime(nanosecondsOfDay: 9)),
        .duration(CalendarDuration(days: 1)), .duration(CalendarDuration(months: 1)), .string(""), .string("B"), .string("a"),
        .string("ab"), .string("é"), .string("\u{FFFF}"), .string("😀"), .boolean(false), .boolean(true), .float(-.infinity), .integer(.min),
        .float(-0.5), .integer(0), .float(0.5), .integer(9_007_199_254_740_992), .integer(9_007_199_254_740_993), .integer(.max),
        .float(9.3e18), .float(.infinity), .float(.nan), .null,
    ]

    @Test("is total, across all types")
    func total() {
        for (index, left) in Self.ascending.enumerated() {
            #expect(left.order(against: left) == .equal, "\(left)")
            for right in Self.ascending[(index + 1)...] {
                #expect(left.order(against: right) == .less, "\(left) \(right)")
                #expect(right.order(against: left) == .greater, "\(left) \(right)")
            }
        }
    }

    @Test("does not part numbers that are equal")
    func equalNumbers() {
        #expect(Value.integer(1).order(against: .float(1)) == .equal)
        #expect(Value.float(0).order(against: .float(-0.0)) == .equal)
        #expect(Value.float(.nan).order(against: .float(.nan)) == .equal)
    }

    @Test(
        "of < and its like is null across types, and false for NaN",
        arguments: [
            ("1 < 1.5", "true"), ("1 >= 1.0", "true"), ("9007199254740992.0 < 9007199254740993", "true"), ("'a' < 'b'", "true"),
            ("false < true", "true"), ("1 < 'a'", "null"), ("null < 1", "null"), ("0.0 / 0.0 < 1", "false"),
            ("0.0 / 0.0 >= 0.0 / 0.0", "false"),
            ("0.0 / 0.0 < 'a'", "null"), ("[1, 2] < [1, 3]", "true"), ("[1] < [1, 0]", "true"), ("[1, null] <= [1, 2]", "null"),
            ("[2, null] <= [1, 2]", "false"), ("{a: 1} < {a: 2}", "null"), ("date('2031-05-02') < date('2031-05-03')", "true"),
            ("date('2031-05-02') <= date('2031-05-02')", "true"), ("date('2031-05-02') < localtime('12:00')", "null"),
            ("duration('P1D') < duration('P2D')", "null"), ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"), ("1 < null < 0", "null"),
            ("3 < 2 < null", "false"), ("1 = 1.0 <> 2 > 'a'", "null"),
        ])
    func comparison(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
        // Through a variable and a list, nothing is folded.
        #expect(try Evaluation.text("[x IN [1] | \(expression)][0]") == result)
    }

    @Test("with a constant is as with a variable", arguments: ["=", "<>", "<", "<=", ">", ">="])
    func constants(sign: String) throws {
        let values = ["null", "true", "-1", "0", "2.5", "0.0 / 0.0", "'b'", "'a'", "[1]", "date('2031-05-02')", "date('2031-05-03')"]
        for left in values {
            for right in values {
                let variables = [
                    "l": try Evaluation.value(left), "r": try Evaluation.value(right),
                ]
                let expected = try Evaluation.text("l \(sign) r", variables: variables)
                #expect(try Evaluation.text("l \(sign) \(right)", variables: variables) == expected, "\(left) \(right)")
                #expect(try Evaluation.text("\(left) \(sign) r", variables: variables) == expected, "\(left) \(right)")
            }
        }
    }
}
