import Foundation

/// Reads dates as they are written in headers, metadata and datelines.
///
/// `2025-06-01`, `2025-06-01T10:00Z`, `2025/06/01`, `01.06.2025`, `June 1, 2025`, `Sunday 1 June 2025`, `Sun, 01 Jun 2025 10:00:00 GMT`, and, without
/// a year, `June 1`. A date in digits is read only when the order of its numbers is certain.
struct DateScanner {
    struct Found: Equatable {
        var year: Int?
        var month: Int
        var day: Int
        /// Bytes that the date takes, up to the first that no longer belongs to it.
        var end: Int

        /// nil without a year.
        var components: DateComponents? {
            year.map { DateComponents(year: $0, month: month, day: day) }
        }
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The date that begins with the first byte.
    static func date(at bytes: ArraySlice<UInt8>) -> Found? {
        var scanner = DateScanner(bytes: bytes)
        return scanner.scan()
    }

    /// The date that a string begins with, if it has a year: for metadata.
    static func date(in text: some StringProtocol) -> DateComponents? {
        let bytes = Array(text.utf8.prefix(64)).drop { $0 <= 32 }
        return date(at: bytes)?.components
    }

    private mutating func scan() -> Found? {
        if let found = scanDigits() { return found }
        position = bytes.startIndex
        if let word = word(), Self.weekdays.contains(word) {
            skip(", ")
        } else {
            position = bytes.startIndex
        }
        let start = position
        if let found = scanMonthFirst() { return found }
        position = start
        return scanDayFirst()
    }

    /// Year first with - or /, or day first with dots.
    private mutating func scanDigits() -> Found? {
        guard let first = number(), let separator = peek(), "-/.".utf8.contains(separator) else { return nil }
        position += 1
        guard let second = number(), peek() == separator else { return nil }
        position += 1
        guard let third = number(), peek().map({ !(48...57).contains($0) }) ?? true else { return nil }
        switch (first.digits, second.digits, third.digits) {
        case (4, 1...2, 1...2) where separator != UInt8(ascii: "."): return found(first.value, second.value, third.value)
        case (1...2, 1...2, 4) where separator == UInt8(ascii: "."): return found(third.value, second.value, first.value)
        default: return nil
        }
    }

    private mutating func scanMonthFirst() -> Found? {
        guard let name = word(), let month = Self.months[name] else { return nil }
        skip(". ")
        guard let day = number(), day.digits <= 2 else { return nil }
        skipOrdinal()
        let year = year()
        return found(year, month, day.value)
    }

    private mutating func scanDayFirst() -> Found? {
        guard let day = number(), day.digits <= 2 else { return nil }
        skipOrdinal()
        skip(" -")
        if let of = word(), of != "of" { position -= of.utf8.count } else { skip(" ") }
        guard let name = word(), let month = Self.months[name] else { return nil }
        skip(".")
        let year = year()
        return found(year, month, day.value)
    }

    /// The year behind a day and month, if there is one.
    private mutating func year() -> Int? {
        let start = position
        skip(", -")
        if let number = number(), number.digits == 4, (1000...2999).contains(number.value) { return number.value }
        position = start
        return nil
    }

    private func found(_ year: Int?, _ month: Int, _ day: Int) -> Found? {
        let days = month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard (1...12).contains(month), (1...days).contains(day) else { return nil }
        return Found(year: year, month: month, day: day, end: position)
    }

    private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skip(_ set: String) {
        while let byte = peek(), set.utf8.contains(byte) || (byte == 0xA0 || byte == 0xC2) && set.contains(" ") { position += 1 }
    }

    private mutating func skipOrdinal() {
        let start = position
        if let word = word(), ["st", "nd", "rd", "th"].contains(word) { return }
        position = start
    }

    private mutating func number() -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while let byte = peek(), (48...57).contains(byte), position - start < 5 {
            value = value * 10 + Int(byte - 48)
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    /// Letters in lower case.
    private mutating func word() -> String? {
        var letters: [UInt8] = []
        while let byte = peek(), (65...90).contains(byte & 0xDF), letters.count < 12 {
            letters.append(byte | 0x20)
            position += 1
        }
        return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self)
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
        "fri",
        "sat", "sun",
    ]

    private static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
        "july": 7,
        "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
        "december": 12,
        "dec": 12,
    ]
}
