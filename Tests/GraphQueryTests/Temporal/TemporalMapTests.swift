import Testing

@testable import GraphQuery

@Suite("Points in time out of maps")
struct TemporalMapTests {
    @Test(
        "a day by month, week, quarter or day of the year; what is left out is the first",
        arguments: [
            (["year": 2020, "month": 2, "day": 29], "2020-02-29"), (["year": 2020, "month": 2], "2020-02-01"),
            (["year": 2020], "2020-01-01"),
            (["year": 2020, "week": 53, "dayOfWeek": 7], "2021-01-03"), (["year": 2021, "week": 1], "2021-01-04"),
            (["year": 2020, "quarter": 1, "dayOfQuarter": 91], "2020-03-31"), (["year": 2020, "quarter": 2], "2020-04-01"),
            (["year": 2020, "ordinalDay": 60], "2020-02-29"), (["year": -1, "month": 12], "-0001-12-01"),
        ])
    func days(entries: [String: Int], day: String) throws {
        #expect(try text("date", numbers(entries)) == day)
        #expect(try text("localdatetime", numbers(entries)) == day + "T00:00")
        #expect(try text("datetime", numbers(entries)) == day + "T00:00Z")
    }

    @Test(
        "parts of a second add up",
        arguments: [
            (["millisecond": 7], "01:02:03.007"), (["microsecond": 7], "01:02:03.000007"), (["nanosecond": 7], "01:02:03.000000007"),
            (["millisecond": 7, "microsecond": 8, "nanosecond": 9], "01:02:03.007008009"), (["microsecond": 999_999], "01:02:03.999999"),
            (["millisecond": 7, "nanosecond": 999_999], "01:02:03.007999999"),
        ])
    func subseconds(entries: [String: Int], time: String) throws {
        #expect(try text("localtime", numbers(entries.merging(["hour": 1, "minute": 2, "second": 3]) { $1 })) == time)
    }

    @Test(
        "a map of numbers that belong to no date or time is refused",
        arguments: [
            [:], ["month": 1], ["year": 2021, "month": 2, "day": 29], ["year": 2020, "day": 1], ["year": 2020, "dayOfWeek": 1],
            ["year": 2020, "dayOfQuarter": 1], ["year": 2020, "month": 1, "week": 1], ["year": 2020, "quarter": 1, "day": 1],
            ["year": 2020, "ordinalDay": 367], ["year": 1_000_000_000], ["year": Int.min], ["year": 2020, "month": Int.max],
            ["year": 2020, "minute": 1], ["year": 2020, "hour": 1, "second": 1], ["year": 2020, "hour": 1, "minute": 1, "nanosecond": 1],
            ["year": 2020, "hour": 24], ["year": 2020, "hour": 1, "minute": 1, "second": 1, "millisecond": 1000],
            ["year": 2020, "hour": 1, "minute": 1, "second": 1, "millisecond": 1, "microsecond": 1000],
            ["year": 2020, "hour": 1, "minute": 1, "second": 1, "microsecond": 1, "nanosecond": 1000], ["year": 2020, "hours": 1],
        ])
    func refused(entries: [String: Int]) {
        #expect(throws: QueryError.self) { try call("localdatetime", numbers(entries)) }
    }

    @Test("a key that a type does not know is refused: times in a date, zones in local times, dates in times")
    func foreignKeys() {
        #expect(throws: QueryError.self) { try call("date", numbers(["year": 2020, "hour": 1])) }
        #expect(throws: QueryError.self) { try call("time", numbers(["year": 2020, "hour": 1])) }
        #expect(throws: QueryError.self) { try call("localtime", .map(["hour": .integer(1), "timezone": .string("Z")])) }
    }

    @Test("values of other types are refused as such")
    func wrongTypes() throws {
        for entries in [["year": Value.float(2020)], ["year": .string("2020")], ["year": .integer(2020), "timezone": .integer(1)]] {
            let error = try #require(throws: QueryError.self) { try call("datetime", .map(entries)) }
            #expect(error.kind == .typeError && error.detail == "InvalidArgumentType")
        }
    }

    @Test(
        "another date with changes: the day moves to the month's last where there is no such day",
        arguments: [
            (["year": 2021], "2021-05-31"), (["month": 6], "2020-06-30"), (["day": 1], "2020-05-01"),
            (["month": 2, "day": 3], "2020-02-03"),
            (["week": 1], "2020-01-05"), (["dayOfWeek": 1], "2020-05-25"), (["quarter": 1], "2020-02-29"),
            (["dayOfQuarter": 1], "2020-04-01"),
            (["ordinalDay": 366], "2020-12-31"), (["year": 2021, "week": 2, "dayOfWeek": 3], "2021-01-13"),
        ])
    func changedDates(changes: [String: Int], day: String) throws {
        var entries = changes.mapValues(Value.integer)
        entries["date"] = try temporal("date", "2020-05-31")
        #expect(try text("date", .map(entries)) == day)
    }

    @Test("a date alone changes its day only in a month that has it")
    func changedToNoDay() throws {
        let date = try temporal("date", "2020-05-31")
        #expect(throws: QueryError.self) { try call("date", .map(["date": date, "month": .integer(2), "day": .integer(30)])) }
    }

