/// Statement ids: 16 hex digits, as extraction makes them, are kept as the 64-bit number they write.
enum StoredID: Hashable {
    case number(Int64)
    case text(String)

    /// The bits of a number that `statementsByID` has: they fit in three bytes.
    static let indexed: Int64 = 8_388_607

    init(_ id: String) {
        var number: UInt64 = 0
        let digits = id.utf8
        guard digits.count == 16 else {
            self = .text(id)
            return
        }
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
            default:
                self = .text(id)
                return
            }
        }
        self = .number(Int64(bitPattern: number))
    }

    /// The sixteen digits of a number.
    static func text(of number: Int64) -> String {
        String(unsafeUninitializedCapacity: 16) { buffer in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: UInt64(bitPattern: number) >> UInt64(60 - 4 * place) & 15)
                buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 16
        }
    }
}

/// Confidences of few digits are kept as whole ten-thousandths, which are shorter.
enum StoredConfidence {
    case tenThousandths(Int)
    case exact(Double)

    init(_ confidence: Double) {
        let rounded = (confidence * 10_000).rounded()
        if abs(rounded) <= 10_000, rounded / 10_000 == confidence {
            self = .tenThousandths(Int(rounded))
        } else {
            self = .exact(confidence)
        }
    }
}

extension RawStatement {
    func confidence(_ column: Int32) throws -> Double {
        isInteger(column) ? Double(try integer(column)) / 10_000 : try real(column)
    }
}
