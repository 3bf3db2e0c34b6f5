/// How sure the text is that it happened.
public enum Status: String, Sendable, Hashable, CaseIterable, Codable {
    case actual, denied, planned, requested, possible
}

/// One edge of the graph: who did what to whom, when, according to whom, and the sentence that says so.
///
/// The JSON Lines form is written by `GraphFormats`.
public struct Statement: Sendable, Hashable, Identifiable {
    /// Stable hash of document id, spans, relation and status.
    public var id: String
    public var document: String
    public var subject: Participant
    /// Name of the relation type, such as `spoke-with`; `other` when no type covers the predicate.
    public var relation: String
    public var relationClass: RelationClass
    /// How it was done, such as `phone`; nil when the text does not say.
    public var mode: String?
    public var object: Participant
    public var isSymmetric: Bool
    public var status: Status
    public var predicate: Predicate
    public var attribution: Attribution?
    public var date: StatementDate?
    public var place: String?
    public var topic: String?
    public var quantities: [Quantity]
    public var evidence: Evidence
    /// 0…1.
    public var confidence: Double
    /// Entry of the relation catalogue that fired, such as `CONSULT/spoke-with#discuss-with`.
    public var rule: String
    /// What the relation needs to be read in full, such as the office held ("Foreign Minister").
    public var detail: String?

    /// The words that express the relation.
    public struct Predicate: Sendable, Hashable {
        public var text: String
        public var lemma: String
        public var span: Range<Int>

        public init(text: String, lemma: String, span: Range<Int>) {
            self.text = text
            self.lemma = lemma
            self.span = span
        }
    }

    /// Who says so.
    public struct Attribution: Sendable, Hashable {
        public var name: String
        /// The speaker's canonical actor id, when it is an actor.
        public var id: String?
        public var verb: String
        public var span: Range<Int>

        public init(name: String, id: String?, verb: String, span: Range<Int>) {
            self.name = name
            self.id = id
            self.verb = verb
            self.span = span
        }
    }

    /// A counted thing, such as 41 warplanes.
    public struct Quantity: Sendable, Hashable {
        public var value: Double
        public var unit: String
        public var text: String
        public var span: Range<Int>

        public init(value: Double, unit: String, text: String, span: Range<Int>) {
            self.value = value
            self.unit = unit
            self.text = text
            self.span = span
        }
    }

    public init(
        id: String, document: String, subject: Participant, relation: String, relationClass: RelationClass, mode: String? = nil,
        object: Participant, isSymmetric: Bool, status: Status, predicate: Predicate, attribution: Attribution? = nil,
        date: StatementDate? = nil, place: String? = nil, topic: String? = nil, quantities: [Quantity] = [], evidence: Evidence,
        confidence: Double, rule: String, detail: String? = nil
    ) {
        self.id = id
        self.document = document
        self.subject = subject
        self.relation = relation
        self.relationClass = relationClass
        self.mode = mode
        self.object = object
        self.isSymmetric = isSymmetric
        self.status = status
        self.predicate = predicate
        self.attribution = attribution
        self.date = date
        self.place = place
        self.topic = topic
        self.quantities = quantities
        self.evidence = evidence
        self.confidence = confidence
        self.rule = rule
        self.detail = detail
    }
}

/// The sentence behind a statement.
public struct Evidence: Sendable, Hashable {
    /// Verbatim.
    public var sentence: String
    /// Index of the sentence in the document, from 0.
    public var index: Int
    /// UTF-8 bytes of the document.
    public var span: Range<Int>

    public init(sentence: String, index: Int, span: Range<Int>) {
        self.sentence = sentence
        self.index = index
        self.span = span
    }
}

/// When a statement holds: a range of days and how it is known.
public struct StatementDate: Sendable, Hashable {
    public var start: CalendarDate
    /// The last day, included.
    public var end: CalendarDate
    public var precision: Precision
    /// The words that say so, such as "on Sunday"; nil when `source` is `document`.
    public var text: String?
    public var source: Source

    public enum Precision: String, Sendable, Hashable, CaseIterable, Codable {
        case day, week, month, quarter, year, range
    }

    public enum Source: String, Sendable, Hashable, CaseIterable, Codable {
        /// Said in the sentence.
        case text
        /// Only the document's date is known.
        case document
        /// Carried over from a sentence before.
        case context
    }

    public init(start: CalendarDate, end: CalendarDate, precision: Precision, text: String?, source: Source) {
        self.start = start
        self.end = end
        self.precision = precision
        self.text = text
        self.source = source
    }
}

extension StatementDate {
    /// First to last day; the first alone where a file has the last before it.
    package var daysSince1970: ClosedRange<Int> { start.daysSince1970...max(start, end).daysSince1970 }
}
