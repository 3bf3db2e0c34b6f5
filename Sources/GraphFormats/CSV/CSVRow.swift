/// One line of a table with commas between its cells (RFC 4180).
package enum CSVRow {
    /// Writes the cells and a line end; quotes stand where they are needed.
    package static func write(_ cells: [String], to output: inout some TextOutputStream) {
        output.write(cells.map(quoted).joined(separator: ","))
        output.write("\r\n")
    }

    /// Text that came from a document, made harmless to spreadsheets.
    package static func text(_ value: String?) -> String {
        guard let value else { return "" }
        return isFormula(behindApostrophes: value) ? "'" + value : value
    }

    /// The text that `text` has made harmless.
    static func original(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && isFormula(behindApostrophes: cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Whether a spreadsheet would run the text, or would if the apostrophes before it were not there.
    private static func isFormula(behindApostrophes text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(formulaStarts.contains) ?? false
    }

    /// Excel and its kin also read the full-width forms as formulas.
    private static let formulaStarts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// RFC 4180, 2.5–2.7: a field with a comma, a quote or a line break stands in quotes, and its quotes are doubled.
    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        // By scalars: a quote with a combining accent behind it is a quote.
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
