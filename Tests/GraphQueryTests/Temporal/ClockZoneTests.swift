import Testing

@testable import GraphQuery

@Suite("Time zones and the clock")
struct ClockZoneTests {
    @Test("a local time that clocks skip is as much later; one that they show twice is the first, unless the offset says the second")
    func changes() throws {
        #expect(try text("datetime", .string("2021-03-14T02:30[America/New_York]")) == "2021-03-14T03:30-04:00[America/New_York]")
        #expect(try text("datetime", .string("2021-11-07T01:30[America/New_York]")) == "2021-11-07T01:30-04:00[America/New_York]")
        #expect(try text("datetime", .string("2021-11-07T01:30-05:00[America/New_York]")) == "2021-11-07T01:30-05:00[America/New_York]")
    }

    @Test("a zone that skipped a whole day")
    func skippedDay() throws {
        #expect(try text("datetime", .string("2011-12-30T12:00[Pacific/Apia]")) == "2011-12-31T12:00+14:00[Pacific/Apia]")
    }

    @Test("the second of two equal clock times is kept when something else changes")
    func keptOffset() throws {
        let second = try temporal("datetime", "2021-11-07T01:30-05:00[America/New_York]")
        #expect(try text("datetime", .map(["datetime": second, "minute": .integer(0)])) == "2021-11-07T01:00-05:00[America/New_York]")
    }

    @Test("mean solar time before there were zones, to the second; rules in force hold for all years to come")
    func farYears() throws {
        #expect(try text("datetime", .string("1700-01-01T00:00[Europe/Berlin]")) == "1700-01-01T00:00+00:53:28[Europe/Berlin]")
        #expect(try text("datetime", .string("-9000-01-01T00:00[Europe/Berlin]")) == "-9000-01-01T00:00+00:53:28[Europe/Berlin]")
        #expect(try text("datetime", .string("+999999998-07-01T00:00[Europe/Berlin]")) == "+999999998-07-01T00:00+02:00[Europe/Berlin]")
        #expect(try text("datetime", .string("+999999998-01-01T00:00[Europe/Berlin]")) == "+999999998-01-01T00:00+01:00[Europe/Berlin]")
    }

    @Test("the clock in its own zone, and in another")
    func now() throws {
        #expect(try text("datetime") == "2024-05-06T07:08:09Z")
        #expect(try text("localdatetime.statement") == "2024-05-06T07:08:09")
        #expect(try text("date.transaction", .string("Pacific/Honolulu")) == "2024-05-05")
        #expect(try text("time.realtime", .string("Europe/Oslo")) == "09:08:09+02:00")
        #expect(try text("localtime", .map(["timezone": .string("+05:45")])) == "12:53:09")
        #expect(throws: QueryError.self) { try call("date.realtime", .integer(1)) }
        #expect(throws: QueryError.self) { try call("date.realtime", .string("Mars/Olympus")) }
    }

    @Test("the error names the zone and shows how to write one")
    func message() throws {
        let error = try #require(throws: QueryError.self) {
            try call("datetime", .map(["year": .integer(1), "timezone": .string("Oslo")]))
        }
        #expect(error.message.contains("\"Oslo\"") && error.message.contains("Europe/Stockholm"))
    }
}
