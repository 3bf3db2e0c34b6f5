import KnowledgeGraph

/// An entry of the relation catalogue: a relation type and the words that express it.
struct RelationEntry: Sendable, Hashable {
    var type: RelationType
    /// Kinds of actors that may be its subject and object.
    var from: Set<ActorType>
    var to: Set<ActorType>
    /// The relation to whoever owns the thing, place or event that is acted on: "the raid on Russian bases" is one on Russia.
    var reachesOwner: String?
    var triggers: [Trigger]
    var examples: [RelationExample]
}

/// Words that express a relation, and which of their arguments are its subject and object.
struct Trigger: Sendable, Hashable {
    enum Form: String, Sendable, Hashable, CaseIterable {
        /// Lemmas with their particles: "discuss", "blow up".
        case verbs
        /// "attack", "talk": on their own ("the attack on X") and under a support verb ("launched an attack on X").
        case nouns
        case adjectives
        /// A verb with its object or complement: "impose sanction", "go on strike".
        case phrases
        /// Offices and roles: "minister", "spokesman", in titles, appositions, copulas and possessives.
        case titles
    }

    var form: Form
    /// In the order of the catalogue; phrases are written out, one for each combination.
    var lemmas: [String]
    var subject: RolePattern
    var object: RolePattern
    /// Where the topic stands; nil when the relation has none.
    var topic: RolePattern?
    /// Actors that share one side are each other's objects: "A and B met".
    var isJoint: Bool
    /// The head word of some argument of the pattern must be one of these.
    var requirements: [Condition]
    /// … and must not be one of these.
    var exclusions: [Condition]
    /// Heads of what is not meant, however it was found: "missiles" are not what is attacked.
    var unlikelyObjects: Set<String>
    /// Kinds of actors where they differ from the entry's.
    var from: Set<ActorType>?
    var to: Set<ActorType>?
    var mode: String?
    /// What is said is not (yet) so, whatever the grammar says: "attempt to kill".
    var status: Status?

    struct Condition: Sendable, Hashable {
        var role: RolePattern
        /// `*` stands for any.
        var lemmas: Set<String>

        var isAny: Bool { lemmas.contains("*") }
    }
}

/// A sentence with the statements that it must give, and no others of the same relation.
struct RelationExample: Sendable, Hashable {
    var text: String
    /// `subject | relation | object`, with ` | status` when it is not actual.
    var finds: [String]
    /// Where the example stands in its file.
    var line: Int
}
