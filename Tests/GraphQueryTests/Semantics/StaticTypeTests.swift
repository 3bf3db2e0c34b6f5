import Testing

@testable import GraphQuery

@Suite("Static types")
struct StaticTypeTests {
    @Test(
        "two types have one that fits both",
        arguments: [
            (.integer, .integer, .integer), (.integer, .float, .number), (.number, .float, .number), (.integer, .string, .any),
            (.any, .integer, .any),
            (.list(.integer), .list(.float), .list(.number)), (.list(.node), .list(.any), .list(.any)), (.list(.integer), .integer, .any),
        ] as [(StaticType, StaticType, StaticType)])
    func joined(left: StaticType, right: StaticType, both: StaticType) {
        #expect(left.joined(right) == both)
        #expect(right.joined(left) == both)
    }

    @Test("nothing is known of the elements of what is no list, and of no types at all")
    func unknown() {
        #expect(StaticType.string.element == .any)
        #expect([StaticType]().joined() == .any)
    }
}
