/// Why a line is no statement: which of its fields, what it holds, and what to write instead.
struct StatementFault: Error, Hashable {
    /// The column or key; nil when the line as a whole is meant.
    var field: String?
    var value: String?
    /// Cause and remedy.
    var reason: String

    /// `date "2025-13-01": no such day; write YYYY-MM-DD`.
    var text: String {
        let place = [field, value.map { "\"\(Self.short($0))\"" }].compactMap { $0 }.joined(separator: " ")
        return place.isEmpty ? reason : "\(place): \(reason)"
    }

    private static func short(_ value: String) -> String {
        value.count > 60 ? "\(value.prefix(60))…" : value
    }
}

extension StatementFault {
    /// A word that is none of those expected.
    static func unknown(_ field: String, _ value: String, known: some Sequence<String>) -> StatementFault {
        StatementFault(field: field, value: value, reason: "is none of \(known.joined(separator: ", ")); write one of these")
    }
}
