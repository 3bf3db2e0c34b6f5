import KnowledgeGraph

/// A statement, as templates see it.
struct EntrySubject: TemplateSubject {
    let entry: Report.Entry
    let report: Report

    static let heading = "statements, entries, offices"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<EntrySubject>] = [
        .init("number", "number of the statement, from 1; its anchor is `s-NUMBER`") { $0.entry.number },
        .init("subject", "name of the actor who acts") { $0.name(of: $0.entry.subject) },
        .init("subjectNumber", "number of that actor’s page; its anchor is `a-NUMBER`") { $0.entry.subject },
        .init("relation", "the relation in words, such as “spoke with”") { $0.entry.label },
        .init("object", "name of the other actor") { $0.name(of: $0.entry.object) },
        .init("objectNumber", "number of the other actor’s page") { $0.entry.object },
        .init("detail", "what completes the relation, such as the office held") { $0.shown($0.statement.detail) },
        .init("place", "where") { $0.shown($0.statement.place) },
        .init("topic", "about what") { $0.shown($0.statement.topic) },
        .init("mode", "how, such as `phone`") { $0.shown($0.statement.mode) },
        .init("quantities", "list of counted things, such as “41 boats”") {
            $0.statement.quantities.map { LabelText.line($0.text, columns: 80) }
        },
        .init("class", "the class, such as `CONSULT`") { $0.statement.relationClass.rawValue },
        .init("className", "the class in words") { RelationWords.heading(of: $0.statement.relationClass) },
        .init("status", "`actual`, `denied`, `planned`, `requested` or `possible`") { $0.statement.status.rawValue },
        .init("isUncertain", "whether the status is another than `actual`") { $0.statement.status != .actual },
        .init("isDenied", "whether it did not happen") { $0.statement.status == .denied },
        .init("date", "when, such as “3 May 2031”; nothing when it is not known") { $0.statement.date.map(RelationWords.date) },
        .init("dateStart", "the first day, as 2031-05-03") { ($0.statement.date?.start).map(String.init(describing:)) },
        .init("dateEnd", "the last day, as 2031-05-03") { $0.statement.date.map { String(describing: max($0.start, $0.end)) } },
        .init("dateResolution", "how the date is known") { $0.statement.date.map(RelationWords.resolution) },
        .init("isReportedDate", "whether only the document’s own date is known") { $0.statement.date?.source == .document },
        .init("speaker", "who says so") { $0.shown($0.statement.attribution?.name) },
        .init("speakerVerb", "the speaker’s verb, such as “said”") { $0.shown($0.statement.attribution?.verb) },
        .init("sentence", "the sentence, as the document has it") { $0.sentence },
        .init("isLongSentence", "whether the sentence was cut at 2 000 characters") { $0.isLong },
        .init("parts", "list: the sentence in pieces, marked where subject, predicate, object and speaker stand") { $0.parts },
        .init("sentenceNumber", "number of the sentence in its document, from 1") { $0.statement.evidence.index + 1 },
        .init("sentenceBytes", "where the sentence stands in the document, in UTF-8 bytes") { bytes($0.statement.evidence.span) },
        .init("subjectBytes", "where the words for the subject stand") { $0.statement.subject.mention.map { bytes($0.span) } },
        .init("predicateBytes", "where the words for the relation stand") { bytes($0.statement.predicate.span) },
        .init("objectBytes", "where the words for the object stand") { $0.statement.object.mention.map { bytes($0.span) } },
        .init("predicate", "the words that express the relation") { $0.shown($0.statement.predicate.text) },
        .init("confidence", "0.00 to 1.00") { hundredths($0.statement.confidence) },
        .init("rule", "entry of the relation catalogue that found it") { $0.shown($0.statement.rule) },
        .init("statementId", "the statement’s id in the graph") { $0.statement.id },
        .init("sourceNumber", "number of the document; its anchor is `d-NUMBER`") { $0.entry.source },
        .init("sourceTitle", "the document’s title, or its id") { SourceSubject.title($0.report.sources[$0.entry.source - 1]) },
    ]

    private var statement: Statement { entry.statement }
    private static let longestSentence = 2_000

    private var isLong: Bool { statement.evidence.sentence.unicodeScalars.count > Self.longestSentence }

    private var sentence: String {
        isLong ? String(statement.evidence.sentence.unicodeScalars.prefix(Self.longestSentence)) + "…" : statement.evidence.sentence
    }

    private var parts: [PartSubject] {
        guard !isLong else { return [PartSubject(part: .init(text: sentence, role: nil))] }
        return MarkedSentence(statement).parts.map(PartSubject.init)
    }

    private func name(of actor: Int) -> String { ActorSubject.name(report.actors[actor - 1].actor) }

    private func shown(_ text: String?) -> String? { text.map { LabelText.line($0, columns: 160) } }

    private static func bytes(_ span: Range<Int>) -> String { "\(span.lowerBound)–\(span.upperBound)" }

    /// Two decimals, with a point in every locale.
    private static func hundredths(_ value: Double) -> String {
        let hundredths = value.isFinite ? Int((min(1, max(0, value)) * 100).rounded()) : 0
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

/// A piece of a sentence.
struct PartSubject: TemplateSubject {
    let part: MarkedSentence.Part

    static let heading = "parts"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<PartSubject>] = [
        .init("text", "the words") { $0.part.text },
        .init("isMarked", "whether the words stand for anything in the statement") { $0.part.role != nil },
        .init("role", "`subject`, `predicate`, `object` or `speaker`") { $0.part.role?.rawValue },
    ]
}
