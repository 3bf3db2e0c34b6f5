import Testing

@testable import GraphQuery

@Suite("Truncating")
struct TemporalTruncationTests {
    @Test(
        "each unit keeps what is coarser",
        arguments: [
            ("millennium", "1000-01-01T00:00"), ("century", "1900-01-01T00:00"), ("decade", "1990-01-01T00:00"),
            ("year", "1999-01-01T00:00"),
            ("weekYear", "1999-01-04T00:00"), ("quarter", "1999-04-01T00:00"), ("month", "1999-06-01T00:00"), ("week", "1999-06-14T00:00"),
            ("day", "1999-06-17T00:00"), ("hour", "1999-06-17T18:00"), ("minute", "1999-06-17T18:19"), ("second", "1999-06-17T18:19:20"),
            ("millisecond", "1999-06-17T18:19:20.123"), ("microsecond", "1999-06-17T18:19:20.123456"), ("WEEKYEAR", "1999-01-04T00:00"),
        ])
    func units(unit: String, start: String) throws {
        let local = try temporal("localdatetime", "1999-06-17T18:19:20.123456789")
        #expect(try text("localdatetime.truncate", .string(unit), local) == start)
        #expect(try text("datetime.truncate", .string(unit), local, .map([:])) == start + "Z")
    }

    @Test("a decade and a century before the year 1 start at their lower end")
    func beforeYearOne() throws {
        let date = try temporal("date", "-0044-03-15")
        #expect(try text("date.truncate", .string("decade"), date) == "-0050-01-01")
        #expect(try text("date.truncate", .string("century"), date) == "-0100-01-01")
    }

    @Test("the map changes what was truncated; parts of a second below the unit are added")
    func changes() throws {
        let zoned = try temporal("datetime", "1999-06-17T18:19:20.123456789-03:00")
        #expect(try text("date.truncate", .string("month"), zoned, numbers(["day": 5])) == "1999-06-05")
        #expect(try text("date.truncate", .string("week"), zoned, numbers(["dayOfWeek": 7])) == "1999-06-20")
        #expect(try text("time.truncate", .string("hour"), zoned, numbers(["second": 1])) == "18:00:01-03:00")
        #expect(try text("time.truncate", .string("millisecond"), zoned, numbers(["microsecond": 5])) == "18:19:20.123005-03:00")
        #expect(try text("localtime.truncate", .string("microsecond"), zoned, numbers(["nanosecond": 5])) == "18:19:20.123456005")
        #expect(try text("localtime.truncate", .string("second"), zoned, numbers(["nanosecond": 5])) == "18:19:20.000000005")
    }

    @Test("a time zone in the map keeps what the clock shows")
    func zones() throws {
        let zoned = try temporal("datetime", "1999-06-17T18:19-03:00")
        let oslo = Value.map(["timezone": .string("Europe/Oslo")])
        #expect(try text("datetime.truncate", .string("day"), zoned, oslo) == "1999-06-17T00:00+02:00[Europe/Oslo]")
        #expect(try text("time.truncate", .string("hour"), zoned, .map(["timezone": .string("+01:00")])) == "18:00+01:00")
    }

    @Test("without a value, now is truncated")
    func now() throws {
        #expect(try text("datetime.truncate", .string("hour")) == "2024-05-06T07:00Z")
    }

    @Test("a unit too fine for a date or too coarse for a time, an unknown one, and a value without the part are refused")
    func refused() throws {
        let (date, time) = (try temporal("date", "1999-06-17"), try temporal("localtime", "18:19"))
        let cases: [(String, String, Value)] = [
            ("date", "hour", try temporal("localdatetime", "1999-06-17T18:19")), ("localtime", "month", time),
            ("localdatetime", "hour", date),
            ("time", "day", date), ("date", "day", time), ("date", "fortnight", date), ("date", "day", .string("1999-06-17")),
        ]
        for (kind, unit, value) in cases {
            #expect(throws: QueryError.self, "\(kind).truncate to \(unit)") { try call(kind + ".truncate", .string(unit), value) }
        }
        #expect(throws: QueryError.self) { try call("date.truncate", .string("day"), date, .map(["date": date])) }
        #expect(throws: QueryError.self) { try call("date.truncate", .string("day"), date, numbers(["hour": 1])) }
        #expect(throws: QueryError.self) { try call("date.truncate", .string("day"), date, .integer(1)) }
    }
}
