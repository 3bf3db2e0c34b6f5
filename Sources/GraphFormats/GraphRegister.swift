import KnowledgeGraph

/// Who and what a graph speaks of, from one pass over its statements, each in order of first mention.
///
/// Formats that define things before they refer to them read this first; it grows with actors, documents, relations and rules only.
struct GraphRegister {
    /// An actor with all that the graph calls it.
    struct Entry {
        var id: Actor.ID
        /// The first type that a statement gives; then others, if statements disagree.
        var types: [ActorType] = []
        /// The fullest name first, then the other names (not pronouns and descriptions) that texts use.
        var names: [String] = []
    }

    /// A relation type, as the first statement of it has it.
    struct Relation {
        var name: String
        var relationClass: RelationClass
        var isSymmetric: Bool
    }

    private(set) var actors: [Entry] = []
    private(set) var relations: [Relation] = []
    private(set) var rules: [String] = []
    /// Those that statements name, then by id those that are known and have no statement.
    private(set) var documents: [DocumentDetails] = []

    private var indexOfActor: [ExactText: Int] = [:]

    init(_ graph: some GraphContents) {
        var seenRelations: Set<ExactText> = []
        var seenRules: Set<ExactText> = []
        var seenDocuments: Set<ExactText> = []
        for statement in graph.statements {
            add(statement.subject)
            add(statement.object)
            if let speaker = statement.attribution, let id = speaker.id { add(id, name: speaker.name, type: nil) }
            if seenRelations.insert(ExactText(text: statement.relation)).inserted {
                relations.append(
                    Relation(
                        name: statement.relation, relationClass: statement.relationClass, isSymmetric: statement.isSymmetric))
            }
            if !statement.rule.isEmpty, seenRules.insert(ExactText(text: statement.rule)).inserted { rules.append(statement.rule) }
            if seenDocuments.insert(ExactText(text: statement.document)).inserted {
                documents.append(graph.documents[statement.document] ?? DocumentDetails(id: statement.document))
            }
        }
        let silent = graph.documents.values.filter { !seenDocuments.contains(ExactText(text: $0.id)) }
        documents += silent.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// The entry of an actor that a statement names.
    func entry(of id: Actor.ID) -> Entry? { indexOfActor[ExactText(text: id)].map { actors[$0] } }

    private mutating func add(_ participant: Participant) {
        let actor = participant.actor
        let index = add(actor.id, name: actor.name, type: actor.type)
        if let mention = participant.mention?.text, !mention.isEmpty, !actors[index].names.contains(mention), MentionName.isName(mention) {
            actors[index].names.append(mention)
        }
    }

    @discardableResult
    private mutating func add(_ id: Actor.ID, name: String, type: ActorType?) -> Int {
        let index = indexOfActor[ExactText(text: id)] ?? actors.count
        if index == actors.count {
            indexOfActor[ExactText(text: id)] = index
            actors.append(Entry(id: id))
        }
        if let type, !actors[index].types.contains(type) {
            // A subject's or object's name is the canonical one; a speaker's is only what the text calls it.
            if actors[index].types.isEmpty { actors[index].names.removeAll { $0 == name } }
            actors[index].names.insert(contentsOf: actors[index].types.isEmpty ? [name] : [], at: 0)
            actors[index].types.append(type)
        }
        if !actors[index].names.contains(name) { actors[index].names.append(name) }
        return index
    }
}
