import KnowledgeGraph

/// Who and what a graph speaks of, from one pass over its statements, each in order of first mention.
///
/// Formats that define things before they refer to them read this first; it grows with actors, documents, relations and rules only.
struct GraphRegister {
    /// An actor with all that the graph calls it.
    struct Entry {
        var id: Actor.ID
        /// nil for a speaker that takes part in no statement.
        var type: ActorType?
        var name: String
        var aliases: [String]
    }

    /// A relation type, as the first statement of it has it.
    struct Relation {
        var name: String
        var relationClass: RelationClass
        var isSymmetric: Bool
    }

    /// Those of statements, then those that only speak.
    private(set) var actors: [Entry] = []
    private(set) var relations: [Relation] = []
    private(set) var rules: [String] = []
    /// Those that statements name, then by id those that are known and have no statement.
    private(set) var documents: [DocumentDetails] = []

    private var indexOfActor: [ByteText: Int] = [:]

    init(_ graph: some GraphContents) {
        var mentions: [[String: Int]] = []
        var speakers = FirstMentions()
        var (relationNames, ruleNames, documentIDs) = (FirstMentions(), FirstMentions(), FirstMentions())
        let nodes = ActorNodes(of: graph.statements) { node, participant, statement in
            if node == mentions.count { mentions.append([:]) }
            if let text = participant.mention?.text, text != participant.actor.name, MentionName.isName(text) {
                mentions[node][text, default: 0] += 1
            }
            if relationNames.insert(statement.relation) {
                relations.append(
                    Relation(name: statement.relation, relationClass: statement.relationClass, isSymmetric: statement.isSymmetric))
            }
            if !statement.rule.isEmpty, ruleNames.insert(statement.rule) { rules.append(statement.rule) }
            if documentIDs.insert(statement.document) {
                documents.append(graph.documents[statement.document] ?? DocumentDetails(id: statement.document))
            }
            if let speaker = statement.attribution, let id = speaker.id { speakers.insert(id, name: speaker.name) }
        }.nodes
        for (node, mentions) in zip(nodes, mentions) {
            add(Entry(id: node.actor.id, type: node.actor.type, name: node.actor.name, aliases: node.aliases(mentions: mentions)))
        }
        for speaker in speakers.list where entry(of: speaker.id) == nil {
            add(Entry(id: speaker.id, type: nil, name: speaker.name, aliases: []))
        }
        let silent = graph.documents.values.filter { documentIDs.insert($0.id) }
        documents += silent.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// The entry of an actor that a statement names.
    func entry(of id: Actor.ID) -> Entry? { indexOfActor[ByteText(id)].map { actors[$0] } }

    private mutating func add(_ entry: Entry) {
        indexOfActor[ByteText(entry.id)] = actors.count
        actors.append(entry)
    }
}

/// What has been named so far, each with the name it had then.
private struct FirstMentions {
    private(set) var list: [(id: String, name: String)] = []
    private var seen: Set<ByteText> = []

    /// True for what was not named before.
    @discardableResult
    mutating func insert(_ id: String, name: String = "") -> Bool {
        guard seen.insert(ByteText(id)).inserted else { return false }
        list.append((id, name))
        return true
    }
}
