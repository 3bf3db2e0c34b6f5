import Testing

@testable import GraphQuery

@Suite("Size of values")
struct ValueSizeTests {
    @Test("a value is small")
    func layout() {
        #expect(MemoryLayout<Value>.size <= 17)
    }

    @Test("counts what is in lists, maps and strings")
    func elements() throws {
        #expect(try Value.integer(1).elementCount == 1)
        #expect(try Value.string(String(repeating: "a", count: 240)).elementCount == 11)
        #expect(try Value.list([.null, .list([.null, .null])]).elementCount == 5)
        #expect(try Value.map(["a": .list([.null])]).elementCount == 4)
    }

    @Test("what shares its parts counts in full")
    func shared() throws {
        var value = Value.integer(1)
        for _ in 0..<10 { value = .list([value, value]) }
        #expect(try value.elementCount == 2047)
    }

    @Test("nesting has an end")
    func nesting() {
        var value = Value.integer(1)
        for _ in 0..<400 { value = .list([value]) }
        #expect(throws: QueryError.self) { try value.elementCount }
    }
}
