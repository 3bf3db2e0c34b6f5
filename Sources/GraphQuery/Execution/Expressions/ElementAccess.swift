extension ExpressionCompiler {
    /// `owner.key`.
    func compileProperty(_ key: String, of owner: Expression, at location: SourceLocation) throws -> Evaluator {
        let node = context.graph.reader(ofNodes: key)
        let relationship = context.graph.reader(ofRelationships: key)
        // A variable is read in place, which spares a call a row.
        if case .variable(let name) = owner.kind, let slot = scope[name] {
            return Evaluator { frame in
                switch frame.slots[slot] {
                case .node(let id): try node(id)
                case .relationship(let id): try relationship(id)
                case let value: try value.field(key, at: location)
                }
            }
        }
        let owner = try evaluator(owner)
        return Evaluator { frame in
            switch try owner(frame) {
            case .node(let id): try node(id)
            case .relationship(let id): try relationship(id)
            case let value: try value.field(key, at: location)
            }
        }
    }

    /// `collection[index]`: an element of a list, negative indexes from its end, or a property by name.
    func compileSubscript(_ collection: Expression, _ index: Expression, at location: SourceLocation) throws -> Evaluator {
        let collection = try evaluator(collection)
        let index = try evaluator(index)
        return Evaluator { frame in
            let owner = try collection(frame)
            switch (owner, try index(frame)) {
            case (.null, _), (_, .null): return .null
            case (.list(let values), .integer(let index)):
                let position = index < 0 ? index + values.count : index
                return values.indices.contains(position) ? values[position] : .null
            case (.list, let index):
                throw QueryError(
                    .typeError, .runtime, "ListElementAccessByNonInteger", "the index of a list is an integer, not \(index.kindName)",
                    at: location)
            case (.map(let values), .string(let key)): return values[key] ?? .null
            case (.node(let node), .string(let key)): return try frame.context.graph.property(key, of: node)
            case (.relationship(let relationship), .string(let key)): return try frame.context.graph.property(key, of: relationship)
            case (.map, let index), (.node, let index), (.relationship, let index):
                throw QueryError(
                    .typeError, .runtime, "MapElementAccessByNonString", "a key is a string, not \(index.kindName)", at: location)
            case (let owner, .string(let key)): return try owner.field(key, at: location)
            default: throw QueryError.wrongOperand("\(owner.kindName) has no elements; [ ] takes a list or a map", at: location)
            }
        }
    }

    /// `list[from..to]`: from the first index up to, without, the second; what lies outside the list is left out.
    func compileSlice(_ list: Expression, from: Expression?, to: Expression?, at location: SourceLocation) throws -> Evaluator {
        let list = try evaluator(list)
        let from = try from.map(evaluator) ?? Evaluator { _ in .integer(0) }
        let to = try to.map(evaluator) ?? Evaluator { _ in .integer(.max) }
        return Evaluator { frame in
            let owner = try list(frame)
            switch (owner, try from(frame), try to(frame)) {
            case (.null, _, _), (_, .null, _), (_, _, .null): return .null
            case (.list(let values), .integer(let from), .integer(let to)):
                let start = Self.position(from, in: values)
                let end = Self.position(to, in: values)
                return .list(start < end ? Array(values[start..<end]) : [])
            case (.list, let from, let to):
                let wrong = if case .integer = from { to } else { from }
                throw QueryError(
                    .typeError, .runtime, "ListElementAccessByNonInteger", "the index of a list is an integer, not \(wrong.kindName)",
                    at: location)
            default: throw QueryError.wrongOperand("\(owner.kindName) has no elements; [..] takes a list", at: location)
            }
        }
    }

    /// An index of a slice as an offset within the list.
    private static func position(_ index: Int, in values: [Value]) -> Int {
        index < 0 ? max(0, index + values.count) : min(index, values.count)
    }
}

extension Value {
    /// `value.key` of a value that is not in the graph: an entry of a map, or a field of a date, a time or a duration.
    fileprivate func field(_ key: String, at location: SourceLocation) throws -> Value {
        switch self {
        case .null: return .null
        case .map(let values): return values[key] ?? .null
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            if let value = try TemporalFunctions.field(key, of: self) { return value }
            throw QueryError.wrongOperand("\(kindName) has no field \(key)", at: location)
        default:
            throw QueryError.wrongOperand("\(kindName) has no property \(key); nodes, relationships and maps have properties", at: location)
        }
    }
}
