import Foundation

/// The rows of a tab-separated file without quotes, as lists of fields.
struct TabSeparatedRows: Sequence, IteratorProtocol {
    private let bytes: Data
    private var position = 0

    init(_ file: URL) throws {
        bytes = try Data(contentsOf: file, options: .alwaysMapped)
    }

    mutating func next() -> [String]? {
        let start = position
        let (row, end) = bytes.withUnsafeBytes { Self.row(in: $0, from: start) }
        position = end
        return row
    }

    /// The row that starts there and where the next one does; nil at the end of the file.
    private static func row(in bytes: UnsafeRawBufferPointer, from start: Int) -> (row: [String]?, end: Int) {
        guard start < bytes.count else { return (nil, start) }
        var fields: [String] = []
        fields.reserveCapacity(16)
        var fieldStart = start
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 9 || byte == 10 {
                fields.append(String(decoding: UnsafeRawBufferPointer(rebasing: bytes[fieldStart..<position]), as: UTF8.self))
                fieldStart = position + 1
            }
            position += 1
            if byte == 10 { break }
        }
        return (fields, position)
    }
}
