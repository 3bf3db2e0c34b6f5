/// Rows in columns that fit a width, for reading.
///
/// Columns are as wide as their widest cell; when that is too much, the widest ones are cut.
struct TextTable {
    private let header: [String]
    private var rows: [Row] = []

    private struct Row {
        var cells: [String]
        /// Written below the cells, indented and wrapped.
        var note: String?
        /// Written below that, indented, on one line however long: to be copied.
        var command: String?
    }

    init(_ header: [String]) {
        self.header = header.map(TerminalText.safe)
    }

    var isEmpty: Bool { rows.isEmpty }

    /// One cell for each column; what a terminal would obey is taken out here.
    mutating func append(_ cells: [String], note: String? = nil, command: String? = nil) {
        precondition(cells.count == header.count, "a cell for each column")
        rows.append(Row(cells: cells.map(TerminalText.safe), note: note.map(TerminalText.safe), command: command.map(TerminalText.safe)))
    }

    /// The lines, none but commands wider than `width`; nil for as wide as it takes.
    func lines(width: Int?) -> [String] {
        let widths = columnWidths(fitting: width)
        let indent = (widths.first ?? 0) + 2
        return [line(header, widths)]
            + rows.flatMap { row in
                let note = row.note.map { TerminalText.wrap($0, to: max(20, (width ?? 100) - indent)) } ?? []
                let below = note + (row.command.map { [$0] } ?? [])
                return [line(row.cells, widths)] + below.map { String(repeating: " ", count: indent) + $0 }
            }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            let cut = TerminalText.cut(cell, to: width)
            return cut + String(repeating: " ", count: width - TerminalText.width(of: cut))
        }
        let line = padded.joined(separator: "  ")
        return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }

    private func columnWidths(fitting width: Int?) -> [Int] {
        var widths = header.indices.map { column in
            ([header[column]] + rows.map { $0.cells[column] }).map(TerminalText.width).max() ?? 0
        }
        guard let width else { return widths }
        let available = max(width - 2 * (header.count - 1), 3 * header.count)
        while widths.reduce(0, +) > available, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 3 {
            widths[widest] -= 1
        }
        return widths
    }
}
