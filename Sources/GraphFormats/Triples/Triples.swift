public import KnowledgeGraph

/// One statement a line, `subject⇥relation⇥object⇥status⇥date`: to read, sort and grep.
///
/// The date is the first day, `YYYY-MM-DD`, and empty when nothing is known. Control characters in names become spaces, so that a line
/// always has its five fields.
public struct Triples: GraphFormat {
    public let name = "triples"
    public let mediaType = "text/tab-separated-values; charset=utf-8"
    public let fileExtension = "tsv"
    public let summary = "subject, relation, object, status and date with tabs between them"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        for statement in graph.statements {
            output.write(Self.line(statement) + "\n")
        }
    }

    /// The statement's line, without its end.
    public static func line(_ statement: Statement) -> String {
        let relation = statement.relation == "other" ? statement.predicate.text : statement.relation
        return [
            statement.subject.actor.name, relation, statement.object.actor.name, statement.status.rawValue,
            statement.date?.start.description ?? "",
        ].map(field).joined(separator: "\t")
    }

    private static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
