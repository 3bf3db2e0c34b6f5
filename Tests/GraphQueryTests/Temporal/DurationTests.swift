import Testing

@testable import GraphQuery

@Suite("Durations")
struct DurationTests {
    @Test(
        "text in, text out: units carried as far as calendars allow, fractions handed down",
        arguments: [
            ("P1Y", "P1Y"), ("P14M", "P1Y2M"), ("P3W", "P21D"), ("PT90M", "PT1H30M"), ("PT86400S", "PT24H"), ("PT0S", "PT0S"),
            ("P0.5Y", "P6M"), ("P0.5M", "P15DT5H14M33S"), ("P0.5W", "P3DT12H"), ("P1,25D", "P1DT6H"), ("PT0.1H", "PT6M"),
            ("PT1.0000000019S", "PT1.000000001S"), ("P-1Y6M", "P-6M"), ("-P1YT-1S", "P-1YT1S"), ("+PT5S", "PT5S"), ("PT-0.25S", "PT-0.25S"),
            ("PT-90.5S", "PT-1M-30.5S"), ("P1DT-0.5S", "P1DT-0.5S"), ("P-0.5DT+1H", "PT-11H"),
            ("P0001-02-03T04:05:06.7", "P1Y2M3DT4H5M6.7S"), ("P00010203T040506", "P1Y2M3DT4H5M6S"), ("P0001-02-03", "P1Y2M3D"),
        ])
    func texts(notation: String, duration: String) throws {
        #expect(try text("duration", .string(notation)) == duration)
        #expect(try text("duration", temporal("duration", duration)) == duration)
    }

    @Test(
        "what is no duration is refused",
        arguments: [
            "", "P", "PT", "1D", "P1", "P1H", "PT1D", "P1DT", "P1D1Y", "P1.D", "P.5D", "P1Y1Y", "p1d", "P1D ", "P0001-13-01", "P0001-02-32",
            "P0001-02-03T", "P0001-0203", "P1e3D", "P9999999999999999999D", "PT999999999999999999H",
        ])
    func noDurations(notation: String) {
        #expect(throws: QueryError.self) { try temporal("duration", notation) }
    }

    @Test(
        "maps of numbers, with fractions as decimals read them",
        arguments: [
            (["years": .integer(1), "quarters": .integer(2)], "P1Y6M"), (["weeks": .float(1.5)], "P10DT12H"),
            (["seconds": .float(0.1)], "PT0.1S"), (["days": .float(1e-5)], "PT0.864S"), (["seconds": .float(1.5e9)], "PT416666H40M"),
            (["seconds": .integer(1), "milliseconds": .integer(-1)], "PT0.999S"), (["microseconds": .integer(-1)], "PT-0.000001S"),
            (["nanoseconds": .float(1.9)], "PT0.000000001S"), (["hours": .integer(25), "days": .integer(-1)], "P-1DT25H"), ([:], "PT0S"),
        ] as [([String: Value], String)])
    func maps(entries: [String: Value], duration: String) throws {
        #expect(try text("duration", .map(entries)) == duration)
    }

