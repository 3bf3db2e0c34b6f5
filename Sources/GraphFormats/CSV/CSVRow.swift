/// One line of a table with commas between its cells (RFC 4180).
package enum CSVRow {
    /// Writes the cells and a line end; quotes stand where they are needed.
    package static func write(_ cells: [String], to output: inout some TextOutputStream) {
        var line: [UInt8] = []
        for cell in cells { append(cell, isQuoted: needsQuotes(cell), to: &line) }
        end(line, to: &output)
    }

    /// The same for a reader that tells nothing, an empty cell, from empty text, `""`.
    static func write(exact cells: [String?], to output: inout some TextOutputStream) {
        var line: [UInt8] = []
        for cell in cells { append(cell ?? "", isQuoted: cell.map { $0.isEmpty || needsQuotes($0) } ?? false, to: &line) }
        end(line, to: &output)
    }

    /// Text that came from a document, made harmless to spreadsheets, and to the terminal that shows the file.
    package static func text(_ value: String?) -> String {
        guard var value else { return "" }
        let isFormula = isFormula(behindApostrophes: value)
        if value.unicodeScalars.contains(where: isControl) {
            value = String(String.UnicodeScalarView(value.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
        }
        return isFormula ? "'" + value : value
    }

    /// The text behind the apostrophe that `text` has put before it.
    static func original(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && isFormula(behindApostrophes: cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Whether a spreadsheet would run the text, or would if the apostrophes before it were not there.
    private static func isFormula(behindApostrophes text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(formulaStarts.contains) ?? false
    }

    /// Excel and its kin also read the full-width forms as formulas.
    private static let formulaStarts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// A cell has no way to escape them, and a terminal would obey them.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }

    /// RFC 4180, 2.6: a field with a comma, a quote or a line break.
    private static func needsQuotes(_ cell: String) -> Bool {
        cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    }

    /// The cell and a comma. In quotes, its own are doubled (2.7), byte by byte: for Swift a quote with an accent on it is no quote.
    private static func append(_ cell: String, isQuoted: Bool, to line: inout [UInt8]) {
        if isQuoted {
            line.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { line.append(byte) }
                line.append(byte)
            }
            line.append(UInt8(ascii: "\""))
        } else {
            line.append(contentsOf: cell.utf8)
        }
        line.append(UInt8(ascii: ","))
    }

    private static func end(_ line: [UInt8], to output: inout some TextOutputStream) {
        output.write(String(decoding: line.dropLast(), as: UTF8.self))
        output.write("\r\n")
    }
}
