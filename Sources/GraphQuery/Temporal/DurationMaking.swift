/// Durations out of maps and out of text.
extension CalendarDuration {
    /// `{months: 5, days: 1.5}`.
    ///
    /// - Throws: `QueryError` for an unknown key or a value that is no number.
    init(map: [String: Value]) throws {
        if let key = map.keys.filter({ key in !DurationUnit.allCases.contains { $0.rawValue == key } }).min() {
            let names = DurationUnit.allCases.map(\.rawValue).joined(separator: ", ")
            throw QueryError.invalidTemporal("a duration has no \"\(key)\"; it is made from \(names)")
        }
        var sums = DurationSums()
        for unit in DurationUnit.allCases {
            switch map[unit.rawValue] {
            case nil: continue
            case .integer(let number): try sums.add(ExactDecimal(number), unit)
            case .float(let number):
                guard let amount = ExactDecimal(number) else {
                    throw QueryError.temporalOutOfRange("\(unit.rawValue) \(number) is too large; write fewer than 19 digits")
                }
                try sums.add(amount, unit)
            default: throw QueryError.wrongTemporalType("\(unit.rawValue) is no number; write one such as {\(unit.rawValue): 1.5}")
            }
        }
        try self.init(months: sums.months, days: sums.days, seconds: sums.seconds)
    }

    /// `P1Y2M3W4DT5H6M7.8S`, each number with a fraction and sign if need be, or `P2012-02-02T14:37:21.545`; a sign before the P is for
    /// all of it.
    ///
    /// - Throws: `QueryError` for any other text.
    init(text: String) throws {
        var reader = TemporalReader(text)
        let sign = reader.sign() ?? 1
        guard reader.take("P"), let sums = try DurationSums(unitsIn: reader, sign: sign) ?? DurationSums(dateTimeIn: reader, sign: sign)
        else {
            throw QueryError.invalidTemporal("\"\(text.prefix(64))\" is no duration; write one such as P1Y2M14DT16H12M0.5S")
        }
        try self.init(months: sums.months, days: sums.days, seconds: sums.seconds)
    }
}

/// The units that durations are made from, in the order of their text.
private enum DurationUnit: String, CaseIterable {
    case years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds
}

/// Months, days and seconds with their fractions.
private struct DurationSums {
    var months = ExactDecimal.zero
    var days = ExactDecimal.zero
    var seconds = ExactDecimal.zero

    init() {}

    /// - Throws: `QueryError` when a sum has more than 20 digits.
    mutating func add(_ amount: ExactDecimal, _ unit: DurationUnit) throws {
        let (part, product): (WritableKeyPath<Self, ExactDecimal>, ExactDecimal?) =
            switch unit {
            case .years: (\.months, amount.multiplied(by: 12))
            case .quarters: (\.months, amount.multiplied(by: 3))
            case .months: (\.months, amount)
            case .weeks: (\.days, amount.multiplied(by: 7))
            case .days: (\.days, amount)
            case .hours: (\.seconds, amount.multiplied(by: 3600))
            case .minutes: (\.seconds, amount.multiplied(by: 60))
            case .seconds: (\.seconds, amount)
            case .milliseconds: (\.seconds, ExactDecimal(attos: amount.attos / 1000))
            case .microseconds: (\.seconds, ExactDecimal(attos: amount.attos / 1_000_000))
            case .nanoseconds: (\.seconds, ExactDecimal(attos: amount.attos / 1_000_000_000))
            }
        guard let sum = product.flatMap(self[keyPath: part].adding) else { throw QueryError.durationTooLong }
        self[keyPath: part] = sum
    }

    /// Amounts with the letters of their units, up to the end of the text; nil when something else stands there.
    init?(unitsIn text: TemporalReader, sign: Int) throws {
        var reader = text
        var count = 0
        func read(_ letters: [(Unicode.Scalar, DurationUnit)]) throws {
            for (letter, unit) in letters {
                var ahead = reader
                let ownSign = ahead.sign() ?? 1
                guard let whole = ahead.number(digits: 1...18), let fraction = ahead.fraction(places: 18), ahead.take(letter) else {
                    continue
                }
                let attos = Int128(whole) * ExactDecimal.one + Int128(fraction)
                try add(ExactDecimal(attos: attos * Int128(sign * ownSign)), unit)
                (reader, count) = (ahead, count + 1)
            }
        }
        try read([("Y", .years), ("M", .months), ("W", .weeks), ("D", .days)])
        if reader.take("T") {
            let before = count
            try read([("H", .hours), ("M", .minutes), ("S", .seconds)])
            guard count > before else { return nil }
        }
        guard count > 0, reader.isAtEnd else { return nil }
    }

    /// A date and time of day to count from the year 0, up to the end of the text: `2012-02-02T14:37:21.545`, `20120202T143721.545`; nil
    /// when something else stands there.
    init?(dateTimeIn text: TemporalReader, sign: Int) throws {
        var reader = text
        guard let years = reader.number(digits: 4...4) else { return nil }
        let isExtended = reader.take("-")
        guard let months = reader.number(digits: 2...2), months <= 12, reader.take("-") == isExtended,
            let days = reader.number(digits: 2...2), days <= 31
        else { return nil }
        let time = reader.take("T") ? try reader.time() : .midnight
        guard let time, reader.isAtEnd else { return nil }
        self.months = ExactDecimal(sign * (years * 12 + months))
        self.days = ExactDecimal(sign * days)
        seconds = ExactDecimal(attos: Int128(sign * time.nanosecondsOfDay) * 1_000_000_000)
    }
}
