import Foundation
import KnowledgeGraph

/// Statements out of JSON Lines.
struct StatementLines {
    /// Bytes of one line.
    static let longestLine = 1 << 24

    private var reader: ByteReader
    private var line = 0
    private let decoder = JSONDecoder()

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// The draft of the next line that is not blank, and its number; nil after the last.
    mutating func next() throws -> (line: Int, draft: Result<StatementDraft, StatementFault>)? {
        while try reader.byte(0) != nil {
            line += 1
            let end = try reader.offset(of: UInt8(ascii: "\n"), from: 0, limit: Self.longestLine)
            guard end != nil || reader.count < Self.longestLine else {
                try reader.dropLine()
                let fault = StatementFault(
                    reason: "more than \(Self.longestLine >> 20) MB on one line; put each statement on a line of its own")
                return (line, .failure(fault))
            }
            let bytes = reader[0..<(end ?? reader.count)]
            let draft = bytes.contains { !Self.isBlank($0) } ? draft(bytes) : nil
            reader.drop(end.map { $0 + 1 } ?? reader.count)
            if let draft { return (line, draft) }
        }
        return nil
    }

    private func draft(_ bytes: ArraySlice<UInt8>) -> Result<StatementDraft, StatementFault> {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return .failure(StatementFault(reason: "not valid UTF-8; save the file as UTF-8"))
        }
        do {
            return .success(try decoder.decode(StatementObject.self, from: Data(bytes)).draft)
        } catch let fault as StatementFault {
            return .failure(fault)
        } catch {
            return .failure(StatementFault(reason: "not a statement: \(JSONLines.reason(of: error))"))
        }
    }

    /// Whether JSON Lines that begin like this hold statements, and not documents to extract from: by the keys of the first object.
    static func areStatements(_ beginning: ArraySlice<UInt8>) -> Bool {
        guard beginning.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) == UInt8(ascii: "{") else { return false }
        for key in JSONKeys(beginning) {
            if key == "text" { return false }
            if ["subject", "relation", "object"].contains(key) { return true }
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }
}
