extension Value {
    /// Whether two values are equal, as `=` has it; nil when a null leaves that open.
    ///
    /// Integers and floats are compared by what they stand for, NaN equals nothing, values of different types are not equal. Lists and maps
    /// are equal when all their parts are; one part that differs decides, nulls elsewhere or not.
    func equals(_ other: Value) -> Bool? {
        switch (self, other) {
        case (.null, _), (_, .null): nil
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.float(let left), .float(let right)): left == right
        case (.integer(let left), .float(let right)): Int(exactly: right) == left
        case (.float(let left), .integer(let right)): Int(exactly: left) == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.list(let left), .list(let right)): Self.areEqual(left, right)
        case (.map(let left), .map(let right)): Self.areEqual(left, right)
        case (.node(let left), .node(let right)): left == right
        case (.relationship(let left), .relationship(let right)): left == right
        case (.path(let left), .path(let right)): left == right
        case (.date(let left), .date(let right)): left == right
        case (.localTime(let left), .localTime(let right)): left == right
        case (.time(let left), .time(let right)): left == right
        case (.localDateTime(let left), .localDateTime(let right)): left == right
        case (.dateTime(let left), .dateTime(let right)): left == right
        case (.duration(let left), .duration(let right)): left == right
        default: false
        }
    }

    /// Whether two values count as one for DISTINCT and grouping: as `equals`, but null equals null and NaN equals NaN.
    func isEquivalent(to other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.float(let left), .float(let right)): left == right || (left.isNaN && right.isNaN)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.allSatisfy { key, value in right[key].map { value.isEquivalent(to: $0) } ?? false }
        default: equals(other) ?? false
        }
    }

    private static func areEqual(_ left: [Value], _ right: [Value]) -> Bool? {
        guard left.count == right.count else { return false }
        var result: Bool? = true
        for (left, right) in zip(left, right) {
            switch left.equals(right) {
            case false?: return false
            case nil: result = nil
            case true?: continue
            }
        }
        return result
    }

    private static func areEqual(_ left: [String: Value], _ right: [String: Value]) -> Bool? {
        guard left.count == right.count else { return false }
        var result: Bool? = true
        for (key, leftValue) in left {
            guard let rightValue = right[key] else { return false }
            switch leftValue.equals(rightValue) {
            case false?: return false
            case nil: result = nil
            case true?: continue
            }
        }
        return result
    }
}

extension String {
    /// Whether two strings are the same code points: openCypher does not hold composed and decomposed letters equal, as Swift's `==` does.
    func hasSameBytes(as other: String) -> Bool {
        let bytes = utf8
        let others = other.utf8
        guard bytes.count == others.count else { return false }
        return bytes.withContiguousStorageIfAvailable { left in
            others.withContiguousStorageIfAvailable { right in left.elementsEqual(right) }
        }.flatMap { $0 } ?? bytes.elementsEqual(others)
    }
}
