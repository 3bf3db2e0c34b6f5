public import GraphStore
public import KnowledgeGraph

/// Changes to a graph store, one transaction each, and what the store must hold after so many of them.
///
/// The same for everybody who asks: a program that is killed while it makes them, and the test that looks at what is left.
public struct StoreWorkload: Sendable {
    /// Begins the ids of its documents, so that several may work on one store.
    private let name: String
    /// Whether no change takes anything away: then others may add to the same store.
    private let onlyAdding: Bool
    /// Documents that have been added and not removed.
    public private(set) var documents: [String: [Statement]] = [:]
    /// What its file of statements says, of a document that comes and goes and of itself.
    private var file: [Statement] = []
    private var isMerged = false

    /// Ids of two actors that are merged and split.
    private static let (twin, otherTwin) = ("person/twin", "person/other-twin")

    /// After the first `steps` changes.
    public init(name: String, after steps: Int, onlyAdding: Bool = false) {
        self.name = name
        self.onlyAdding = onlyAdding
        for step in 0..<steps { note(step) }
    }

    /// What a store that holds nothing else says, by document id.
    public var statements: [Statement] {
        let filed = Dictionary(grouping: file, by: \.document)
        return documentIDs.flatMap { (documents[$0, default: []] + filed[$0, default: []]).map(read) }
    }

    /// Documents that have been added, and those that the file names; in order.
    public var documentIDs: [String] { Set(documents.keys).union(file.map(\.document)).sorted() }

    /// Makes one change in a store in which all those before it have been made.
    public mutating func apply(_ step: Int, to store: GraphStore) throws {
        switch change(step) {
        case .add: try store.add(added(step).map { (Self.document($0.id, $0.statements), $0.statements) })
        case .addFile:
            var rest = filed(step).makeIterator()
            try store.add(file: fileID) { rest.next().map { SourcedStatement($0) } }
        case .remove(let other): try store.remove(document: id(other))
        case .merge: try store.merge(Self.twin, into: Self.otherTwin, reason: "step \(step)", time: "2025-01-01")
        case .split: try store.split(Self.twin)
        }
        note(step)
    }

    private enum Change {
        case add, addFile
        case remove(Int)
        case merge, split
    }

    private func change(_ step: Int) -> Change {
        switch step % 10 {
        case _ where onlyAdding: .add
        case 1: .addFile
        case 5, 9: .remove(step - 3)
        case 7: .merge
        case 8: .split
        default: .add
        }
    }

    private mutating func note(_ step: Int) {
        switch change(step) {
        case .add: for (id, statements) in added(step) { documents[id] = statements }
        case .addFile: file = filed(step)
        case .remove(let other): documents[id(other)] = nil
        case .merge: isMerged = true
        case .split: isMerged = false
        }
    }

    /// One document; seven at once, or an old one with other content.
    private func added(_ step: Int) -> [(id: String, statements: [Statement])] {
        switch step % 10 {
        case 3: (0..<7).map { entry("\(id(step))-\($0)", step) }
        case 4 where !onlyAdding: [entry(id(step - 4), step)]
        default: [entry(id(step), step)]
        }
    }

    private func id(_ step: Int) -> String { "\(name)-\(step)" }

    private var fileID: String { "\(name)-file" }

    /// Statements of the document that was added last, which will have other content soon, and of the file itself.
    private func filed(_ step: Int) -> [Statement] {
        [id(step - 1), fileID].flatMap { document in
            (10..<14).map { Self.statement(document: document, number: $0, subject: Self.actors[$0 % 5], object: Self.actors[2], step) }
        }
    }

    private func entry(_ id: String, _ step: Int) -> (id: String, statements: [Statement]) {
        let statements = (0..<6).map { number in
            Self.statement(document: id, number: number, subject: Self.actors[(step + number) % 5], object: Self.actors[number % 4], step)
        }
        return (id, statements)
    }

    private static let actors = [
        Actor(id: twin, name: "Twin", type: .person), Actor(id: otherTwin, name: "Twin", type: .person),
        Actor(id: "person/ana-ruiz", name: "Ana Ruiz", type: .person), Actor(id: "country/mali", name: "Mali", type: .country),
        Actor(id: "organization/acme", name: "Acme", type: .organization),
    ]

    private static func sentence(_ document: String, _ number: Int) -> String {
        "In \(document) it is said for the \(number)th time that talks on grain and peace went on."
    }

    private static func document(_ id: String, _ statements: [Statement]) -> GraphDocument {
        let text = statements.map(\.evidence.sentence).joined(separator: " ")
        // The length of the title tells versions of one document apart; large texts make for transactions of several pages.
        return GraphDocument(id: id, title: statements[0].rule, text: text + String(repeating: " And so on.", count: 3000))
    }

    private static func statement(document: String, number: Int, subject: Actor, object: Actor, _ step: Int) -> Statement {
        let sentence = sentence(document, number)
        let start = number * (sentence.utf8.count + 1)
        return Statement(
            id: "\(document)/\(number)", document: document, subject: Participant(actor: subject, mention: nil), relation: "met-with",
            relationClass: .consult, object: Participant(actor: object), isSymmetric: true, status: .actual,
            predicate: .init(text: "went", lemma: "go", span: start..<start + 4),
            date: StatementDate(
                start: CalendarDate(daysSince1970: 20_000 + step), end: CalendarDate(daysSince1970: 20_000 + step), precision: .day,
                text: nil, source: .document),
            evidence: Evidence(sentence: sentence, index: number, span: start..<start + sentence.utf8.count), confidence: 0.5,
            rule: "step \(step)")
    }

    /// As a store reads it back.
    private func read(_ statement: Statement) -> Statement {
        guard isMerged else { return statement }
        var statement = statement
        if statement.subject.actor.id == Self.twin { statement.subject.actor.id = Self.otherTwin }
        if statement.object.actor.id == Self.twin { statement.object.actor.id = Self.otherTwin }
        return statement
    }
}
