/// A map that says which date, time or both is meant: `{year: 2015, week: 30, dayOfWeek: 2, hour: 21, timezone: '+01:00'}`, or another
/// value and what to change in it: `{date: other, day: 28}`.
struct TemporalMap {
    private let entries: [String: Value]
    private let kind: TemporalKind

    /// - Throws: `QueryError` for a key that the type does not know.
    init(_ entries: [String: Value], for kind: TemporalKind) throws {
        self.entries = entries
        self.kind = kind
        var known = ["timezone"]
        if kind.hasDate { known += ["year"] + Self.dateKeys.flatMap { $0 } }
        if kind.hasTime { known += Self.timeKeys + Self.subsecondKeys }
        known += kind.selections
        if let key = entries.keys.filter({ !known.contains($0) }).min() {
            throw QueryError.invalidTemporal("a \(kind.rawValue) has no \"\(key)\"; it is made from \(known.joined(separator: ", "))")
        }
    }

    /// The value that the map describes.
    func value(now: ZonedDateTime) throws -> Value {
        if let zone = try zone, entries.count == 1 {
            return try TemporalParts(now).moved(to: zone, now: now).value(as: kind, now: now)
        }
        let selected = try selection()
        var parts = try changing(selected, truncatedTo: nil)
        if let zone = try zone {
            guard kind.hasZone else {
                throw QueryError.invalidTemporal("a \(kind.rawValue) has no time zone; leave out \"timezone\", or give nothing else")
            }
            parts = try parts.moved(to: zone, now: now)
        }
        return try parts.value(as: kind, now: now)
    }

    /// What `truncate` gives: the parts truncated so far, and what the map changes in them. A time zone keeps date and time of day.
    func value(changing truncated: TemporalParts, truncatedTo unit: TruncationUnit, now: ZonedDateTime) throws -> Value {
        if let key = kind.selections.first(where: { entries[$0] != nil }) {
            throw QueryError.invalidTemporal("what is truncated is given before the map; leave out \"\(key)\"")
        }
        var parts = truncated
        if let zone = try zone { parts = parts.placed(in: zone) }
        return try changing(parts, truncatedTo: unit).value(as: kind, now: now)
    }

    // MARK: Reading keys

