/// A reader after RFC 4180, independent of the writer.
enum CSVCells {
    struct Cell {
        var text: String
        var isQuoted: Bool
    }

    static func texts(_ text: String) -> [[String]] { parsed(text).map { $0.map(\.text) } }

    static func parsed(_ text: String) -> [[Cell]] {
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var field: [UInt8] = []
        var (isOpen, hasQuotes) = (false, false)
        let bytes = Array(text.utf8)
        var index = 0
        func endCell() {
            row.append(Cell(text: String(decoding: field, as: UTF8.self), isQuoted: hasQuotes))
            field = []
            hasQuotes = false
        }
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (byte, isOpen) {
            case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
                field.append(byte)
                index += 1
            case (UInt8(ascii: "\""), _):
                isOpen.toggle()
                hasQuotes = true
            case (UInt8(ascii: ","), false): endCell()
            case (13, false) where next == 10:
                endCell()
                rows.append(row)
                row = []
                index += 1
            default: field.append(byte)
            }
            index += 1
        }
        return rows
    }
}
