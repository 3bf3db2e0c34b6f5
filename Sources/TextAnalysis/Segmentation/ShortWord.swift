/// Up to fifteen bytes of a word in lower case (ASCII), packed for exact look-up without making a `String`.
struct ShortWord: Hashable, Sendable, ExpressibleByStringLiteral {
    private let low: UInt64
    /// Its highest byte is the length.
    private let high: UInt64

    static let maximumLength = 15

    /// nil when the word is longer than ``maximumLength`` or empty.
    init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        guard (1...Self.maximumLength).contains(bytes.count) else { return nil }
        self.init(packing: bytes)
    }

    init(stringLiteral value: StaticString) {
        let bytes = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
        precondition((1...Self.maximumLength).contains(bytes.count), "a short word has 1 to 15 bytes")
        self.init(packing: bytes[...])
    }

    private init(packing bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var position = 0
        for byte in bytes {
            let lowered = UInt64((65...90).contains(byte) ? byte + 32 : byte)
            if position < 8 { low |= lowered << (8 * position) } else { high |= lowered << (8 * (position - 8)) }
            position += 1
        }
        self.low = low
        self.high = high | UInt64(position) << 56
    }
}
