import Testing

@testable import GraphQuery

@Suite("Reading ISO 8601")
struct TemporalReadingTests {
    @Test(
        "every notation of a date gives its day",
        arguments: [
            ("2020-03-01", "2020-03-01"), ("20200301", "2020-03-01"), ("2020-3-1", "2020-03-01"), ("2020-03", "2020-03-01"),
            ("202003", "2020-03-01"), ("2020", "2020-01-01"),
            ("2020-W53-5", "2021-01-01"), ("2020W535", "2021-01-01"), ("2020-W53", "2020-12-28"), ("2020W53", "2020-12-28"),
            ("2020-061", "2020-03-01"), ("2020061", "2020-03-01"), ("2020030", "2020-01-30"), ("2020-366", "2020-12-31"),
            ("2020-Q3-01", "2020-07-01"), ("2020Q392", "2020-09-30"), ("2020-Q4", "2020-10-01"), ("2020Q4", "2020-10-01"),
            ("+2020-03-01", "2020-03-01"), ("+20200301", "+20200301-01-01"), ("-0043-03-15", "-0043-03-15"),
            ("+12345-W01-1", "+12345-01-01"), ("0000-02-29", "0000-02-29"),
            ("+999999999-12-31", "+999999999-12-31"), ("-999999999-01-01", "-999999999-01-01"),
        ])
    func dates(notation: String, day: String) throws {
        #expect(try text("date", .string(notation)) == day)
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "2020-", "2020-3-", "20-03-01", "2020-02-30", "2019-366", "2020-13-01", "2019-W53", "2020-W00", "2020-W10-8", "2020-Q5",
            "2020-Q1-92", "2020-03-01T", "2020-03-01T10:00", " 2020-03-01", "2020-03-01x", "+2020W10-1", "+1000000000-01-01", "２０２０-03-01",
            "2020W1", "202003011",
        ])
    func noDates(notation: String) {
        #expect(throws: QueryError.self) { try temporal("date", notation) }
    }

    @Test(
        "every notation of a time of day",
        arguments: [
            ("07", "07:00"), ("7:05", "07:05"), ("0705", "07:05"), ("07:05:09", "07:05:09"), ("070509", "07:05:09"),
            ("07:05:09.5", "07:05:09.5"), ("070509,25", "07:05:09.25"), ("23:59:59.999999999", "23:59:59.999999999"),
            ("07:05:09.0000000019", "07:05:09.000000001"), ("07:05:00.000", "07:05"),
        ])
    func times(notation: String, time: String) throws {
        #expect(try text("localtime", .string(notation)) == time)
        #expect(try text("time", .string(notation)) == time + "Z")
        #expect(try text("localdatetime", .string("2020-03-01T" + notation)) == "2020-03-01T" + time)
        #expect(try text("datetime", .string("2020061T" + notation)) == "2020-03-01T" + time + "Z")
    }

    @Test(
        "what is no time of day is refused",
        arguments: ["", "24:00", "07:60", "07:05:60", "7:", "070", "07:05:", "07:05:09.", "07.5", "07:05Z", "07:05+01:00", "0705:09"])
    func noTimes(notation: String) {
        #expect(throws: QueryError.self) { try temporal("localtime", notation) }
        #expect(throws: QueryError.self) { try temporal("localdatetime", "2020-03-01T" + notation) }
    }

    @Test(
        "every notation of an offset",
        arguments: [
            ("Z", "Z"), ("+03", "+03:00"), ("-0330", "-03:30"), ("+03:30", "+03:30"), ("-00:00", "Z"), ("+18:00", "+18:00"),
            ("+01:02:03", "+01:02:03"), ("-010203", "-01:02:03"),
        ])
    func offsets(notation: String, offset: String) throws {
        #expect(try text("time", .string("07:05" + notation)) == "07:05" + offset)
        #expect(try text("datetime", .string("20200301T0705" + notation)) == "2020-03-01T07:05" + offset)
    }

    @Test("what is no offset is refused", arguments: ["+", "+19", "+18:01", "+1:2", "+01:60", "z", "+01:00:00:00", "[Europe/Oslo]"])
    func noOffsets(notation: String) {
        #expect(throws: QueryError.self) { try temporal("time", "07:05" + notation) }
    }

    @Test(
        "a zone in brackets, with its offset or without",
        arguments: [
            ("2020-07-01T12:00[Europe/Oslo]", "2020-07-01T12:00+02:00[Europe/Oslo]"),
            ("2020-01-01T12:00+01[Europe/Oslo]", "2020-01-01T12:00+01:00[Europe/Oslo]"),
            ("2020-01-01T12:00[UTC]", "2020-01-01T12:00Z[UTC]"),
            ("2020-01-01T12:00+02:00[+02:00]", "2020-01-01T12:00+02:00"),
        ])
    func zones(notation: String, dateTime: String) throws {
        #expect(try text("datetime", .string(notation)) == dateTime)
    }

    @Test(
        "a zone that is not known, or not at that offset then, is refused",
        arguments: ["2020-07-01T12:00[Europe/Nowhere]", "2020-07-01T12:00+01:00[Europe/Oslo]", "2020-07-01T12:00[", "2020-07-01T12:00[]"])
    func noZones(notation: String) {
        #expect(throws: QueryError.self) { try temporal("datetime", notation) }
    }

    @Test("the error quotes the text and shows how to write it")
    func message() throws {
        let error = try #require(throws: QueryError.self) { try temporal("date", "yesterday") }
        #expect(error.kind == .argumentError && error.phase == .runtime && error.detail == "InvalidArgumentValue")
        #expect(error.message.contains("\"yesterday\"") && error.message.contains("2015-07-21"))
    }

    @Test("a megabyte of digits is refused at once", arguments: ["date", "localtime", "datetime", "duration"])
    func longText(function: String) {
        #expect(throws: QueryError.self) { try temporal(function, "P" + String(repeating: "9", count: 1_000_000)) }
        #expect(throws: QueryError.self) { try temporal(function, String(repeating: "9", count: 1_000_000)) }
    }
}
