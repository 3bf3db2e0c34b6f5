import KnowledgeGraph

/// A column of a table of statements: what it may be called, and what it says.
struct StatementColumn: Sendable {
    /// The first is ours; the others are those of edge lists and of people's own tables.
    let names: [String]
    /// Whether white space at the ends belongs to it.
    let isVerbatim: Bool
    let read: @Sendable (String, inout StatementDraft) throws -> Void

    init(
        _ names: String..., isVerbatim: Bool = false, read: @escaping @Sendable (String, inout StatementDraft) throws -> Void
    ) {
        self.names = names
        self.isVerbatim = isVerbatim
        self.read = read
    }

    /// What it says, by our name for it.
    var meaning: String { names[0] }

    /// A heading as it is compared: without case; spaces, hyphens and dots are underscores.
    static func folded(_ heading: String) -> String {
        String(heading.trimmed.lowercased().map { " -.".contains($0) ? "_" : $0 })
    }

    /// Every column that is read.
    static let all = [
        StatementColumn("id", "statement_id") { $1.id = $0 },
        StatementColumn("document", "document_id") { $1.documentID = $0 },
        StatementColumn("subject", "from", "actor1", "subject_name") { $1.subject.name = $0 },
        StatementColumn("subject_id", "source_id", "from_id") { $1.subject.id = $0 },
        StatementColumn("subject_type", "source_type", "from_type") { $1.subject.type = try word($0, "subject_type") },
        StatementColumn("relation", "relationship", "relation_type", "rel", "label") { $1.relation = $0 },
        StatementColumn("object", "target", "to", "actor2", "object_name") { $1.object.name = $0 },
        StatementColumn("object_id", "target_id", "to_id") { $1.object.id = $0 },
        StatementColumn("object_type", "target_type", "to_type") { $1.object.type = try word($0, "object_type") },
        StatementColumn("class") { $1.relationClass = try word($0, "class") },
        StatementColumn("mode") { $1.mode = $0 },
        StatementColumn("symmetric") { $1.isSymmetric = try truth($0) },
        StatementColumn("status") { $1.status = try word($0, "status") },
        StatementColumn("predicate") { $1.predicate = StatementDraft.Words(text: $0) },
        StatementColumn("detail") { $1.detail = $0 },
        StatementColumn("attribution", "speaker", "according_to") { $1.attribution.name = $0 },
        StatementColumn("date", "date_start", "start_date", "start", "day", "since") {
            $1.date = (try WrittenDate.days($0, field: "date"), "date", $0)
        },
        StatementColumn("date_end", "end_date", "end", "until") {
            $1.lastDate = (try WrittenDate.days($0, field: "date_end"), "date_end", $0)
        },
        StatementColumn("date_source") { $1.dateSource = try word($0, "date_source") },
        StatementColumn("place", "location") { $1.place = $0 },
        StatementColumn("topic") { $1.topic = $0 },
        StatementColumn("confidence") { $1.confidence = try number($0) },
        StatementColumn("rule") { $1.rule = $0 },
        StatementColumn("sentence", "evidence", "quote", isVerbatim: true) { $1.sentence.text = $0 },
        StatementColumn("sentence_start") { $1.sentence.start = try count($0, "sentence_start") },
        StatementColumn("sentence_end") { $1.sentence.end = try count($0, "sentence_end") },
        StatementColumn("title", "headline", "document_title") { $1.document.title = $0 },
        StatementColumn("source", "publisher", "agency") { $1.document.source = $0 },
        StatementColumn("url", "link", "document_url") { $1.document.url = $0 },
        StatementColumn("document_date", "published") { $1.document.date = try day($0, "document_date") },
    ]

    /// Columns of our own tables that say once more, for Gephi's import, what others say.
    static let repeatedForGephi: Set<String> = ["source", "target", "type", "label"]

    /// Beside a `target` and without a `subject`, `source` is where an edge begins, as in Gephi's tables, and no publisher.
    static let edgeSource = StatementColumn("subject") { $1.subject.name = $0 }

    private static func word<Word: RawRepresentable & CaseIterable>(_ text: String, _ field: String) throws -> Word
    where Word.RawValue == String {
        let word = Word.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        guard let word else { throw StatementFault.unknown(field, text, known: Word.allCases.map(\.rawValue)) }
        return word
    }

    private static func truth(_ text: String) throws -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default: throw StatementFault.unknown("symmetric", text, known: ["true", "false"])
        }
    }

    private static func number(_ text: String) throws -> Double {
        guard let number = Double(text) else {
            throw StatementFault(field: "confidence", value: text, reason: "is no number; write one from 0 to 1, such as 0.9")
        }
        return number
    }

    private static func count(_ text: String, _ field: String) throws -> Int {
        guard let number = Int(text), number >= 0 else {
            throw StatementFault(field: field, value: text, reason: "is no count of bytes; write a whole number, or leave it out")
        }
        return number
    }
}
