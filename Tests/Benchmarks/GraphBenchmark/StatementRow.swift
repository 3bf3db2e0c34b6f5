import KnowledgeGraph

/// A row of statements.tsv with the spans of its words, which stand in the sentence as "SUBJECT did OBJECT … , SPEAKER said."
struct StatementRow {
    let statement: Statement

    init(_ row: [String], sentenceStart start: Int, actors: [String: Actor]) {
        guard let subject = actors[row[StatementColumn.subject]], let object = actors[row[StatementColumn.object]],
            let relationClass = RelationClass(rawValue: row[StatementColumn.relationClass]),
            let status = Status(rawValue: row[StatementColumn.status]), let day = CalendarDate(iso8601: row[StatementColumn.day]),
            let number = Int(row[StatementColumn.number]), let confidence = Double(row[StatementColumn.confidence])
        else { preconditionFailure("statements.tsv has a row that invented_news.py does not write: \(row)") }
        let sentence = row[StatementColumn.sentence]
        let length = sentence.utf8.count
        let subjectLength = subject.name.utf8.count
        let objectStart = Self.offset(of: object.name, in: sentence, from: subjectLength + 1)
        let verb = String(decoding: Array(sentence.utf8)[subjectLength + 1..<objectStart - 1], as: UTF8.self)
        let relation = row[StatementColumn.relation]
        let speaker = row[StatementColumn.speaker]
        let place = row[StatementColumn.place]

        func mention(_ actor: Actor, at offset: Int) -> Participant {
            let span = start + offset..<start + offset + actor.name.utf8.count
            return Participant(actor: actor, mention: TextSpan(text: actor.name, span: span))
        }
        let speechStart = start + length - " said.".utf8.count - speaker.utf8.count
        statement = Statement(
            id: row[StatementColumn.id], document: row[StatementColumn.document], subject: mention(subject, at: 0), relation: relation,
            relationClass: relationClass, object: mention(object, at: objectStart), isSymmetric: row[StatementColumn.symmetric] == "1",
            status: status,
            predicate: Statement.Predicate(text: verb, lemma: verb, span: start + subjectLength + 1..<start + objectStart - 1),
            attribution: speaker.isEmpty
                ? nil
                : Statement.Attribution(name: speaker, id: nil, verb: "said", span: speechStart..<speechStart + speaker.utf8.count),
            date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document), place: place.isEmpty ? nil : place,
            topic: row[StatementColumn.topic], evidence: Evidence(sentence: sentence, index: number, span: start..<start + length),
            confidence: confidence, rule: "\(relationClass.rawValue)/\(relation)#\(verb)")
    }

    /// Where a name stands in the sentence, after its subject and a verb.
    private static func offset(of name: String, in sentence: String, from start: Int) -> Int {
        let (text, name) = (Array(sentence.utf8), Array(name.utf8))
        // " " before it: the verb has ended.
        let found = (start..<text.count - name.count).first { text[$0 - 1] == 32 && text[$0..<$0 + name.count].elementsEqual(name) }
        guard let found else { preconditionFailure("the object is not in its sentence: \(sentence)") }
        return found
    }
}
