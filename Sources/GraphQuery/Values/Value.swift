/// A value of openCypher: what expressions give and results hold.
public enum Value: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case list([Value])
    case map([String: Value])
    /// A node of the graph that the query runs over; `QueryResult` describes those in a result.
    case node(NodeID)
    case relationship(RelationshipID)
    indirect case path(PathValue)
    case date(LocalDate)
    case localTime(LocalTime)
    case time(OffsetTime)
    case localDateTime(LocalDateTime)
    indirect case dateTime(ZonedDateTime)
    indirect case duration(CalendarDuration)
}

/// A node's number in its graph: stable while the graph is not changed.
public struct NodeID: Sendable, Hashable, Comparable {
    public var number: Int

    public init(_ number: Int) {
        self.number = number
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A relationship's number in its graph: stable while the graph is not changed.
public struct RelationshipID: Sendable, Hashable, Comparable {
    public var number: Int

    public init(_ number: Int) {
        self.number = number
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A walk through the graph: one more node than relationships.
public struct PathValue: Sendable, Hashable {
    public var nodes: [NodeID]
    public var relationships: [RelationshipID]

    public init(nodes: [NodeID], relationships: [RelationshipID]) {
        precondition(nodes.count == relationships.count + 1, "a path has one more node than relationships")
        self.nodes = nodes
        self.relationships = relationships
    }

    public var length: Int { relationships.count }
}
