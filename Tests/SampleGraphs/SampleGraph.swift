public import KnowledgeGraph

/// Statements from a table, one a line, for tests that draw and write graphs.
///
/// `Ida Holm:person | met-with CONSULT sym | Ostmark:country | planned | 2031-05-03 | according to | detail`: subject, relation
/// and class, object, and, as far as they matter, status (actual by default), date said in the sentence, speaker and detail.
public func sampleStatements(_ table: String, document: String = "sample") -> [Statement] {
    table.split(separator: "\n").enumerated().map { index, line in
        sampleStatement(line.split(separator: "|").map { $0.trimmingSpaces }, index: index, document: document)
    }
}

/// A statement with everything else invented.
public func sampleStatement(
    _ subject: Actor, _ relation: String, _ relationClass: RelationClass, _ object: Actor, symmetric: Bool = false,
    status: Status = .actual, date: StatementDate? = nil, speaker: String? = nil, detail: String? = nil, sentence: String? = nil,
    predicate: String? = nil, index: Int = 0, document: String = "sample", confidence: Double = 0.9
) -> Statement {
    let sentence = sentence ?? "\(subject.name) \(relation) \(object.name)."
    let length = sentence.utf8.count
    return Statement(
        id: "\(document)-\(index)", document: document, subject: Participant(actor: subject), relation: relation,
        relationClass: relationClass, object: Participant(actor: object), isSymmetric: symmetric, status: status,
        predicate: Statement.Predicate(text: predicate ?? relation, lemma: relation, span: index * 1000..<index * 1000 + 4),
        attribution: speaker.map { Statement.Attribution(name: $0, id: nil, verb: "said", span: 0..<1) }, date: date,
        evidence: Evidence(sentence: sentence, index: index, span: index * 1000..<index * 1000 + length), confidence: confidence,
        rule: "\(relationClass.rawValue)/\(relation)", detail: detail)
}

/// `person/ida-holm` for "Ida Holm".
public func sampleActor(_ name: String, _ type: ActorType) -> Actor {
    Actor(id: "\(type.rawValue)/\(name.lowercased().replacing(" ", with: "-"))", name: name, type: type)
}

/// A day that the sentence says.
public func sampleDate(_ text: String) -> StatementDate? {
    CalendarDate(iso8601: text).map { StatementDate(start: $0, end: $0, precision: .day, text: text, source: .text) }
}

private func sampleStatement(_ fields: [String], index: Int, document: String) -> Statement {
    precondition(fields.count >= 3, "a row needs subject, relation and object: \(fields)")
    let relation = fields[1].split(separator: " ").map(String.init)
    func field(_ position: Int) -> String? { position < fields.count && !fields[position].isEmpty ? fields[position] : nil }
    guard let relationClass = relation.dropFirst().first.flatMap(RelationClass.init(rawValue:)) else {
        preconditionFailure("no class in \(fields)")
    }
    return sampleStatement(
        actor(fields[0]), relation[0], relationClass, actor(fields[2]), symmetric: relation.last == "sym",
        status: field(3).flatMap(Status.init(rawValue:)) ?? .actual, date: field(4).flatMap(sampleDate), speaker: field(5),
        detail: field(6), predicate: relation[0] == "other" ? field(6) : nil, index: index, document: document)
}

private func actor(_ field: String) -> Actor {
    let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let type = ActorType(rawValue: parts[1]) else { preconditionFailure("name:type expected, got \(field)") }
    return sampleActor(parts[0], type)
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