    @Test("unknown keys, other types and numbers too large are refused")
    func refused() {
        let cases: [Value] = [
            numbers(["day": 1]), .map(["days": .string("1")]), .map(["days": .float(.infinity)]), .map(["days": .float(.nan)]),
            .map(["days": .float(1e300)]), numbers(["years": .max]), numbers(["hours": .max]), numbers(["weeks": .min]),
            numbers(["years": .max, "quarters": .max, "months": .max]), .integer(1),
        ]
        for value in cases { #expect(throws: QueryError.self) { try call("duration", value) } }
    }

    @Test(
        "a point in time and a duration: months, then days, then seconds",
        arguments: [
            ("date", "2024-01-31", "P1M", "2024-02-29", "2023-12-31"), ("date", "2024-02-29", "P1Y", "2025-02-28", "2023-02-28"),
            ("date", "2024-03-31", "P1M1D", "2024-05-01", "2024-02-28"), ("date", "2024-03-01", "PT47H", "2024-03-02", "2024-02-29"),
            ("localtime", "23:00", "P1DT2H", "01:00", "21:00"), ("localtime", "00:00", "PT0.5S", "00:00:00.5", "23:59:59.5"),
            ("time", "23:00+05:00", "PT-26H", "21:00+05:00", "01:00+05:00"),
            ("localdatetime", "2024-02-29T12:00", "P1Y1DT12H", "2025-03-02T00:00", "2023-02-27T00:00"),
            (
                "datetime", "2024-03-30T12:00[Europe/Oslo]", "P1D", "2024-03-31T12:00+02:00[Europe/Oslo]",
                "2024-03-29T12:00+01:00[Europe/Oslo]"
            ),
            (
                "datetime", "2024-03-30T12:00[Europe/Oslo]", "PT24H", "2024-03-31T13:00+02:00[Europe/Oslo]",
                "2024-03-29T12:00+01:00[Europe/Oslo]"
            ),
        ])
    func moves(kind: String, start: String, duration: String, later: String, earlier: String) throws {
        let (start, duration) = (try temporal(kind, start), try temporal("duration", duration))
        #expect(try TemporalFunctions.sum(start, duration).flatMap(TemporalFunctions.text) == later)
        #expect(try TemporalFunctions.sum(duration, start).flatMap(TemporalFunctions.text) == later)
        #expect(try TemporalFunctions.difference(start, duration).flatMap(TemporalFunctions.text) == earlier)
    }

    @Test(
        "sums and differences of durations",
        arguments: [
            ("P1M", "P1D", "P1M1D", "P1M-1D"), ("PT0.6S", "PT0.7S", "PT1.3S", "PT-0.1S"), ("PT-0.6S", "PT0.6S", "PT0S", "PT-1.2S"),
            ("P1Y", "P1Y1DT1H", "P2Y1DT1H", "P-1DT-1H"),
        ])
    func sums(left: String, right: String, sum: String, difference: String) throws {
        let (left, right) = (try temporal("duration", left), try temporal("duration", right))
        #expect(try TemporalFunctions.sum(left, right).flatMap(TemporalFunctions.text) == sum)
        #expect(try TemporalFunctions.difference(left, right).flatMap(TemporalFunctions.text) == difference)
    }

    @Test(
        "products and quotients",
        arguments: [
            (.integer(3), "P3M9DT4.5S", "P11DT3H29M42.5S"), (.float(0.5), "P16DT17H14M33.75S", "P2M6DT3S"),
            (.integer(-1), "P-1M-3DT-1.5S", "P-1M-3DT-1.5S"),
            (.float(1.5), "P1M19DT17H14M35.25S", nil),
        ] as [(Value, String, String?)])
    func products(number: Value, product: String, quotient: String?) throws {
        let duration = try temporal("duration", "P1M3DT1.5S")
        #expect(try TemporalFunctions.product(duration, number).flatMap(TemporalFunctions.text) == product)
        #expect(try TemporalFunctions.product(number, duration).flatMap(TemporalFunctions.text) == product)
        if let quotient { #expect(try TemporalFunctions.quotient(duration, number).flatMap(TemporalFunctions.text) == quotient) }
    }

    @Test("a third of a day is eight hours")
    func thirds() throws {
        #expect(try TemporalFunctions.quotient(temporal("duration", "P1D"), .integer(3)).flatMap(TemporalFunctions.text) == "PT8H")
    }

    @Test("no arithmetic between points in time, or with other types")
    func noArithmetic() throws {
        let (date, duration) = (try temporal("date", "2024-01-31"), try temporal("duration", "P1D"))
        #expect(try TemporalFunctions.sum(date, date) == nil)
        #expect(try TemporalFunctions.sum(duration, .integer(1)) == nil)
        #expect(try TemporalFunctions.difference(duration, date) == nil)
        #expect(try TemporalFunctions.product(date, .integer(1)) == nil)
        #expect(try TemporalFunctions.product(duration, duration) == nil)
        #expect(try TemporalFunctions.quotient(.integer(1), duration) == nil)
    }

    @Test("results that do not fit, and division by zero, are refused")
    func overflow() throws {
        let long = Value.duration(CalendarDuration(months: .max, days: .min, seconds: .max, nanoseconds: 999_999_999))
        let date = try temporal("date", "2024-01-31")
        #expect(throws: QueryError.self) { try TemporalFunctions.sum(long, long) }
        #expect(throws: QueryError.self) { try TemporalFunctions.difference(long, long) }
        #expect(throws: QueryError.self) { try TemporalFunctions.sum(date, long) }
        #expect(throws: QueryError.self) { try TemporalFunctions.product(long, .integer(2)) }
        #expect(throws: QueryError.self) { try TemporalFunctions.product(long, .float(1e17)) }
        #expect(throws: QueryError.self) { try TemporalFunctions.product(long, .float(.nan)) }
        #expect(throws: QueryError.self) { try TemporalFunctions.quotient(long, .integer(0)) }
        #expect(throws: QueryError.self) { try TemporalFunctions.quotient(long, .float(-0.0)) }
        for kind in ["localdatetime", "datetime"] {
            let last = try temporal(kind, "+999999999-12-31T23:59:59.9")
            #expect(throws: QueryError.self) { try TemporalFunctions.sum(last, temporal("duration", "PT0.2S")) }
        }
    }
}
