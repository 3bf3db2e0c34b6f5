import KnowledgeGraph

/// How actors and statements look to a query: labels, relationship types, properties.
enum GraphVocabulary {
    /// `person` is `:Person`.
    static func label(of type: ActorType) -> String {
        CypherName.label(of: type)
    }

    static func actorType(ofLabel label: String) -> ActorType? { actorTypes[label] }

    private static let actorTypes = Dictionary(uniqueKeysWithValues: ActorType.allCases.map { (label(of: $0), $0) })

    /// `spoke-with` is `:SPOKE_WITH`.
    static func relationshipType(ofRelation relation: String) -> String {
        CypherName.relationshipType(ofRelation: relation)
    }

    static func date(_ daysSince1970: Int?) -> Value {
        daysSince1970.map { .date(LocalDate(daysSince1970: $0)) } ?? .null
    }

    static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
}

/// The properties of a relationship, in the order in which they are listed.
enum StatementProperty: String, CaseIterable {
    case relation
    case relationClass = "class"
    case status, since, until, place, topic, speaker, confidence, sentence, document
    /// How many statements report the same event: same actors, relation, status and first day.
    case reports
    case mode, predicate, detail, rule, id
}

/// The properties of a node.
enum ActorProperty: String, CaseIterable {
    case id, name, type, aliases
}
