extension Value {
    /// What `<`, `<=`, `>` and `>=` find.
    enum Comparison: Sendable, Hashable {
        case less, equal, greater
        /// One is NaN: each of the four operators is false.
        case unordered
        /// A null, or types that are not compared: each of the four operators is null.
        case incomparable
    }

    /// Compares two values as `<` and its like do: numbers with each other, otherwise only values of one type; lists by their first
    /// difference. Nodes, relationships, paths, maps and durations have no order of this kind.
    func compared(to other: Value) -> Comparison {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): Comparison(left, right)
        case (.float(let left), .float(let right)): left.compared(to: right)
        case (.integer(let left), .float(let right)): right.compared(to: left).reversed
        case (.float(let left), .integer(let right)): left.compared(to: right)
        case (.string(let left), .string(let right)): left.compared(to: right)
        case (.boolean(let left), .boolean(let right)): Comparison(left ? 1 : 0, right ? 1 : 0)
        case (.list(let left), .list(let right)): Self.compare(left, right)
        case (.date, .date), (.localTime, .localTime), (.time, .time), (.localDateTime, .localDateTime), (.dateTime, .dateTime):
            TemporalFunctions.precedes(self, other) == true
                ? .less : TemporalFunctions.precedes(other, self) == true ? .greater : .equal
        default: .incomparable
        }
    }

    private static func compare(_ left: [Value], _ right: [Value]) -> Comparison {
        for (left, right) in zip(left, right) {
            let comparison = left.compared(to: right)
            if comparison != .equal { return comparison }
        }
        return Comparison(left.count, right.count)
    }
}

extension Value.Comparison {
    init(_ left: Int, _ right: Int) {
        self = left < right ? .less : left == right ? .equal : .greater
    }

    var reversed: Self {
        switch self {
        case .less: .greater
        case .greater: .less
        default: self
        }
    }
}

extension Double {
    func compared(to other: Double) -> Value.Comparison {
        self < other ? .less : self == other ? .equal : self > other ? .greater : .unordered
    }

    /// Exact: the integer is not rounded to a float.
    func compared(to integer: Int) -> Value.Comparison {
        if isNaN { return .unordered }
        guard let floor = Int(exactly: rounded(.down)) else { return self < 0 ? .less : .greater }
        if floor != integer { return floor < integer ? .less : .greater }
        return self > Double(floor) ? .greater : .equal
    }
}

extension String {
    /// By code points, whose order is that of their bytes in UTF-8.
    func compared(to other: String) -> Value.Comparison {
        let comparison = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in Self.compare(left, right) }
        }
        if case .some(.some(let comparison)) = comparison { return comparison }
        return Self.compare(Array(utf8), Array(other.utf8))
    }

    private static func compare<Bytes: RandomAccessCollection>(_ left: Bytes, _ right: Bytes) -> Value.Comparison
    where Bytes.Element == UInt8, Bytes.Index == Int {
        for index in 0..<Swift.min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index] ? .less : .greater
        }
        return Value.Comparison(left.count, right.count)
    }
}
