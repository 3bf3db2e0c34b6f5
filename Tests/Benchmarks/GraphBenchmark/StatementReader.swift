import GraphStore
import KnowledgeGraph

/// Makes documents and statements of rows of the files, with the spans of words: a sentence reads "SUBJECT did OBJECT …, SPEAKER said."
struct StatementReader {
    private let actors: [String: Actor]
    /// What comes up again and again is read once.
    private var days: [String: CalendarDate] = [:]
    private var verbs: [String: String] = [:]

    init(actors: [String: Actor]) {
        self.actors = actors
    }

    /// The document's text is its sentences, one a line.
    mutating func entry(_ document: [String], _ rows: [[String]]) -> InventedNews.Entry {
        var text = ""
        var statements: [Statement] = []
        statements.reserveCapacity(rows.count)
        for row in rows {
            statements.append(statement(row, sentenceStart: text.utf8.count))
            text += row[StatementColumn.sentence]
            text += "\n"
        }
        return (GraphDocument(id: document[0], date: day(document[1]), title: document[2], text: text), statements)
    }

    private mutating func statement(_ row: [String], sentenceStart start: Int) -> Statement {
        let (relation, sentence) = (row[StatementColumn.relation], row[StatementColumn.sentence])
        let (place, speaker) = (row[StatementColumn.place], row[StatementColumn.speaker])
        guard let subject = actors[row[StatementColumn.subject]], let object = actors[row[StatementColumn.object]],
            let relationClass = RelationClass(rawValue: row[StatementColumn.relationClass]),
            let status = Status(rawValue: row[StatementColumn.status]), let day = day(row[StatementColumn.day]),
            let number = Int(row[StatementColumn.number]), let confidence = Double(row[StatementColumn.confidence]),
            let verb = verb(of: relation, in: sentence, after: subject, before: object)
        else { preconditionFailure("statements.tsv has a row that generate.py does not write: \(row)") }
        let verbStart = start + subject.name.utf8.count + 1
        let verbSpan = verbStart..<verbStart + verb.utf8.count
        let speechEnd = start + sentence.utf8.count - " said.".utf8.count
        return Statement(
            id: row[StatementColumn.id], document: row[StatementColumn.document], subject: participant(subject, at: start),
            relation: relation, relationClass: relationClass, object: participant(object, at: verbSpan.upperBound + 1),
            isSymmetric: row[StatementColumn.symmetric] == "1", status: status,
            predicate: Statement.Predicate(text: verb, lemma: verb, span: verbSpan),
            attribution: speaker.isEmpty
                ? nil
                : Statement.Attribution(name: speaker, id: nil, verb: "said", span: speechEnd - speaker.utf8.count..<speechEnd),
            date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document), place: place.isEmpty ? nil : place,
            topic: row[StatementColumn.topic],
            evidence: Evidence(sentence: sentence, index: number, span: start..<start + sentence.utf8.count), confidence: confidence,
            rule: "\(relationClass.rawValue)/\(relation)#\(verb)")
    }

    private func participant(_ actor: Actor, at start: Int) -> Participant {
        Participant(actor: actor, mention: TextSpan(text: actor.name, span: start..<start + actor.name.utf8.count))
    }

    private mutating func day(_ text: String) -> CalendarDate? {
        if let known = days[text] { return known }
        let day = CalendarDate(iso8601: text)
        days[text] = day
        return day
    }

    /// The words of a relation: what its first sentence has between subject and object.
    private mutating func verb(of relation: String, in sentence: String, after subject: Actor, before object: Actor) -> String? {
        if let known = verbs[relation] { return known }
        let rest = sentence.dropFirst(subject.name.count + 1)
        guard let end = rest.firstRange(of: " \(object.name)")?.lowerBound else { return nil }
        let verb = String(rest[..<end])
        verbs[relation] = verb
        return verb
    }
}

/// Where a row of statements.tsv has what.
enum StatementColumn {
    static let (id, document, number, subject, relation) = (0, 1, 2, 3, 4)
    static let (relationClass, object, symmetric, status, day) = (5, 6, 7, 8, 9)
    static let (place, topic, speaker, confidence, sentence) = (10, 11, 12, 13, 14)
}
