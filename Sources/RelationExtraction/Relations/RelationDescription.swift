public import KnowledgeGraph

/// What the catalogue says of a relation, for people to read.
public struct RelationDescription: Sendable, Hashable {
    public var type: RelationType
    /// Kinds of actors that may be its subject and object.
    public var subjects: [ActorType]
    public var objects: [ActorType]
    /// In the order of the catalogue.
    public var triggers: [Trigger]
    public var examples: [Example]

    /// Words of one form that express the relation.
    public struct Trigger: Sendable, Hashable {
        /// Such as "verbs" or "phrases".
        public var form: String
        /// Lemmas with their particles.
        public var words: [String]
    }

    /// A sentence, and the statements of this relation in it; none for a sentence that must give none.
    public struct Example: Sendable, Hashable {
        public var text: String
        /// `subject | object`, with ` | status` when it is not actual.
        public var finds: [String]
    }

    init(_ entry: RelationEntry) {
        type = entry.type
        subjects = ActorType.allCases.filter(entry.from.contains)
        objects = ActorType.allCases.filter(entry.to.contains)
        triggers = entry.triggers.map { Trigger(form: $0.form.rawValue, words: $0.lemmas) }
        examples = entry.examples.map { Example(text: $0.text, finds: $0.finds) }
    }
}

extension RelationCatalogue {
    /// Every relation, in the order of the catalogue.
    public var descriptions: [RelationDescription] { entries.map(RelationDescription.init) }

    /// The relation that a statement's rule names; nil when the catalogue has none of that name.
    ///
    /// ```swift
    /// catalogue.description(ofRule: "ASSAULT/attacked#bomb")?.type.name   // "attacked"
    /// ```
    /// The class before the name and the words after it may be left out.
    public func description(ofRule rule: String) -> RelationDescription? {
        let name = rule.prefix { $0 != "#" }.split(separator: "/").last.map(String.init)
        return entries.first { $0.type.name == name }.map(RelationDescription.init)
    }
}
