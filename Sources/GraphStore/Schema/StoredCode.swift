import GRDB
import KnowledgeGraph

/// A kind of value that the file holds as a small number: the place in `codes`.
protocol StoredCode: Hashable, Sendable {
    /// New cases go to the end: the numbers of the old ones stand in files.
    static var codes: [Self] { get }
}

extension StoredCode {
    var code: Int {
        guard let code = Self.codes.firstIndex(of: self) else { preconditionFailure("\(Self.self).codes lacks \(self)") }
        return code
    }

    init(code: Int) throws {
        guard Self.codes.indices.contains(code) else { throw DatabaseError.damage("\(code) is no \(Self.self)") }
        self = Self.codes[code]
    }
}

extension Status: StoredCode {
    static let codes: [Status] = [.actual, .denied, .planned, .requested, .possible]
}

extension ActorType: StoredCode {
    /// In the alphabet's order, by which actors of equal names are told apart.
    static let codes: [ActorType] = [.country, .event, .facility, .group, .organization, .person, .place, .thing]
}

extension StatementDate.Precision: StoredCode {
    static let codes: [StatementDate.Precision] = [.day, .week, .month, .quarter, .year, .range]
}

extension StatementDate.Source: StoredCode {
    static let codes: [StatementDate.Source] = [.document, .text, .context]
}

/// Why a name belongs to an actor.
enum NameReason: StoredCode {
    /// Extraction calls the actor so.
    case name
    /// A text does.
    case mention

    static let codes: [NameReason] = [.name, .mention]
}

/// Statement ids: 16 hex digits, as extraction makes them, are kept as the 64-bit number they write.
enum StoredID {
    case number(Int64)
    case text(String)

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
