public import KnowledgeGraph

/// A document as the database keeps it.
public struct GraphDocument: Sendable, Hashable, Identifiable {
    /// What statements name it by.
    public var id: String
    public var date: CalendarDate?
    public var title: String?
    /// The publisher or agency.
    public var source: String?
    public var url: String?
    /// As it was read: the spans of its statements count this text's UTF-8 bytes.
    public var text: String

    public init(id: String, date: CalendarDate? = nil, title: String? = nil, source: String? = nil, url: String? = nil, text: String) {
        self.id = id
        self.date = date
        self.title = title
        self.source = source
        self.url = url
        self.text = text
    }

    /// All but the text.
    public var details: DocumentDetails { DocumentDetails(id: id, date: date, title: title, source: source, url: url) }

    /// 32 hex digits that change with any field but the id. O(n).
    public var contentHash: String {
        var hash = ContentHash()
        for field in [date?.description, title, source, url, text] { hash.combine(field) }
        return hash.hexDigits
    }
}

/// FNV-1a with 128 bits (RFC 9923): tells texts apart; no defence against texts made to collide.
struct ContentHash {
    private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

    /// Takes in a field; nil, "" and fields run together give different hashes.
    mutating func combine(_ field: String?) {
        guard let field else { return combine(byte: 0xFF) }
        field.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes { combine(byte: byte) }
        } ?? field.utf8.forEach { combine(byte: $0) }
        combine(byte: 0xFE)  // in no UTF-8 text
    }

    private mutating func combine(byte: UInt8) {
        state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }

    var hexDigits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
