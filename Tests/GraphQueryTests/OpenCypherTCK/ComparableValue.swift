@testable import GraphQuery

/// A value of a result, or one that a scenario expects, told apart by what can be seen of it: a node by its labels and properties, not
/// by its number. Integers and floats differ; temporal values are the strings that openCypher writes them as.
indirect enum ComparableValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// Never NaN, which equals nothing.
    case float(Double)
    case notANumber
    case string(String)
    case list([ComparableValue])
    case map([String: ComparableValue])
    case node(Node)
    case relationship(Relationship)
    case path(Node, [Step])

    struct Node: Sendable, Hashable {
        var labels: Set<String>
        var properties: [String: ComparableValue]
    }

    struct Relationship: Sendable, Hashable {
        var type: String
        var properties: [String: ComparableValue]
    }

    struct Step: Sendable, Hashable {
        var relationship: Relationship
        /// True for `-[:T]->`, false for `<-[:T]-`.
        var isForward: Bool
        var node: Node
    }

    static func number(_ number: Double) -> Self {
        number.isNaN ? .notANumber : .float(number)
    }

    /// The lists in it, at any depth, in an order that depends on their elements alone.
    var withSortedLists: Self {
        switch self {
        case .list(let elements): .list(elements.map(\.withSortedLists).sorted { $0.description < $1.description })
        case .map(let entries): .map(entries.mapValues(\.withSortedLists))
        case .node(let node): .node(node.withSortedLists)
        case .relationship(let relationship): .relationship(relationship.withSortedLists)
        case .path(let start, let steps):
            .path(
                start.withSortedLists,
                steps.map {
                    Step(
                        relationship: $0.relationship.withSortedLists, isForward: $0.isForward, node: $0.node.withSortedLists)
                })
        default: self
        }
    }
}

extension ComparableValue.Node {
    fileprivate var withSortedLists: Self { Self(labels: labels, properties: properties.mapValues(\.withSortedLists)) }
}

extension ComparableValue.Relationship {
    fileprivate var withSortedLists: Self { Self(type: type, properties: properties.mapValues(\.withSortedLists)) }
}

// MARK: As the scenarios write them

extension ComparableValue: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .float(let value): value.isInfinite ? (value < 0 ? "-Inf" : "Inf") : String(value)
        case .notANumber: "NaN"
        case .string(let text): "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .map(let entries): Self.text(of: entries)
        case .node(let node): node.description
        case .relationship(let relationship): relationship.description
        case .path(let start, let steps): "<\(start)\(steps.map(\.description).joined())>"
        }
    }

    fileprivate static func text(of entries: [String: ComparableValue]) -> String {
        "{\(entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
}

extension ComparableValue.Node: CustomStringConvertible {
    var description: String {
        let names = labels.sorted().map { ":\($0)" }.joined()
        let parts = [names, properties.isEmpty ? "" : ComparableValue.text(of: properties)]
        return "(\(parts.filter { !$0.isEmpty }.joined(separator: " ")))"
    }
}

extension ComparableValue.Relationship: CustomStringConvertible {
    var description: String { "[:\(type)\(properties.isEmpty ? "" : " " + ComparableValue.text(of: properties))]" }
}

extension ComparableValue.Step: CustomStringConvertible {
    var description: String { "\(isForward ? "-" : "<-")\(relationship)\(isForward ? "->" : "-")\(node)" }
}

// MARK: From and to the values of queries

extension ComparableValue {
    /// What can be seen of a value of a query over the graph.
    init(_ value: Value, in graph: any PropertyGraph) throws {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .float(let value): self = .number(value)
        case .string(let text): self = .string(text)
        case .list(let elements): self = .list(try elements.map { try Self($0, in: graph) })
        case .map(let entries): self = .map(try entries.mapValues { try Self($0, in: graph) })
        case .node(let node): self = .node(try Node(node, in: graph))
        case .relationship(let relationship): self = .relationship(try Relationship(relationship, in: graph))
        case .path(let path):
            self = .path(
                try Node(path.nodes[0], in: graph),
                try zip(path.relationships, zip(path.nodes, path.nodes.dropFirst())).map { relationship, nodes in
                    Step(
                        relationship: try Relationship(relationship, in: graph),
                        isForward: try graph.ends(of: relationship) == (nodes.0, nodes.1), node: try Node(nodes.1, in: graph))
                })
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            guard let text = TemporalFunctions.text(value) else { throw WithoutText(value: value) }
            self = .string(text)
        }
    }

    /// The value as a parameter of a query; nil for nodes, relationships and paths.
    var parameter: Value? {
        switch self {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .integer(let value): return .integer(value)
        case .float(let value): return .float(value)
        case .notANumber: return .float(.nan)
        case .string(let text): return .string(text)
        case .list(let elements):
            let values = elements.compactMap(\.parameter)
            return values.count == elements.count ? .list(values) : nil
        case .map(let entries):
            let values = entries.compactMapValues(\.parameter)
            return values.count == entries.count ? .map(values) : nil
        case .node, .relationship, .path: return nil
        }
    }

    struct WithoutText: Error {
        var value: Value
    }
}

extension ComparableValue.Node {
    init(_ node: NodeID, in graph: any PropertyGraph) throws {
        labels = Set(try graph.labels(of: node))
        properties = try graph.properties(of: node).mapValues { try ComparableValue($0, in: graph) }
    }
}

extension ComparableValue.Relationship {
    init(_ relationship: RelationshipID, in graph: any PropertyGraph) throws {
        type = try graph.type(of: relationship)
        properties = try graph.properties(of: relationship).mapValues { try ComparableValue($0, in: graph) }
    }
}
