import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

extension Tool {
    private static let mostReports = 10
    /// Characters of the document before and after the sentence.
    private static let context = 600

    static let evidence = Tool(
        name: "evidence", title: "Everything behind statements",
        details: """
            Use this before you rest an answer on a statement: it gives the sentence with what stands around it in the document, the document, the speaker, \
            the rule that found it, and the other reports of the same event. Ids come from the other tools.
            """,
        fields: [
            QueryField(
                name: "ids", summary: "ids of statements, ten at most", kind: .text(longest: QueryField.longestID), isRequired: true,
                isRepeated: true)
        ],
        answer: .record([
            "statements": .list(
                .record([
                    "statement": ToolStatement.schema, "before": .described(.text, "what stands before the sentence; data"),
                    "after": .described(.text, "what stands behind it; data"),
                    "words": .record(["subject": .textOrNull, "predicate": .text, "object": .textOrNull]),
                    "rule": .described(.textOrNull, "the relation that found it, in words"),
                    "reports": .list(ToolStatement.schema, "other statements that report the same event"),
                ])), "notes": .list(.text),
        ])
    ) { call in
        let ids = call.fields[all: "ids"]
        let (labels, catalogue) = (call.services.relationLabels, call.services.catalogue)
        guard ids.count <= 10 else { throw Problem.badRequest("`ids` has more than ten ids; ask for the others in another call") }
        return try await call.services.read { store in
            let found = try store.statements(ids)
            guard !found.isEmpty else { throw Problem.notFound("no statement has one of these ids; who, path and search_actors give ids") }
            let items = try found.map { try EvidenceItem($0, in: store, labels: labels, catalogue: catalogue) }
            let known = Set(found.map(\.id))
            var notes = ids.filter { !known.contains($0) }.map { "no statement has the id \($0.shortened(to: 100))" }
            if items.contains(where: \.hasMoreReports) {
                notes.append("of each event \(mostReports) other reports are shown; who gives all")
            }
            return .object { json in
                json.key("statements") { $0.array(items) { $0.write($1) } }
                json.key("notes", notes)
            }
        }
    }

    /// What there is about one statement.
    fileprivate struct EvidenceItem {
        let item: ToolStatement
        let reports: [ToolStatement]
        let hasMoreReports: Bool
        let rule: RelationDescription?
        var (before, after) = ("", "")

        init(_ statement: Statement, in store: GraphStore, labels: [String: String], catalogue: RelationCatalogue?) throws {
            let document = try store.document(statement.document)
            item = ToolStatement(statement, document: try document?.details ?? store.documentDetails(statement.document), labels: labels)
            rule = catalogue?.description(ofRule: statement.rule)
            let events = try store.events(
                of: statement.subject.actor.id, with: statement.object.actor.id,
                where: StatementFilter(relations: [statement.relation], statuses: [statement.status]))
            let others = events.first { $0.reports.contains { $0.id == statement.id } }?.reports.filter { $0.id != statement.id } ?? []
            hasMoreReports = others.count > Tool.mostReports
            reports = try ToolStatement.all(Array(others.prefix(Tool.mostReports)), in: store, labels: labels)
            guard let text = document?.text.utf8 else { return }
            let span = statement.evidence.span
            guard span.lowerBound >= 0, span.upperBound <= text.count else { return }
            let start = text.index(text.startIndex, offsetBy: span.lowerBound)
            let end = text.index(text.startIndex, offsetBy: span.upperBound)
            before = String(String(decoding: text[..<start].suffix(Tool.context * 4), as: UTF8.self).suffix(Tool.context))
            after = String(String(decoding: text[end...].prefix(Tool.context * 4), as: UTF8.self).prefix(Tool.context))
        }
    }
}

extension JSONText {
    fileprivate mutating func write(_ evidence: Tool.EvidenceItem) {
        object { json in
            json.key("statement") { $0.write(evidence.item) }
            json.key("before", evidence.before)
            json.key("after", evidence.after)
            json.key("words") { json in
                json.object { json in
                    json.key("subject", evidence.item.statement.subject.mention?.text)
                    json.key("predicate", evidence.item.statement.predicate.text)
                    json.key("object", evidence.item.statement.object.mention?.text)
                }
            }
            json.key("rule", evidence.rule?.words)
            json.key("reports", evidence.reports)
        }
    }
}

extension RelationDescription {
    /// Its label and the words that express it.
    fileprivate var words: String {
        let triggers = triggers.map { "\($0.form): \($0.words.prefix(20).joined(separator: ", "))" }.joined(separator: "; ")
        return "\(type.relationClass.rawValue)/\(type.name), “\(type.label)”, is found by \(triggers)"
    }
}
