/// What rows are grouped by: one value, or several in a fixed order.
///
/// Two keys are the same when their values are equivalent (`Value.isEquivalent`): null with null, NaN with NaN, 1 with 1.0.
struct GroupKey: Hashable {
    private enum Content {
        // One value is the common case, and needs no array.
        case single(Value)
        case several([Value])
    }

    private let content: Content

    init(_ value: Value) {
        content = .single(value)
    }

    init(_ values: [Value]) {
        content = values.count == 1 ? .single(values[0]) : .several(values)
    }

    var values: [Value] {
        switch content {
        case .single(let value): [value]
        case .several(let values): values
        }
    }

    static func == (left: Self, right: Self) -> Bool {
        switch (left.content, right.content) {
        case (.single(let left), .single(let right)): left.isEquivalent(to: right)
        case (.several(let left), .several(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch content {
        case .single(let value): value.hashAsKey(into: &hasher)
        case .several(let values):
            for value in values { value.hashAsKey(into: &hasher) }
        }
    }
}

extension Value {
    /// Equivalent values give the same hash.
    fileprivate func hashAsKey(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .float(let value):
            if let whole = Int(exactly: value) {
                hasher.combine(whole)
            } else {
                hasher.combine(value.isNaN ? Double.nan.bitPattern : value.bitPattern)
            }
        case .string(var value): value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .list(let values):
            hasher.combine(values.count)
            for value in values { value.hashAsKey(into: &hasher) }
        case .map(let values):
            // The order of a dictionary is not that of an equal one: keys are combined by a sum.
            var sum = values.count
            for (key, value) in values {
                var entry = Hasher()
                Value.string(key).hashAsKey(into: &entry)
                value.hashAsKey(into: &entry)
                sum &+= entry.finalize()
            }
            hasher.combine(sum)
        case .node(let value): hasher.combine(value.number)
        case .relationship(let value): hasher.combine(value.number)
        case .path(let value): hasher.combine(value)
        case .date(let value): hasher.combine(value)
        case .localTime(let value): hasher.combine(value)
        case .time(let value): hasher.combine(value)
        case .localDateTime(let value): hasher.combine(value)
        case .dateTime(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        }
    }
}
