import GraphFormats
import KnowledgeGraph

/// A field of an address: its check and its description.
struct QueryField: Sendable {
    let name: String
    let summary: String
    let kind: Kind
    var isRequired = false
    var isRepeated = false
    /// What stands for it when it is not given.
    var standard: JSONValue?
    var example: JSONValue?
    /// A regular expression that a text fits, for its description: who reads it checks it.
    var pattern: String?

    enum Kind: Sendable {
        /// Code points at most.
        case text(longest: Int)
        case number(ClosedRange<Int>)
        /// In any case.
        case choice([String])
        /// A day, month or year.
        case day
    }

    /// - Throws: `Problem` for fields that are none of these, for values that are none, and for what is missing.
    static func check(_ fields: FormFields, against known: [QueryField]) throws(Problem) {
        for field in fields.fields where !known.contains(where: { $0.name == field.name }) {
            let names = known.map { "`\($0.name)`" }.joined(separator: ", ")
            throw .badRequest(
                "there is no field `\(field.name.prefix(50))` here; "
                    + (known.isEmpty ? "this address takes none" : "the fields are \(names)"))
        }
        for field in known { try field.check(fields[all: field.name]) }
    }

    private func check(_ values: [String]) throws(Problem) {
        guard !isRequired || !values.isEmpty else { throw .badRequest("`\(name)` is missing: \(summary)") }
        guard isRepeated || values.count < 2 else { throw .badRequest("`\(name)` is given more than once; give it once") }
        for value in values { try check(value) }
    }

    private func check(_ value: String) throws(Problem) {
        switch kind {
        case .text(let longest):
            guard value.unicodeScalars.count <= longest else { throw .badRequest("`\(name)` has more than \(longest) characters") }
        case .number(let range):
            guard let number = Int(value), range.contains(number) else {
                throw .badRequest("`\(name)` is a number from \(range.lowerBound) to \(range.upperBound)")
            }
        case .choice(let choices):
            guard choices.contains(where: { $0.lowercased() == value.lowercased() }) else {
                throw .badRequest("`\(name)` is one of \(choices.joined(separator: ", "))")
            }
        case .day:
            guard CalendarDate.days(of: value) != nil else {
                throw .badRequest("`\(name)` is a day, month or year, such as 2025-06-01, 2025-06 or 2025")
            }
        }
    }
}

// MARK: Fields of several endpoints

extension QueryField {
    /// An id of an actor, a document or a statement at most; files of statements may have made up long ones.
    static let longestID = 2_000

    static let cursor = QueryField(
        name: "cursor", summary: "where to go on: from `next` of the page before, with the other fields as they were",
        kind: .text(longest: 4_000), pattern: "^[A-Za-z0-9_-]*$")
    static let limit = limit(of: 1...500, standard: 50)

    static func limit(of range: ClosedRange<Int>, standard: Int) -> QueryField {
        QueryField(name: "limit", summary: "how many to give at most", kind: .number(range), standard: .integer(standard))
    }

    /// Of statements.
    static let filters = [
        QueryField(
            name: "class", summary: "only this class; may be repeated", kind: .choice(RelationClass.allCases.map(\.rawValue)),
            isRepeated: true,
            example: ["CONSULT"]),
        QueryField(
            name: "relation", summary: "only this relation; may be repeated", kind: .text(longest: 200), isRepeated: true,
            example: ["met-with"]),
        QueryField(
            name: "status", summary: "only this status; may be repeated", kind: .choice(Status.allCases.map(\.rawValue)), isRepeated: true,
            example: ["actual"]),
        QueryField(
            name: "since", summary: "only what touches this day, month or year, or a later one", kind: .day, example: "2025-06"),
        QueryField(
            name: "until", summary: "only what touches this day, month or year, or an earlier one", kind: .day, example: "2025-06-30"),
    ]

    /// Of `GraphView`.
    static let view =
        [
            QueryField(
                name: "around", summary: "only this actor, by id or name, and those near it", kind: .text(longest: longestID),
                example: "person/ida-holm"),
            QueryField(
                name: "hops", summary: "with `around`: how many relations away others may be", kind: .number(GraphView.hopsAllowed),
                standard: 1),
            QueryField(name: "speaker", summary: "only what this speaker says, by name or id", kind: .text(longest: longestID)),
            QueryField(
                name: "top", summary: "no more than this many lines, the most important ones", kind: .number(GraphView.topAllowed)),
            QueryField(
                name: "cluster", summary: "a frame around those of one country or organisation; not with `timeline`",
                kind: .choice(FigureCluster.allCases.map(\.rawValue))),
            QueryField(
                name: "timeline", summary: "rows of time instead of a network", kind: .choice(FigureTimeline.allCases.map(\.rawValue))),
        ] + filters
}
