extension Value {
    /// How deep lists and maps may be nested: whoever walks through a value needs a level of the stack for each.
    private static let maximumNesting = 300

    /// What the value holds, in elements of memory (24 bytes): 1, more for strings and for what lists and maps hold.
    ///
    /// Costs a visit of every element of a list or map. What two lists share counts twice: whoever reads them sees it twice. Throws when
    /// lists and maps are nested more than 300 deep.
    var elementCount: Int {
        get throws { try elementCount(at: 0) }
    }

    private func elementCount(at depth: Int) throws -> Int {
        switch self {
        case .string(let text): return 1 + text.utf8.count / 24
        case .path(let path): return 1 + path.nodes.count
        case .list(let values):
            try Self.check(depth)
            var sum = 1
            for value in values { sum &+= try value.elementCount(at: depth + 1) }
            return sum
        case .map(let values):
            try Self.check(depth)
            var sum = 1
            for (key, value) in values { sum &+= try 1 + key.utf8.count / 24 + value.elementCount(at: depth + 1) }
            return sum
        default: return 1
        }
    }

    private static func check(_ depth: Int) throws {
        guard depth < maximumNesting else {
            throw QueryError(
                .limitReached, .runtime, "NestingLimit", "lists and maps are nested more than \(maximumNesting) deep; keep them flat")
        }
    }
}
