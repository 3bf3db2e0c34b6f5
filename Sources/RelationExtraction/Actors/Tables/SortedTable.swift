import Foundation

/// A tab-separated table, sorted by the bytes of its first column, that is searched where it stands.
///
/// Opening reads the bytes and nothing else, so that start-up does not grow with the table; a look-up is a binary search, O(log n).
/// Lines that begin with `#` stand at the top and say what the table is, its source and its licence.
struct SortedTable: Sendable {
    private let bytes: [UInt8]
    /// Where the first row begins.
    private let start: Int

    /// Throws `ExtractionError.unreadableTable` when the file cannot be read or its rows are not in order of their bytes.
    init(contentsOf file: URL) throws {
        do {
            self.init(bytes: [UInt8](try Data(contentsOf: file)))
        } catch {
            throw ExtractionError.unreadableTable(file.path, reason: error.localizedDescription)
        }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
            start = (bytes[start...].firstIndex(of: newline) ?? bytes.count - 1) + 1
        }
        self.start = start
    }

    /// The columns after the key; nil when the table has no such row.
    subscript(key: String) -> [Substring]? {
        var key = key
        return key.withUTF8 { row(for: $0) }.map { row in
            String(decoding: bytes[row], as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
        }
    }

    func contains(_ key: String) -> Bool {
        var key = key
        return key.withUTF8 { row(for: $0) != nil }
    }

    /// Every row, for tables small enough to be read whole.
    var rows: [[Substring]] {
        String(decoding: bytes[start...], as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
    }

    /// Bytes of the row after its key and tab.
    private func row(for key: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard !key.contains(where: { $0 == tab || $0 == newline }) else { return nil }
        var low = start
        var high = bytes.count
        while low < high {
            var line = low + (high - low) / 2
            while line > low, bytes[line - 1] != newline { line -= 1 }
            var position = line
            var matched = 0
            while matched < key.count, position < bytes.count, bytes[position] == key[matched] {
                position += 1
                matched += 1
            }
            let end = bytes[position...].firstIndex(of: newline) ?? bytes.count
            let next = position < bytes.count ? bytes[position] : newline
            if matched == key.count {
                if next == tab { return position + 1..<end }
                if next == newline { return position..<position }
                high = line
            } else if next == tab || next == newline || next < key[matched] {
                low = end + 1
            } else {
                high = line
            }
        }
        return nil
    }
}

private let newline = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
