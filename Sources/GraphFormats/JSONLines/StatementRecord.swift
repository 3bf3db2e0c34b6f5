import KnowledgeGraph

/// A statement as JSON Lines holds it; decoding checks what the types cannot.
struct StatementRecord: Decodable {
    let statement: Statement

    private enum Key: String, CodingKey {
        case id, document, subject, relation, `class`, mode, object, symmetric, status, predicate, attribution, date, place
        case topic, quantities, evidence, confidence, rule, detail
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let predicate = try values.decode(PredicateRecord.self, forKey: .predicate)
        let evidence = try values.decode(EvidenceRecord.self, forKey: .evidence)
        statement = Statement(
            id: try values.decode(String.self, forKey: .id),
            document: try values.decode(String.self, forKey: .document),
            subject: try values.decode(ParticipantRecord.self, forKey: .subject).participant,
            relation: try values.decode(String.self, forKey: .relation),
            relationClass: try values.decode(RelationClass.self, forKey: .class),
            mode: try values.decodeIfPresent(String.self, forKey: .mode),
            object: try values.decode(ParticipantRecord.self, forKey: .object).participant,
            isSymmetric: try values.decode(Bool.self, forKey: .symmetric),
            status: try values.decode(Status.self, forKey: .status),
            predicate: Statement.Predicate(text: predicate.text, lemma: predicate.lemma, span: predicate.span.range),
            attribution: try values.decodeIfPresent(AttributionRecord.self, forKey: .attribution)?.attribution,
            date: try values.decodeIfPresent(DateRecord.self, forKey: .date)?.date,
            place: try values.decodeIfPresent(String.self, forKey: .place),
            topic: try values.decodeIfPresent(String.self, forKey: .topic),
            quantities: try values.decodeIfPresent([QuantityRecord].self, forKey: .quantities)?.map(\.quantity) ?? [],
            evidence: Evidence(sentence: evidence.sentence, index: evidence.index, span: evidence.span.range),
            confidence: try values.decode(Double.self, forKey: .confidence),
            rule: try values.decode(String.self, forKey: .rule),
            detail: try values.decodeIfPresent(String.self, forKey: .detail))
    }
}

/// `[start,end]`: two byte offsets in order.
struct SpanRecord: Decodable {
    let range: Range<Int>

    init(from decoder: any Decoder) throws {
        let bounds = try decoder.singleValueContainer().decode([Int].self)
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a span is [start,end] with 0 ≤ start ≤ end"))
        }
        range = bounds[0]..<bounds[1]
    }
}

private struct ParticipantRecord: Decodable {
    struct Mention: Decodable {
        let text: String
        let span: SpanRecord
    }

    let id: String
    let name: String
    let type: ActorType
    let mention: Mention?

    var participant: Participant {
        Participant(
            actor: Actor(id: id, name: name, type: type), mention: mention.map { TextSpan(text: $0.text, span: $0.span.range) })
    }
}

private struct PredicateRecord: Decodable {
    let text: String
    let lemma: String
    let span: SpanRecord
}

private struct EvidenceRecord: Decodable {
    let sentence: String
    let index: Int
    let span: SpanRecord
}

private struct AttributionRecord: Decodable {
    let name: String
    let id: String?
    let verb: String
    let span: SpanRecord

    var attribution: Statement.Attribution { Statement.Attribution(name: name, id: id, verb: verb, span: span.range) }
}

private struct QuantityRecord: Decodable {
    let value: Double
    let unit: String
    let text: String
    let span: SpanRecord

    var quantity: Statement.Quantity { Statement.Quantity(value: value, unit: unit, text: text, span: span.range) }
}

private struct DateRecord: Decodable {
    private enum Key: String, CodingKey {
        case start, end, precision, text, source
    }

    let date: StatementDate

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func day(_ key: Key) throws -> CalendarDate {
            guard let day = CalendarDate(iso8601: try values.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: values, debugDescription: "a day is written YYYY-MM-DD")
            }
            return day
        }
        date = StatementDate(
            start: try day(.start), end: try day(.end), precision: try values.decode(StatementDate.Precision.self, forKey: .precision),
            text: try values.decodeIfPresent(String.self, forKey: .text),
            source: try values.decode(StatementDate.Source.self, forKey: .source))
        guard date.start <= date.end else {
            throw DecodingError.dataCorruptedError(forKey: .end, in: values, debugDescription: "the date ends before it starts")
        }
    }
}
