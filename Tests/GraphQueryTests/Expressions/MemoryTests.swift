import Testing

@testable import GraphQuery

@Suite("Memory of expressions")
struct MemoryTests {
    private static func detail(_ expression: String, elements: Int) -> String? {
        do {
            _ = try Evaluation.value(expression, limits: QueryLimits(elements: elements))
            return nil
        } catch let error as QueryError {
            return error.detail
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "what grows past the limit is stopped",
        arguments: [
            "range(1, 10000)", "range(1, 600) + range(1, 600)", "[x IN range(1, 100) | range(1, 100)]",
            "reduce(s = 'abc', x IN range(1, 30) | s + s)", "reduce(s = [1], x IN range(1, 30) | [s, s])",
            "reduce(s = {a: 1}, x IN range(1, 30) | {a: s, b: s})", "split(reduce(s = 'abc', x IN range(1, 10) | s + s), '')",
            "replace(reduce(s = 'abc', x IN range(1, 10) | s + s), 'a', '0123456789012345678901234567890123456789')",
        ])
    func growth(expression: String) {
        #expect(Self.detail(expression, elements: 1000) == "MemoryLimit")
    }

    @Test(
        "what is made and dropped again is not",
        arguments: [
            "reduce(s = 0, x IN range(1, 500) | s + size(range(1, 100)))", "size([x IN range(1, 400) WHERE size(range(1, 100)) > 0 | x])",
            "all(x IN range(1, 400) WHERE size(range(1, 100)) > 0)", "size(reduce(s = [], x IN range(1, 300) | s + x))",
        ])
    func passing(expression: String) {
        #expect(Self.detail(expression, elements: 1000) == nil)
    }

    @Test("lists that are made row by row are not added up, those that are kept are")
    func rows() throws {
        let limits = QueryLimits(elements: 3000)
        let dropped = "UNWIND range(1, 500) AS x WITH [y IN range(1, 50) | y] AS l WITH size(l) AS s RETURN sum(s)"
        #expect(try PreparedQuery(dropped).run(on: TestGraph(), limits: limits).rows.count == 1)
        for kept in ["ORDER BY size(l)", "WITH collect(l) AS m", "WITH DISTINCT l"] {
            let query = "UNWIND range(1, 500) AS x WITH x, [y IN range(1, 50) | y + x] AS l "
            let error = #expect(throws: QueryError.self, "\(kept)") {
                let end = kept.hasPrefix("ORDER") ? "RETURN l \(kept) LIMIT 600" : "\(kept) RETURN count(*)"
                _ = try PreparedQuery(query + end).run(on: TestGraph(), limits: limits)
            }
            #expect(error?.detail == "MemoryLimit")
        }
    }

    @Test("lists that are nested ever deeper are stopped")
    func nesting() {
        #expect(Self.detail("reduce(s = [], x IN range(1, 5000) | [s])", elements: 1_000_000) == "NestingLimit")
        #expect(Self.detail("reduce(s = {}, x IN range(1, 5000) | {a: s})", elements: 1_000_000) == "NestingLimit")
    }
}
