import Foundation
import Synchronization
import Testing

@testable import GraphQuery

@Suite("Limits of the parser")
struct ParserLimitTests {
    @Test(
        "the deepest queries are read, checked and let go on a stack of 512 KB",
        arguments: [
            ("(", "1", ")"), ("[", "1", "]"), ("{a: ", "1", "}"), ("toString(", "1", ")"), ("CASE WHEN true THEN ", "1", " END"),
            ("[x IN ", "[]", " | x]"), ("[x IN [1] WHERE ", "true", " | x] = []"), ("[1][", "0", "]"), ("1 + (", "1", ")"),
            ("NOT (", "true", ")"),
            ("-(", "1", ")"), ("[({x: ", "1", "})-->() | 1]"), ("[()-->() | ", "1", "]"), ("reduce(s = ", "1", ", x IN [1] | s)"),
            ("all(x IN [1] WHERE ", "true", ")"), ("EXISTS { MATCH (n) WHERE ", "true", " RETURN 1 AS one }"), ("1 = (", "1", ")"),
        ])
    func smallStack(open: String, core: String, close: String) throws {
        let ending = Ending()
        let thread = Thread {
            var depth = 1
            var detail = "valid"
            while detail == "valid" {
                let text = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
                do { detail = try ParsedQuery.detail("RETURN \(text) AS x") } catch { detail = "\(error)" }
                depth += 1
            }
            ending.set(depth: depth - 2, detail: detail)
        }
        thread.stackSize = 512 << 10
        thread.start()
        let (depth, detail) = ending.wait()
        #expect(detail == "NestingTooDeep")
        #expect(depth >= 8)
    }

    @Test("chains of what does not nest may be long", arguments: [" OR x", " AND x", " XOR x", " < x"])
    func longChains(link: String) throws {
        #expect(try ParsedQuery.error("WITH true AS x RETURN x" + String(repeating: link, count: 20_000) + " AS y") == nil)
    }

    @Test("chains that make high trees may not", arguments: [" + 1", "[0]", ".a", " IS NULL", " IN []"])
    func highChains(link: String) throws {
        #expect(try ParsedQuery.detail("WITH {} AS x RETURN x" + String(repeating: link, count: 200)) == "NestingTooDeep")
    }

    @Test("a query may have 150 clauses, nodes and relationships, and 1000 columns")
    func parts() throws {
        #expect(try ParsedQuery.error(String(repeating: "UNWIND [1] AS x WITH 1 AS y ", count: 74) + "RETURN 1") == nil)
        #expect(try ParsedQuery.detail(String(repeating: "UNWIND [1] AS x WITH 1 AS y ", count: 75) + "RETURN 1") == "QueryTooLarge")
        #expect(try ParsedQuery.detail("MATCH (a)" + String(repeating: "--()", count: 80) + " RETURN a") == "QueryTooLarge")
        #expect(try ParsedQuery.detail("RETURN " + (0...1000).map { "\($0)" }.joined(separator: ", ")) == "QueryTooLarge")
        // Parts of a UNION run one after the other.
        #expect(try ParsedQuery.error("RETURN 1 AS x" + String(repeating: " UNION RETURN 1 AS x", count: 500)) == nil)
    }

    @Test("a query may have a megabyte")
    func length() throws {
        let spaces = String(repeating: " ", count: Parser.maximumLength - 8)
        #expect(try ParsedQuery.error("RETURN\(spaces) 1") == nil)
        #expect(try ParsedQuery.detail("RETURN\(spaces)  1") == "QueryTooLong")
    }

    /// What the thread found; a class: the thread and the test share it.
    private final class Ending: Sendable {
        private let found = Mutex<(Int, String)?>(nil)

        func set(depth: Int, detail: String) {
            found.withLock { $0 = (depth, detail) }
        }

        func wait() -> (Int, String) {
            while true {
                if let found = found.withLock({ $0 }) { return found }
                Thread.sleep(forTimeInterval: 0.001)
            }
        }
    }
}
