import KnowledgeGraph

/// What a line says of a statement, before what it leaves out is filled in.
struct StatementDraft {
    struct Side {
        var id: String?
        var name: String?
        var type: ActorType?
        var mention: TextSpan?
    }

    struct Words {
        var text: String
        var lemma: String?
        var span: Range<Int>?
    }

    struct Speaker {
        var name: String?
        var id: String?
        var verb: String?
        var span: Range<Int>?
    }

    struct Sentence {
        var text: String?
        var index: Int?
        var start: Int?
        var end: Int?
    }

    var id: String?
    var documentID: String?
    /// Of the document; the id is not looked at.
    var document = DocumentDetails(id: "")
    var subject = Side()
    var object = Side()
    var relation: String?
    var relationClass: RelationClass?
    var mode: String?
    var isSymmetric: Bool?
    var status: Status?
    var predicate: Words?
    var attribution = Speaker()
    var date: (days: WrittenDate.Days, field: String, text: String)?
    var lastDate: (days: WrittenDate.Days, field: String, text: String)?
    var datePrecision: StatementDate.Precision?
    var dateText: String?
    var dateSource: StatementDate.Source?
    var place: String?
    var topic: String?
    var quantities: [Statement.Quantity] = []
    var sentence = Sentence()
    var confidence: Double?
    var rule: String?
    var detail: String?
}

/// What is filled in where lines say nothing.
struct StatementDefaults {
    /// Id of the document of lines that name none.
    var document: String
    var rule: String
    /// Relation types by name; their labels are known, too.
    private let relations: [String: RelationType]

    init(document: String, rule: String, relations: [String: RelationType]) {
        self.document = document
        self.rule = rule
        var known = relations
        for (_, type) in relations.sorted(by: { $0.key < $1.key }) {
            for name in [type.name, type.label].map(Self.folded) where known[name] == nil { known[name] = type }
        }
        self.relations = known
    }

    /// Throws a `StatementFault` when subject, relation or object is missing, or when what the line says does not fit together.
    func statement(_ draft: StatementDraft) throws -> SourcedStatement {
        let relation = try required(draft.relation, "relation")
        let type = relations[relation] ?? relations[Self.folded(relation)]
        let document = documentID(draft)
        var statement = Statement(
            id: draft.id ?? "", document: document, subject: try participant(draft.subject, "subject"), relation: type?.name ?? relation,
            relationClass: draft.relationClass ?? type?.relationClass ?? .other, mode: draft.mode,
            object: try participant(draft.object, "object"), isSymmetric: draft.isSymmetric ?? type?.isSymmetric ?? false,
            status: draft.status ?? .actual, predicate: predicate(draft.predicate, type?.label ?? relation),
            attribution: try attribution(draft.attribution), date: try date(draft), place: draft.place, topic: draft.topic,
            quantities: draft.quantities, evidence: try evidence(draft.sentence), confidence: try confidence(draft.confidence),
            rule: draft.rule ?? rule, detail: draft.detail)
        if draft.id == nil { statement.id = Self.id(of: statement) }
        var details = draft.document
        details.id = document
        return SourcedStatement(statement, document: details)
    }

    private static func folded(_ relation: String) -> String {
        relation.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
    }

    private func required(_ text: String?, _ field: String) throws -> String {
        guard let text else { throw StatementFault(field: field, reason: "is missing; a statement needs subject, relation and object") }
        return text
    }

    /// The document that the line names, or else what it says of where it comes from, or else the file.
    private func documentID(_ draft: StatementDraft) -> String {
        draft.documentID ?? draft.document.url ?? draft.document.title ?? draft.document.source ?? document
    }

    private func participant(_ side: StatementDraft.Side, _ field: String) throws -> Participant {
        let name = try required(side.name, field)
        // "country/mali" says what it is.
        let typeOfID = side.id.flatMap { id in id.firstIndex(of: "/").flatMap { ActorType(rawValue: String(id[..<$0])) } }
        let type = side.type ?? typeOfID ?? .thing
        return Participant(actor: Actor(id: side.id ?? Actor.canonicalID(of: name, type), name: name, type: type), mention: side.mention)
    }

    private func predicate(_ words: StatementDraft.Words?, _ label: String) -> Statement.Predicate {
        let text = words?.text ?? label
        return Statement.Predicate(text: text, lemma: words?.lemma ?? text, span: words?.span ?? 0..<0)
    }

    private func attribution(_ speaker: StatementDraft.Speaker) throws -> Statement.Attribution? {
        guard let name = speaker.name else {
            guard speaker.id == nil, speaker.verb == nil else {
                throw StatementFault(field: "attribution", reason: "has no name; write who says so")
            }
            return nil
        }
        return Statement.Attribution(name: name, id: speaker.id, verb: speaker.verb ?? "", span: speaker.span ?? 0..<0)
    }

    private func date(_ draft: StatementDraft) throws -> StatementDate? {
        guard let first = draft.date else {
            if let last = draft.lastDate {
                throw StatementFault(field: last.field, value: last.text, reason: "has no first day; write one")
            }
            return nil
        }
        let days = try draft.lastDate.map { try WrittenDate.days(from: first.days, to: $0.days, field: $0.field, $0.text) } ?? first.days
        return StatementDate(
            start: days.days.lowerBound, end: days.days.upperBound, precision: draft.datePrecision ?? days.precision, text: draft.dateText,
            source: draft.dateSource ?? .text)
    }

    private func evidence(_ sentence: StatementDraft.Sentence) throws -> Evidence {
        let text = sentence.text ?? ""
        let start = sentence.start ?? 0
        let (length, isTooLarge) = start.addingReportingOverflow(text.utf8.count)
        let end = sentence.end ?? length
        guard start >= 0, end >= start, !isTooLarge, sentence.index ?? 0 >= 0 else {
            throw StatementFault(field: "evidence", value: "\(start)-\(end)", reason: "is no span; write 0 ≤ start ≤ end, or leave it out")
        }
        return Evidence(sentence: text, index: sentence.index ?? 0, span: start..<end)
    }

    private func confidence(_ confidence: Double?) throws -> Double {
        let confidence = confidence ?? 1
        guard (0...1).contains(confidence) else {
            throw StatementFault(field: "confidence", value: "\(confidence)", reason: "is out of bounds; write a number from 0 to 1")
        }
        return confidence
    }

    /// Of everything that tells the statement from others of the same line-up.
    private static func id(of statement: Statement) -> String {
        let (date, speaker) = (statement.date, statement.attribution)
        let details: [String?] = [
            statement.mode, statement.predicate.text, date.map { "\($0.start)/\($0.end)" }, speaker?.name, speaker?.id, speaker?.verb,
            statement.place, statement.topic, statement.detail, statement.evidence.sentence, "\(statement.evidence.index)",
            "\(statement.confidence)", statement.quantities.map(\.text).joined(separator: "; "),
        ]
        return StatementIdentity.id(
            document: statement.document, relation: statement.relation, status: statement.status, spans: [statement.evidence.span],
            actors: [statement.subject.actor, statement.object.actor], details: details.map { $0 ?? "\0" })
    }
}