    /// Keys that belong together: a day is said in one of these ways.
    private static let dateKeys = [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"]]
    private static let timeKeys = ["hour", "minute", "second"]
    private static let subsecondKeys = ["millisecond", "microsecond", "nanosecond"]

    private func has(_ key: String) -> Bool { entries[key] != nil }

    private func integer(_ key: String) throws -> Int? {
        switch entries[key] {
        case nil: nil
        case .integer(let number): number
        default: throw QueryError.wrongTemporalType("\(key) is not a whole number; write one such as {\(key): 1}")
        }
    }

    private var zone: ClockZone? {
        get throws {
            switch entries["timezone"] {
            case nil: nil
            case .string(let name): try ClockZone(name: name)
            default: throw QueryError.wrongTemporalType("timezone is not text; write an offset such as '+01:00' or a name")
            }
        }
    }

    // MARK: Selecting

    /// What the keys `date`, `time`, `datetime`, `epochSeconds` and `epochMillis` select.
    private func selection() throws -> TemporalParts {
        let keys = kind.selections.filter(has)
        if keys.count > 1, keys != ["date", "time"] {
            throw QueryError.invalidTemporal("\(keys.joined(separator: " and ")) say the same thing twice; leave one out")
        }
        switch keys.first {
        case "epochSeconds"?:
            return try TemporalParts(ClockZone.utc.dateTime(atInstant: try integer("epochSeconds") ?? 0, nanosecond: 0))
        case "epochMillis"?:
            return try TemporalParts(ZonedDateTime(epochMilliseconds: try integer("epochMillis") ?? 0))
        default: break
        }
        var selected = TemporalParts()
        if let key = keys.first(where: { $0 != "time" }) {
            guard let date = try point(key).date else {
                throw QueryError.invalidTemporal("what \(key) selects has no date; give a date, or a date and time")
            }
            selected.date = date
        }
        if let key = keys.first(where: { $0 != "date" }) {
            let parts = try point(key)
            guard let time = parts.time ?? (key == "datetime" ? .midnight : nil) else {
                throw QueryError.invalidTemporal("what \(key) selects has no time of day; give a time, or a date and time")
            }
            (selected.time, selected.zone, selected.offset) = (time, parts.zone, parts.offset)
        }
        return selected
    }

    private func point(_ key: String) throws -> TemporalParts {
        guard let parts = try entries[key].flatMap(TemporalParts.init) else {
            throw QueryError.wrongTemporalType("\(key) is no point in time; give one, such as {\(key): \(key)()}")
        }
        return parts
    }

    // MARK: Changing

    private func changing(_ base: TemporalParts, truncatedTo unit: TruncationUnit?) throws -> TemporalParts {
        var parts = base
        if kind.hasDate { parts.date = try date(changing: base.date) }
        if kind.hasTime { parts.time = try time(changing: base.time, truncatedTo: unit) }
        return parts
    }

    private func date(changing base: LocalDate?) throws -> LocalDate {
        let groups = Self.dateKeys.filter { $0.contains(where: has) }
        if groups.count > 1 {
            let keys = groups.compactMap { $0.first(where: has) }
            throw QueryError.invalidTemporal("\(keys.joined(separator: " and ")) belong to different calendars; use one of them")
        }
        guard let group = groups.first else {
            guard let year = try integer("year") else {
                guard let base else { throw missing("year") }
                return base
            }
            return try LocalDate(year: year, month: base?.components.month ?? 1, clippingDay: base?.components.day ?? 1)
        }
        guard let year = try integer("year") ?? (group[0] == "week" ? base?.weekYear : base?.components.year) else { throw missing("year") }
        let number = try integer(group[0])
        let day = try group.dropFirst().first.flatMap(integer)
        if number == nil, base == nil { throw missing(group[0]) }
        switch group[0] {
        case "month":
            let month = number ?? base?.components.month ?? 1
            guard let day else { return try LocalDate(year: year, month: month, clippingDay: base?.components.day ?? 1) }
            return try LocalDate(year: year, month: month, day: day)
        case "week":
            return try LocalDate(weekYear: year, week: number ?? base?.week ?? 1, dayOfWeek: day ?? base?.dayOfWeek ?? 1)
        case "quarter":
            let quarter = number ?? base?.quarter ?? 1
            if let day { return try LocalDate(year: year, quarter: quarter, dayOfQuarter: day) }
            guard let base, (1...4).contains(quarter) else { return try LocalDate(year: year, quarter: quarter, dayOfQuarter: 1) }
            let month = quarter * 3 - 2 + (base.components.month - 1) % 3
            return try LocalDate(year: year, month: month, clippingDay: base.components.day)
        default:
            return try LocalDate(year: year, ordinalDay: number ?? 1)
        }
    }

    private func time(changing base: LocalTime?, truncatedTo unit: TruncationUnit?) throws -> LocalTime {
        let subsecond = Self.subsecondKeys.first(where: has)
        if base == nil {
            if has("minute"), !has("hour") { throw missing("hour") }
            if has("second"), !has("minute") { throw missing("minute") }
            if subsecond != nil, !has("second") { throw missing("second") }
            if !kind.hasDate, !has("hour") { throw missing("hour") }
        }
        let base = base ?? .midnight
        return try LocalTime(
            hour: try integer("hour") ?? base.hour, minute: try integer("minute") ?? base.minute,
            second: try integer("second") ?? base.second,
            nanosecond: subsecond == nil ? base.nanosecond : try nanosecond(changing: base.nanosecond, truncatedTo: unit))
    }

    /// Milliseconds, microseconds and nanoseconds add up to the part of the second; each is below the next greater one that is given. What
    /// `unit` has left standing is given too.
    private func nanosecond(changing base: Int, truncatedTo unit: TruncationUnit?) throws -> Int {
        let keptMilliseconds = unit == .millisecond || unit == .microsecond ? base / 1_000_000 : nil
        let keptMicroseconds = unit == .microsecond ? base / 1000 % 1000 : nil
        let milliseconds = try integer("millisecond") ?? keptMilliseconds
        let microseconds = try integer("microsecond") ?? keptMicroseconds
        let nanoseconds = try integer("nanosecond")
        let finest = microseconds != nil ? 999 : milliseconds != nil ? 999_999 : 999_999_999
        try check(milliseconds, upTo: 999, as: "millisecond")
        try check(microseconds, upTo: milliseconds == nil ? 999_999 : 999, as: "microsecond")
        try check(nanoseconds, upTo: finest, as: "nanosecond")
        return (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1000 + (nanoseconds ?? 0)
    }

    private func check(_ number: Int?, upTo last: Int, as name: String) throws {
        if let number, !(0...last).contains(number) {
            throw QueryError.invalidTemporal("\(name) \(number) does not exist beside the other keys; write 0 to \(last)")
        }
    }

    private func missing(_ key: String) -> QueryError {
        QueryError.invalidTemporal("the map for \(kind.rawValue) lacks \"\(key)\"; give it, or another value to take it from")
    }
}

extension TemporalKind {
    /// The keys of a map that select parts of other values.
    var selections: [String] {
        switch self {
        case .date: ["date"]
        case .localTime, .time: ["time"]
        case .localDateTime: ["date", "time", "datetime"]
        case .dateTime: ["date", "time", "datetime", "epochSeconds", "epochMillis"]
        }
    }
}
