/// The keys of the first object of a piece of JSON, which may be cut off anywhere.
struct JSONKeys: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>
    private var depth = 0

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func next() -> String? {
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return nil }
            case UInt8(ascii: "\""):
                let text = string()
                let isKey = depth == 1 && rest.first { $0 > 0x20 } == UInt8(ascii: ":")
                if isKey { return text }
            default: break
            }
        }
        return nil
    }

    /// What follows up to the closing quote; escapes stay as they are.
    private mutating func string() -> String {
        var (bytes, isEscaped) = ([UInt8](), false)
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\""), !isEscaped { break }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
