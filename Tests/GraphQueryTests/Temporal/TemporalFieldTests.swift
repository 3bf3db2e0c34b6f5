import Testing

@testable import GraphQuery

@Suite("Fields and order")
struct TemporalFieldTests {
    private func field(_ key: String, of value: Value) throws -> String? {
        switch try TemporalFunctions.field(key, of: value) {
        case .integer(let number)?: String(number)
        case .string(let text)?: text
        default: nil
        }
    }

    @Test(
        "fields of a date and time with its zone",
        arguments: [
            ("year", "2021"), ("quarter", "1"), ("month", "1"), ("week", "53"), ("weekYear", "2020"), ("day", "3"), ("ordinalDay", "3"),
            ("dayOfWeek", "7"), ("weekDay", "7"), ("dayOfQuarter", "3"), ("hour", "4"), ("minute", "5"), ("second", "6"),
            ("millisecond", "7"),
            ("microsecond", "7008"), ("nanosecond", "7008009"), ("timezone", "America/St_Johns"), ("offset", "-03:30"),
            ("offsetMinutes", "-210"), ("offsetSeconds", "-12600"), ("epochSeconds", "1609659306"), ("epochMillis", "1609659306007"),
        ])
    func dateTimeFields(key: String, number: String) throws {
        let value = try temporal("datetime", "2021-01-03T04:05:06.007008009[America/St_Johns]")
        #expect(try field(key, of: value) == number)
    }

    @Test(
        "fields of a duration: whole units, and what is left beside them",
        arguments: [
            ("years", "2"), ("quarters", "10"), ("months", "31"), ("weeks", "1"), ("days", "12"), ("hours", "26"), ("minutes", "1561"),
            ("seconds", "93661"), ("milliseconds", "93661002"), ("microseconds", "93661002003"), ("nanoseconds", "93661002003004"),
            ("quartersOfYear", "2"), ("monthsOfYear", "7"), ("monthsOfQuarter", "1"), ("daysOfWeek", "5"), ("minutesOfHour", "1"),
            ("secondsOfMinute", "1"), ("millisecondsOfSecond", "2"), ("microsecondsOfSecond", "2003"), ("nanosecondsOfSecond", "2003004"),
        ])
    func durationFields(key: String, number: String) throws {
        #expect(try field(key, of: temporal("duration", "P2Y7M12DT26H1M1.002003004S")) == number)
    }

    @Test("a type has no field of another")
    func foreignFields() throws {
        let cases = [
            ("date", "2021-01-03", "hour"), ("localtime", "04:05", "year"), ("localtime", "04:05", "timezone"), ("time", "04:05Z", "day"),
            ("localdatetime", "2021-01-03T04:05", "offset"), ("duration", "P1D", "year"), ("date", "2021-01-03", "Year"),
        ]
        for (kind, text, key) in cases { #expect(try field(key, of: temporal(kind, text)) == nil, "\(kind).\(key)") }
        #expect(try field("year", of: .string("2021-01-03")) == nil)
    }

    @Test("a field that does not fit into 64 bits is refused")
    func largeFields() throws {
        let last = try temporal("datetime", "+999999999-12-31T00:00Z")
        #expect(throws: QueryError.self) { try TemporalFunctions.field("epochMillis", of: last) }
        let long = Value.duration(CalendarDuration(seconds: .max))
        #expect(throws: QueryError.self) { try TemporalFunctions.field("nanoseconds", of: long) }
    }

    @Test(
        "the earlier comes first: by the instant, where that is equal from west to east",
        arguments: [
            ("date", "-0001-12-31", "0000-01-01"), ("localtime", "09:59:59.9", "10:00"),
            ("localdatetime", "2020-01-01T23:00", "2020-01-02"),
            ("time", "10:00+02:00", "09:00+00:30"), ("time", "08:00-01:00", "09:00Z"),
            ("datetime", "2020-01-01T10:00+02:00", "2020-01-01T09:00Z"),
            ("datetime", "2020-01-01T10:00Z", "2020-01-01T11:00+01:00"),
            ("datetime", "2020-01-01T11:00+01:00[Europe/Berlin]", "2020-01-01T11:00+01:00[Europe/Oslo]"),
            ("duration", "P30D", "P1M"), ("duration", "P1M", "P31D"), ("duration", "PT-0.5S", "PT0S"), ("duration", "PT24H", "P1D"),
        ])
    func order(kind: String, first: String, second: String) throws {
        let (first, second) = (try temporal(kind, first), try temporal(kind, second))
        #expect(TemporalFunctions.precedes(first, second) == true)
        #expect(TemporalFunctions.precedes(second, first) == false)
        #expect(TemporalFunctions.precedes(first, first) == false)
    }

    @Test("values of different types have no order")
    func noOrder() throws {
        let (date, local) = (try temporal("date", "2020-01-01"), try temporal("localdatetime", "2020-01-02T00:00"))
        #expect(TemporalFunctions.precedes(date, local) == nil)
        #expect(TemporalFunctions.precedes(date, .integer(1)) == nil)
    }
}
