import Foundation

/// A regular expression that has to match a whole text, as `=~` wants it.
///
/// Syntax as in ICU (`NSRegularExpression`), close to Java's: `(?i)` ignores case, `.` does not match a line break without `(?s)`.
struct TextPattern {
    /// As it was written.
    let source: String
    private let expression: NSRegularExpression

    static let maximumLength = 2000
    static let maximumTextLength = 1_000_000
    /// About a quarter of a second.
    private static let maximumReports = 1000

    init(_ source: String) throws {
        guard source.utf8.count <= Self.maximumLength else {
            throw QueryError(
                .argumentError, .runtime, "InvalidArgumentValue", "a regular expression has at most \(Self.maximumLength) bytes")
        }
        self.source = source
        do {
            // Alone first: what is no expression alone, such as `a)(b`, must not become one between the brackets.
            _ = try NSRegularExpression(pattern: source)
            expression = try NSRegularExpression(pattern: "(?:" + source + ")\\z")
        } catch {
            throw QueryError(.argumentError, .runtime, "InvalidArgumentValue", "\(Value.quoted(source)) is no regular expression")
        }
    }

    /// Whether the whole text matches, and how many reports of progress that took: one for some thousand steps of the search. Gives up, with
    /// an error, on a pattern that has too many ways to match.
    func match(_ text: String) throws -> (isMatch: Bool, reports: Int) {
        guard text.utf8.count <= Self.maximumTextLength else { throw limit("=~ takes texts of up to \(Self.maximumTextLength) bytes") }
        var isMatch = false
        var hasFailed = false
        var reports = 0
        expression.enumerateMatches(
            in: text, options: [.anchored, .reportProgress, .reportCompletion], range: NSRange(location: 0, length: text.utf16.count)
        ) { result, flags, stop in
            reports += 1
            if flags.contains(.internalError) || reports > Self.maximumReports { hasFailed = true }
            if result != nil { isMatch = true }
            if isMatch || hasFailed { stop.pointee = true }
        }
        guard !hasFailed else { throw limit("the regular expression \(Value.quoted(source)) tries too many ways to match a text") }
        return (isMatch, reports)
    }

    private func limit(_ message: String) -> QueryError {
        QueryError(.limitReached, .runtime, "RegularExpressionLimit", message)
    }
}
