/// One line of a table with commas between its cells (RFC 4180).
package enum CSVRow {
    /// Writes the cells and a line end; quotes stand where they are needed.
    package static func write(_ cells: [String], to output: inout some TextOutputStream) {
        output.write(cells.map(quoted).joined(separator: ","))
        output.write("\r\n")
    }

    /// The same for a reader that tells nothing, an empty cell, from empty text, `""`.
    package static func write(exact cells: [String?], to output: inout some TextOutputStream) {
        output.write(cells.map { $0.map { $0.isEmpty ? "\"\"" : quoted($0) } ?? "" }.joined(separator: ","))
        output.write("\r\n")
    }

    /// Text that came from a document, made harmless to spreadsheets, and to the terminal that shows the file.
    package static func text(_ value: String?) -> String {
        guard var value, let first = value.unicodeScalars.first else { return "" }
        if value.unicodeScalars.contains(where: isControl) {
            value = String(String.UnicodeScalarView(value.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
        }
        return formulaStarts.contains(first) ? "'" + value : value
    }

    /// Excel and its kin also read the full-width forms as formulas.
    private static let formulaStarts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// A cell has no way to escape them, and a terminal would obey them.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }

    /// RFC 4180, 2.5–2.7: a field with a comma, a quote or a line break stands in quotes, and its quotes are doubled.
    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
