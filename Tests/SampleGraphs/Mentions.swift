import Foundation
public import KnowledgeGraph

/// The statements with the places of their words: where the sentence has the actor's name or the predicate's words.
public func withMentions(_ statements: [Statement]) -> [Statement] {
    statements.map { statement in
        var statement = statement
        let sentence = statement.evidence.sentence
        func span(_ words: String) -> Range<Int>? {
            guard let range = sentence.range(of: words) else { return nil }
            let start = statement.evidence.span.lowerBound + sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
            return start..<start + words.utf8.count
        }
        func mention(_ name: String) -> TextSpan? { span(name).map { TextSpan(text: name, span: $0) } }
        statement.subject.mention = mention(statement.subject.actor.name)
        statement.object.mention = mention(statement.object.actor.name)
        if let predicate = span(statement.predicate.text) { statement.predicate.span = predicate }
        return statement
    }
}

/// The invented article with its document.
public let harbourStrikeContents = StatementList(
    withMentions(harbourStrike),
    documents: [
        DocumentDetails(
            id: "harbour-strike", date: CalendarDate(iso8601: "2031-05-03"), title: "Harbour strike: ministers talk as yards burn",
            source: "Harbour Gazette", url: "https://example.org/2031/harbour-strike?page=1&print=yes")
    ])

/// Statements and a document that have one text in every field that can hold one.
public func hostileContents(_ text: String) -> StatementList {
    let date = StatementDate(
        start: CalendarDate(daysSince1970: 22_400), end: CalendarDate(daysSince1970: 22_402), precision: .range, text: text, source: .text)
    var talks = sampleStatement(
        sampleActor(text, .person), "met-with", .consult, sampleActor(text + "2", .event), symmetric: true, status: .denied, date: date,
        speaker: text, detail: text, sentence: text + " met " + text, predicate: text, document: text)
    talks.id = text
    talks.relation = text
    talks.rule = text
    talks.topic = text
    talks.place = text
    talks.mode = text
    talks.attribution?.verb = text
    talks.attribution?.id = text
    talks.quantities = [Statement.Quantity(value: .infinity, unit: text, text: text, span: 0..<1)]
    talks.confidence = .nan
    talks.subject.mention = TextSpan(text: text, span: talks.evidence.span.lowerBound..<talks.evidence.span.lowerBound + text.utf8.count)
    var other = sampleStatement(
        sampleActor(text, .person), text, .other, sampleActor(text + "3", .country), sentence: text, predicate: text, index: 1,
        document: text)
    other.id = text + "2"
    let office = sampleStatement(
        sampleActor(text, .person), "holds-office", .state, sampleActor(text + "3", .country), detail: text, index: 2, document: "plain")
    return StatementList(
        [talks, other, office],
        documents: [
            DocumentDetails(id: text, title: text, source: text, url: text),
            DocumentDetails(id: "plain", url: "https://example.org/" + text),
        ])
}
