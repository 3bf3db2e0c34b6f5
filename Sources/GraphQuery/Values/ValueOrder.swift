extension Value {
    /// Whether this value stands before another in ascending ORDER BY; of two that do not, neither order is wrong.
    ///
    /// The order is total: maps, nodes, relationships, lists, paths, dates with times and zones, dates with times, dates, times with zones,
    /// times, durations, strings, booleans, numbers, NaN, null (openCypher, CIP2016-06-14).
    func isOrdered(before other: Value) -> Bool {
        order(against: other) == .less
    }

    /// `.less`, `.equal` or `.greater`.
    func order(against other: Value) -> Comparison {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): return Comparison(left, right)
        case (.string(let left), .string(let right)): return left.compared(to: right)
        case (.integer, .float), (.float, .integer), (.float, .float): return Self.orderNumbers(self, other)
        case (.boolean, .boolean): return compared(to: other)
        case (.list(let left), .list(let right)): return Self.order(left, right)
        case (.map(let left), .map(let right)): return Self.order(left, right)
        case (.node(let left), .node(let right)): return Comparison(left.number, right.number)
        case (.relationship(let left), .relationship(let right)): return Comparison(left.number, right.number)
        case (.path(let left), .path(let right)): return Self.order(left, right)
        default:
            let ranks = Comparison(rank, other.rank)
            guard ranks == .equal else { return ranks }
            if TemporalFunctions.precedes(self, other) == true { return .less }
            return TemporalFunctions.precedes(other, self) == true ? .greater : .equal
        }
    }

    /// Where the type stands among the others.
    private var rank: Int {
        switch self {
        case .map: 0
        case .node: 1
        case .relationship: 2
        case .list: 3
        case .path: 4
        case .dateTime: 5
        case .localDateTime: 6
        case .date: 7
        case .time: 8
        case .localTime: 9
        case .duration: 10
        case .string: 11
        case .boolean: 12
        case .integer, .float: 13
        case .null: 14
        }
    }

    /// NaN stands after all numbers.
    private static func orderNumbers(_ left: Value, _ right: Value) -> Comparison {
        let comparison = left.compared(to: right)
        guard comparison == .unordered else { return comparison }
        return Comparison(left.isNaN ? 1 : 0, right.isNaN ? 1 : 0)
    }

    private var isNaN: Bool {
        guard case .float(let number) = self else { return false }
        return number.isNaN
    }

    private static func order(_ left: [Value], _ right: [Value]) -> Comparison {
        for (left, right) in zip(left, right) {
            let comparison = left.order(against: right)
            if comparison != .equal { return comparison }
        }
        return Comparison(left.count, right.count)
    }

    /// Smaller maps first, then by keys, then by values in the order of the keys.
    private static func order(_ left: [String: Value], _ right: [String: Value]) -> Comparison {
        let sizes = Comparison(left.count, right.count)
        guard sizes == .equal else { return sizes }
        let leftKeys = sortedKeys(of: left)
        let rightKeys = sortedKeys(of: right)
        for (left, right) in zip(leftKeys, rightKeys) {
            let comparison = left.compared(to: right)
            if comparison != .equal { return comparison }
        }
        for key in leftKeys {
            let comparison = (left[key] ?? .null).order(against: right[key] ?? .null)
            if comparison != .equal { return comparison }
        }
        return .equal
    }

    /// By the first node, relationship, node … that differs, then shorter paths first.
    private static func order(_ left: PathValue, _ right: PathValue) -> Comparison {
        for index in 0..<min(left.nodes.count, right.nodes.count) {
            if index > 0 {
                let comparison = Comparison(left.relationships[index - 1].number, right.relationships[index - 1].number)
                if comparison != .equal { return comparison }
            }
            let comparison = Comparison(left.nodes[index].number, right.nodes[index].number)
            if comparison != .equal { return comparison }
        }
        return Comparison(left.length, right.length)
    }
}
