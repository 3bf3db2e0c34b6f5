import Testing

@testable import GraphQuery

@Suite("The duration between two points in time")
struct TimeSpanTests {
    private func value(_ text: String) throws -> Value {
        let isDate = text.contains("-") && !text.hasPrefix("T") && !text.contains("T")
        let hasZone = text.contains("[") || text.hasSuffix("Z") || text.contains("+")
        if isDate { return try temporal("date", text) }
        if text.hasPrefix("T") { return try temporal(hasZone ? "time" : "localtime", String(text.dropFirst())) }
        return try temporal(hasZone ? "datetime" : "localdatetime", text)
    }

    @Test(
        "whole months, then whole days, then the rest; or all in one unit",
        arguments: [
            ("2020-01-31", "2021-03-01", "P1Y1M1D", "P1Y1M", "P395D", "PT9480H"),
            ("2021-03-01", "2020-01-31", "P-1Y-1M-1D", "P-1Y-1M", "P-395D", "PT-9480H"),
            ("2020-01-31", "2020-02-29", "P29D", "PT0S", "P29D", "PT696H"),
            ("2021-01-31T10:00", "2021-03-01T09:00", "P28DT23H", "PT0S", "P28D", "PT695H"),
            ("2020-01-01T12:00", "2020-01-03T11:00", "P1DT23H", "PT0S", "P1D", "PT47H"),
            ("2020-01-03T11:00", "2020-01-01T12:00:00.5", "P-1DT-22H-59M-59.5S", "PT0S", "P-1D", "PT-46H-59M-59.5S"),
            ("2020-01-01", "2020-01-02T06:00", "P1DT6H", "PT0S", "P1D", "PT30H"),
            ("2020-01-01T06:00Z", "2020-01-01T09:00+01:00", "PT2H", "PT0S", "PT0S", "PT2H"),
            ("2020-01-01T06:00", "2020-02-01T09:00+01:00", "P1MT3H", "P1M", "P31D", "PT747H"),
            ("T10:00", "T12:30", "PT2H30M", "PT0S", "PT0S", "PT2H30M"), ("T10:00Z", "T12:00+03:00", "PT-1H", "PT0S", "PT0S", "PT-1H"),
            ("T10:00", "2020-01-01", "PT-10H", "PT0S", "PT0S", "PT-10H"), ("2020-01-01T06:00Z", "T10:00", "PT4H", "PT0S", "PT0S", "PT4H"),
        ])
    func spans(start: String, end: String, all: String, months: String, days: String, seconds: String) throws {
        let (start, end) = (try value(start), try value(end))
        #expect(try text("duration.between", start, end) == all)
        #expect(try text("duration.inmonths", start, end) == months)
        #expect(try text("duration.indays", start, end) == days)
        #expect(try text("duration.inseconds", start, end) == seconds)
    }

    @Test("days are those of the calendar, seconds those that pass, when clocks are changed")
    func daylightSaving() throws {
        let start = try value("2024-03-30T12:00[Europe/Oslo]")
        let end = try value("2024-03-31T12:00[Europe/Oslo]")
        #expect(try text("duration.between", start, end) == "P1D")
        #expect(try text("duration.inseconds", start, end) == "PT23H")
        #expect(try text("duration.inseconds", start, value("2024-03-31T12:00")) == "PT23H")
        #expect(try text("duration.inseconds", value("2024-03-31"), value("2024-03-31T12:00[Europe/Oslo]")) == "PT11H")
    }

    @Test("what lies between, added to the first, is the second", arguments: ["localdatetime", "datetime"])
    func roundTrip(kind: String) throws {
        var state: UInt64 = 1
        for _ in 0..<200 {
            var moments: [Value] = []
            for _ in 0..<2 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let moment = try call("datetime.fromepoch", .integer(Int(state >> 33) - 1_000_000_000), .integer(Int(state >> 40)))
                moments.append(try call(kind, .map(["datetime": moment])))
            }
            let sum = try TemporalFunctions.sum(moments[0], call("duration.between", moments[0], moments[1]))
            #expect(try TemporalFunctions.text(#require(sum)) == TemporalFunctions.text(moments[1]))
        }
    }

    @Test("the first one's time zone decides which days lie between")
    func calendarOfTheFirst() throws {
        let (east, west) = (try value("2024-01-01T00:30+02:00"), try value("2024-01-01T22:30Z"))
        #expect(try text("duration.indays", east, west) == "P1D")
        #expect(try text("duration.between", east, west) == "P1D")
        #expect(try text("duration.between", west, east) == "P-1D")
    }

    @Test("the longest span there is")
    func longest() throws {
        let (first, last) = (try value("-999999999-01-01"), try value("+999999999-12-31"))
        #expect(try text("duration.between", first, last) == "P1999999998Y11M30D")
        #expect(try text("duration.inseconds", last, first) == "PT-17531639991192H")
    }

    @Test("what is no point in time is refused")
    func refused() throws {
        let date = try value("2020-01-01")
        for other in [Value.string("2020-01-02"), .integer(1), try temporal("duration", "P1D")] {
            let error = try #require(throws: QueryError.self) { try call("duration.between", date, other) }
            #expect(error.kind == .typeError)
        }
    }
}