    @Test("a time that has a zone keeps its instant in another; one that has none keeps what its clock shows")
    func zones() throws {
        let (zoned, local) = (try temporal("time", "23:30+01:00"), try temporal("localtime", "23:30"))
        let zone = Value.string("+03:00")
        #expect(try text("time", .map(["time": zoned])) == "23:30+01:00")
        #expect(try text("time", .map(["time": zoned, "timezone": zone])) == "01:30+03:00")
        #expect(try text("time", .map(["time": local, "timezone": zone])) == "23:30+03:00")
        #expect(try text("time", .map(["hour": .integer(23), "timezone": zone])) == "23:00+03:00")
        #expect(try text("localtime", .map(["time": zoned])) == "23:30")
    }

    @Test("date and time come from different values, the zone from the time; changes are made before the zone")
    func dateAndTime() throws {
        let date = try temporal("datetime", "2020-07-01T09:00-05:00")
        let time = try temporal("datetime", "2019-01-01T23:30+01:00[Europe/Oslo]")
        let both = ["date": date, "time": time]
        #expect(try text("localdatetime", .map(both)) == "2020-07-01T23:30")
        #expect(try text("datetime", .map(both)) == "2020-07-01T23:30+02:00[Europe/Oslo]")
        let changed = both.merging(["day": .integer(31), "minute": .integer(0), "timezone": .string("+09:00")]) { $1 }
        #expect(try text("datetime", .map(changed)) == "2020-08-01T06:00+09:00")
        #expect(try text("datetime", .map(["date": date, "hour": .integer(9)])) == "2020-07-01T09:00Z")
    }

    @Test("a date and time is selected whole, or converted without a map")
    func wholeDateTimes() throws {
        let zoned = try temporal("datetime", "2020-07-01T09:00+02:00[Europe/Oslo]")
        #expect(try text("datetime", zoned) == "2020-07-01T09:00+02:00[Europe/Oslo]")
        #expect(try text("datetime", .map(["datetime": zoned, "month": .integer(1)])) == "2020-01-01T09:00+01:00[Europe/Oslo]")
        #expect(try text("datetime", .map(["datetime": zoned, "timezone": .string("Z")])) == "2020-07-01T07:00Z")
        #expect(try text("localdatetime", zoned) == "2020-07-01T09:00")
        #expect(try text("date", zoned) == "2020-07-01")
        #expect(try text("time", zoned) == "09:00+02:00")
        #expect(try text("localtime", zoned) == "09:00")
    }

    @Test("what lacks a date gives none, and what lacks a time of day none")
    func missingParts() throws {
        let (date, time) = (try temporal("date", "2020-07-01"), try temporal("time", "09:00Z"))
        for (function, argument) in [("date", time), ("localdatetime", time), ("datetime", time), ("time", date), ("localtime", date)] {
            #expect(throws: QueryError.self) { try call(function, argument) }
        }
        #expect(throws: QueryError.self) { try call("date", .map(["date": time])) }
        #expect(throws: QueryError.self) { try call("time", .map(["time": date])) }
        #expect(throws: QueryError.self) { try call("datetime", .map(["datetime": date, "date": date])) }
        #expect(throws: QueryError.self) { try call("date", .integer(2020)) }
    }

    @Test("seconds and milliseconds since 1970, also before it")
    func epoch() throws {
        #expect(try text("datetime.fromepoch", .integer(86_400), .integer(1)) == "1970-01-02T00:00:00.000000001Z")
        #expect(try text("datetime.fromepoch", .integer(-1), .integer(0)) == "1969-12-31T23:59:59Z")
        #expect(try text("datetime.fromepochmillis", .integer(-1)) == "1969-12-31T23:59:59.999Z")
        #expect(try text("datetime", .map(["epochSeconds": .integer(0), "timezone": .string("+01:00")])) == "1970-01-01T01:00+01:00")
        #expect(try text("datetime", numbers(["epochMillis": 1001])) == "1970-01-01T00:00:01.001Z")
        #expect(throws: QueryError.self) { try call("datetime.fromepoch", .integer(.max), .integer(0)) }
        #expect(throws: QueryError.self) { try call("datetime.fromepoch", .integer(0), .integer(-1)) }
        #expect(throws: QueryError.self) { try call("datetime.fromepochmillis", .float(1)) }
    }

    @Test("null in, null out", arguments: TemporalFunctions.arities.keys.sorted())
    func nulls(function: String) throws {
        let count = try #require(TemporalFunctions.arities[function]?.upperBound)
        let nothing = try TemporalFunctions.call(
            function, Array(repeating: .null, count: count), now: ZonedDateTime(epochMilliseconds: 0))
        guard case .null = nothing else {
            Issue.record("\(function)(null) is not null")
            return
        }
    }

    @Test("a map with a null is null")
    func nullsInMaps() throws {
        #expect(try text("date", .map(["year": .null])) == "null")
        #expect(try text("duration", .map(["days": .null])) == "null")
    }
}
