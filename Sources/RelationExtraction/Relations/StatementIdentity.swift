import KnowledgeGraph

/// Ids of statements: equal for equal input, on every run and machine.
enum StatementIdentity {
    /// 16 hexadecimal digits: FNV-1a, 64 bits (draft-eastlake-fnv), over the document's id, the relation, the status and the spans.
    static func id(document: String, relation: String, status: Status, spans: [Range<Int>]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        add(document)
        add(relation)
        add(status.rawValue)
        for span in spans { add("\(span.lowerBound)-\(span.upperBound)") }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
