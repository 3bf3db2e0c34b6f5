import KnowledgeGraph

/// What a common noun may denote, most likely first.
struct NounKind: Sendable, Hashable {
    enum Kind: Character {
        case person = "p", organization = "o", group = "g", country = "c", facility = "f", place = "l", event = "e", thing = "t", abstract =
            "a"
    }

    var kinds: [Kind]
    var gender: Gender?

    var first: Kind { kinds.first ?? .abstract }

    func may(_ kind: Kind) -> Bool { kinds.contains(kind) }

    static let abstract = NounKind(kinds: [.abstract], gender: nil)
}

enum Gender: Character, Sendable {
    case feminine = "f", masculine = "m"
}

extension NounKind.Kind {
    /// The type of an actor of this kind; what is abstract counts as a thing.
    var actorType: ActorType {
        switch self {
        case .person: .person
        case .organization: .organization
        case .group: .group
        case .country: .country
        case .facility: .facility
        case .place: .place
        case .event: .event
        case .thing, .abstract: .thing
        }
    }
}
