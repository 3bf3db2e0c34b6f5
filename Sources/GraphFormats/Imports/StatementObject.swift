import KnowledgeGraph

/// A JSON object that says a statement, with as much or as little as its author has put in: our own lines, and what people write by hand.
struct StatementObject: Decodable {
    var draft = StatementDraft()

    private enum Key: String, CodingKey {
        case id, document, subject, relation, `class`, mode, object, symmetric, status, predicate, attribution, date, place, topic
        case quantities, evidence, sentence, confidence, rule, detail, title, source, url
        case subjectType = "subject_type"
        case subjectID = "subject_id"
        case objectType = "object_type"
        case objectID = "object_id"
        case documentDate = "document_date"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
        draft.id = try text(.id)
        if let document = try values.decodeIfPresent(TextOr<DocumentObject>.self, forKey: .document) {
            switch document {
            case .text(let id): draft.documentID = id
            case .object(let object):
                draft.documentID = object.id
                draft.document = try object.details
            }
        }
        draft.subject = try side(values.decodeIfPresent(TextOr<SideObject>.self, forKey: .subject))
        draft.object = try side(values.decodeIfPresent(TextOr<SideObject>.self, forKey: .object))
        draft.relation = try text(.relation).flatMap { $0.isEmpty ? nil : $0 }
        draft.relationClass = try values.decodeIfPresent(RelationClass.self, forKey: .class)
        draft.mode = try text(.mode)
        draft.isSymmetric = try values.decodeIfPresent(Bool.self, forKey: .symmetric)
        draft.status = try values.decodeIfPresent(Status.self, forKey: .status)
        if let predicate = try values.decodeIfPresent(TextOr<WordsObject>.self, forKey: .predicate) {
            switch predicate {
            case .text(let text): draft.predicate = StatementDraft.Words(text: text)
            case .object(let object):
                draft.predicate = StatementDraft.Words(text: object.text, lemma: object.lemma, span: object.span?.range)
            }
        }
        if let speaker = try values.decodeIfPresent(TextOr<SpeakerObject>.self, forKey: .attribution) {
            switch speaker {
            case .text(let name): draft.attribution.name = name
            case .object(let object):
                draft.attribution = StatementDraft.Speaker(name: object.name, id: object.id, verb: object.verb, span: object.span?.range)
            }
        }
        if let date = try values.decodeIfPresent(TextOr<DateObject>.self, forKey: .date) { try read(date) }
        draft.place = try text(.place)
        draft.topic = try text(.topic)
        draft.quantities = try values.decodeIfPresent([QuantityObject].self, forKey: .quantities)?.map(\.quantity) ?? []
        if let evidence = try values.decodeIfPresent(TextOr<EvidenceObject>.self, forKey: .evidence) {
            switch evidence {
            case .text(let text): draft.sentence.text = text
            case .object(let object):
                draft.sentence = StatementDraft.Sentence(
                    text: object.sentence, index: object.index, start: object.span?.range.lowerBound, end: object.span?.range.upperBound)
            }
        }
        if let sentence = try text(.sentence) { draft.sentence.text = sentence }
        draft.confidence = try values.decodeIfPresent(Double.self, forKey: .confidence)
        draft.rule = try text(.rule)
        draft.detail = try text(.detail)
        if let title = try text(.title) { draft.document.title = title }
        if let source = try text(.source) { draft.document.source = source }
        if let url = try text(.url) { draft.document.url = url }
        if let date = try text(.documentDate) { draft.document.date = try day(date, "document_date") }
        if let type = try values.decodeIfPresent(ActorType.self, forKey: .subjectType) { draft.subject.type = type }
        if let type = try values.decodeIfPresent(ActorType.self, forKey: .objectType) { draft.object.type = type }
        if let id = try text(.subjectID) { draft.subject.id = id }
        if let id = try text(.objectID) { draft.object.id = id }
    }

    private mutating func read(_ date: TextOr<DateObject>) throws {
        switch date {
        case .text(let text): draft.date = (try WrittenDate.days(text, field: "date"), "date", text)
        case .object(let object):
            draft.date = (try WrittenDate.days(object.start, field: "date.start"), "date.start", object.start)
            draft.lastDate = try object.end.map { (try WrittenDate.days($0, field: "date.end"), "date.end", $0) }
            draft.datePrecision = object.precision
            draft.dateText = object.text
            draft.dateSource = object.source
        }
    }
}

/// The day that a document is of.
func day(_ text: String, _ field: String) throws -> CalendarDate {
    let days = try WrittenDate.days(text, field: field).days
    guard days.lowerBound == days.upperBound else {
        throw StatementFault(field: field, value: text, reason: "is more than one day; write YYYY-MM-DD")
    }
    return days.lowerBound
}

private func side(_ side: TextOr<SideObject>?) -> StatementDraft.Side {
    switch side {
    case .text(let name): StatementDraft.Side(name: name.isEmpty ? nil : name)
    case .object(let object):
        StatementDraft.Side(
            id: object.id, name: object.name, type: object.type,
            mention: object.mention.map { TextSpan(text: $0.text, span: $0.span?.range ?? 0..<$0.text.utf8.count) })
    case nil: StatementDraft.Side()
    }
}

/// A text, or an object that says more.
private enum TextOr<Object: Decodable>: Decodable {
    case text(String)
    case object(Object)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        do {
            self = .object(try value.decode(Object.self))
        } catch DecodingError.typeMismatch(_, let context) where context.codingPath.count == decoder.codingPath.count {
            do {
                self = .text(try value.decode(String.self))
            } catch {
                throw DecodingError.dataCorruptedError(in: value, debugDescription: "must be a text or an object")
            }
        }
    }
}

private struct SideObject: Decodable {
    struct Mention: Decodable {
        let text: String
        let span: SpanRecord?
    }

    let id: String?
    let name: String?
    let type: ActorType?
    let mention: Mention?
}

private struct DocumentObject: Decodable {
    let id: String?
    let date: String?
    let title: String?
    let source: String?
    let url: String?

    var details: DocumentDetails {
        get throws { DocumentDetails(id: "", date: try date.map { try day($0, "document.date") }, title: title, source: source, url: url) }
    }
}

private struct WordsObject: Decodable {
    let text: String
    let lemma: String?
    let span: SpanRecord?
}

private struct SpeakerObject: Decodable {
    let name: String
    let id: String?
    let verb: String?
    let span: SpanRecord?
}

private struct DateObject: Decodable {
    let start: String
    let end: String?
    let precision: StatementDate.Precision?
    let text: String?
    let source: StatementDate.Source?
}

private struct QuantityObject: Decodable {
    let value: Double
    let unit: String?
    let text: String?
    let span: SpanRecord?

    var quantity: Statement.Quantity {
        Statement.Quantity(value: value, unit: unit ?? "", text: text ?? "", span: span?.range ?? 0..<0)
    }
}

private struct EvidenceObject: Decodable {
    let sentence: String?
    let index: Int?
    let span: SpanRecord?
}
