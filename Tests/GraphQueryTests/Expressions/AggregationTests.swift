import Testing

@testable import GraphQuery

@Suite("Aggregating functions")
struct AggregationTests {
    /// What a call gives for the values, each in a row as `x`.
    private static func text(_ call: String, of values: String) throws -> String {
        let rows = try PreparedQuery("UNWIND $values AS x RETURN \(call) AS y").run(
            on: TestGraph(), parameters: ["values": Evaluation.value(values)]
        ).rows
        return try rows.map { try Evaluation.text(of: $0[0], in: TestGraph()) }.joined(separator: ";")
    }

    @Test(
        "leave nulls out",
        arguments: [
            ("count(*)", "[1, null]", "2"), ("count(x)", "[1, null]", "1"), ("count(DISTINCT x)", "[1, 1.0, 2, null]", "2"),
            ("sum(x)", "[1, null, 2]", "3"),
            ("sum(x)", "[1, 2.5]", "3.5"), ("sum(DISTINCT x)", "[2, 2, 3]", "5"), ("avg(x)", "[1, 2, null]", "1.5"),
            ("min(x)", "[2, null, 1]", "1"),
            ("max(x)", "[1, 'b', [3], 0.5]", "1"), ("min(x)", "[1, 'b', [3], 0.5]", "[3]"), ("collect(x)", "[1, null, [2]]", "[1, [2]]"),
            ("collect(DISTINCT x)", "[1, 1, null, 2]", "[1, 2]"), ("stDev(x)", "[1, 2, 3, 4]", "1.2909944487358056"),
            ("stDevP(x)", "[2, 4]", "1.0"),
            ("stDev(x)", "[7]", "0.0"), ("percentileDisc(x, 0.5)", "[3, 1, 2, null]", "2"), ("percentileDisc(x, 0)", "[3, 1]", "1"),
            ("percentileCont(x, 0.5)", "[1, 2]", "1.5"), ("percentileCont(x, 1)", "[1, 2]", "2.0"),
            ("percentileCont(x, 0.25)", "[1, 2, 3, 4, 5]", "2.0"),
            ("sum(x)", "[duration('P1D'), duration('P2D')]", "'P3D'"), ("avg(x)", "[duration('P1D'), duration('P3D')]", "'P2D'"),
            ("sum(x) + count(*) * 10", "[1, 2]", "23"),
        ])
    func results(call: String, values: String, result: String) throws {
        #expect(try Self.text(call, of: values) == result)
    }

    @Test(
        "of no rows",
        arguments: [
            ("count(*)", "0"), ("count(x)", "0"), ("sum(x)", "0"), ("avg(x)", "null"), ("min(x)", "null"), ("max(x)", "null"),
            ("collect(x)", "[]"),
            ("stDev(x)", "0.0"), ("percentileDisc(x, 0.5)", "null"), ("percentileCont(x, 0.5)", "null"),
        ])
    func empty(call: String, result: String) throws {
        #expect(try Self.text(call, of: "[]") == result)
    }

    @Test(
        "refuse what they cannot add up",
        arguments: [
            ("sum(x)", "['a']", "InvalidArgumentValue"), ("avg(x)", "[true]", "InvalidArgumentValue"),
            ("avg(x)", "[1, duration('P1D')]", "InvalidArgumentType"),
            ("sum(x)", "[9223372036854775807, 1]", "IntegerOverflow"), ("stDev(x)", "['a']", "InvalidArgumentValue"),
            ("percentileDisc(x, 1.5)", "[1]", "NumberOutOfRange"), ("percentileCont(x, -0.1)", "[1]", "NumberOutOfRange"),
            ("percentileCont(x, 'a')", "[1]", "InvalidArgumentValue"), ("percentileCont(x, 0.5)", "['a']", "InvalidArgumentValue"),
        ])
    func refusals(call: String, values: String, detail: String) throws {
        let error = #expect(throws: QueryError.self) { try Self.text(call, of: values) }
        #expect(error?.detail == detail)
    }

    @Test("the mean of large numbers that differ little keeps its digits")
    func precision() throws {
        #expect(try Self.text("stDevP(x)", of: "[1000000000.0, 1000000002.0]") == "1.0")
    }
}
