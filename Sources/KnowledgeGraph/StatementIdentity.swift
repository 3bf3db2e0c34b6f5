/// Ids of statements: equal for equal input, on every run and machine.
package enum StatementIdentity {
    /// The actors count beside their spans: one mention may stand for several ("the two leaders").
    /// - Parameter details: what else tells the statement apart, where spans do not: of statements that no text was read for.
    package static func id(
        document: String, relation: String, status: Status, spans: [Range<Int>], actors: [Actor], details: [String] = []
    ) -> String {
        var hash = StableHash()
        hash.add(document)
        hash.add(relation)
        hash.add(status.rawValue)
        for span in spans { hash.add("\(span.lowerBound)-\(span.upperBound)") }
        for actor in actors { hash.add(actor.id) }
        for detail in details { hash.add(detail) }
        return hash.hexadecimal
    }
}

/// FNV-1a, 64 bits (draft-eastlake-fnv), over texts; a byte that no UTF-8 text has keeps them apart.
package struct StableHash {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        mix(0xff)
    }

    /// 16 digits.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
