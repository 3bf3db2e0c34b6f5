public import KnowledgeGraph

/// A graph in which this text stands wherever a text can stand: names, ids, relation, words, sentence, rule, document.
///
/// Two statements, one actual with the text as ids, one denied with other ids; the actors of both are two, not one.
public func hostileGraph(_ text: String) -> StatementList {
    let actor = Actor(id: text, name: text, type: .person)
    let other = Actor(id: "thing/" + text, name: text, type: .thing)
    let day = CalendarDate(daysSince1970: 22_400)
    let statements = [(actor, other, Status.actual), (other, actor, .denied)].enumerated().map { index, sides in
        let (subject, object, status) = sides
        return Statement(
            id: index == 0 ? text : "statement/" + text, document: text,
            subject: Participant(actor: subject, mention: TextSpan(text: text, span: 0..<text.utf8.count)), relation: text,
            relationClass: .assault, mode: text, object: Participant(actor: object), isSymmetric: false, status: status,
            predicate: .init(text: text, lemma: text, span: 0..<1),
            attribution: .init(name: text, id: index == 0 ? text : nil, verb: text, span: 0..<1),
            date: StatementDate(start: day, end: day, precision: .day, text: text, source: .text), place: text, topic: text,
            quantities: [.init(value: 41, unit: text, text: text, span: 0..<1), .init(value: .infinity, unit: "", text: "", span: 0..<0)],
            evidence: Evidence(sentence: text, index: 0, span: 0..<text.utf8.count), confidence: index == 0 ? .nan : 1e-7, rule: text,
            detail: text)
    }
    return StatementList(statements, documents: [DocumentDetails(id: text, date: day, title: text, source: text, url: text)])
}
