/// How actors and statements are called in Cypher, in our own queries and in databases that our export fills.
package enum CypherName {
    /// `person` is `:Person`.
    package static func label(of type: ActorType) -> String {
        type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst()
    }

    /// `spoke-with` is `:SPOKE_WITH`.
    package static func relationshipType(ofRelation relation: String) -> String {
        let name = relation.uppercased().utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }
        return String(decoding: name, as: UTF8.self)
    }
}
