import Foundation

/// What clocks follow: a fixed offset from UTC, or the rules of a region, whose offset changes over time.
enum ClockZone: Sendable, Hashable {
    /// Seconds east of UTC, at most 18 hours either way.
    case offset(Int32)
    case region(TimeZoneRegion)

    static let utc = ClockZone.offset(0)

    /// - Parameter name: `Z`, an offset such as `+01:00`, `-0230` or `+02:05:59`, or an IANA name such as `Europe/Stockholm`.
    /// - Throws: `QueryError` for anything else.
    init(name: String) throws {
        var reader = TemporalReader(name)
        if let offset = try reader.offset(), reader.isAtEnd {
            self = .offset(offset)
        } else {
            self = .region(try TimeZoneRegion(name: name))
        }
    }

    var name: String? {
        if case .region(let region) = self { region.name } else { nil }
    }

    /// Seconds east of UTC, `instant` seconds after 1970-01-01T00:00Z.
    func offset(atInstant instant: Int) -> Int32 {
        switch self {
        case .offset(let seconds): seconds
        case .region(let region): region.offset(atInstant: instant)
        }
    }

    /// What the clocks show, `instant` seconds after 1970-01-01T00:00Z.
    ///
    /// - Throws: `QueryError` beyond the years ±999 999 999.
    func dateTime(atInstant instant: Int, nanosecond: Int32) throws -> ZonedDateTime {
        let offset = offset(atInstant: instant)
        let local = try LocalDateTime(seconds: instant, nanosecond: nanosecond).adding(seconds: Int(offset))
        return ZonedDateTime(local: local, offset: offset, zone: name)
    }

    /// The instant at which the clocks show `local`.
    ///
    /// Where clocks were put back and show it twice, the first time, or the one with the preferred offset; where they were put forward
    /// past it, as much later as they were put forward.
    func dateTime(local: LocalDateTime, preferring preferred: Int32? = nil) -> ZonedDateTime {
        guard case .region(let region) = self else {
            return ZonedDateTime(local: local, offset: offset(atInstant: local.seconds))
        }
        // Offsets are below a day: these two instants lie on either side of the one sought.
        let before = region.offset(atInstant: local.seconds - LocalTime.secondsPerDay)
        let after = region.offset(atInstant: local.seconds + LocalTime.secondsPerDay)
        let fitting = [before, after].filter { region.offset(atInstant: local.seconds - Int($0)) == $0 }
        if let offset = fitting.first(where: { $0 == preferred }) ?? fitting.first {
            return ZonedDateTime(local: local, offset: offset, zone: region.name)
        }
        let shifted = LocalDateTime(seconds: local.seconds + Int(after - before), nanosecond: local.nanosecond)
        return ZonedDateTime(local: shifted, offset: after, zone: region.name)
    }
}

extension ZonedDateTime {
    /// In UTC, that many milliseconds after 1970-01-01T00:00Z.
    ///
    /// - Throws: `QueryError` beyond the years ±999 999 999.
    init(epochMilliseconds: Int) throws {
        let (seconds, milliseconds) = epochMilliseconds.dividedDown(by: 1000)
        self = try ClockZone.utc.dateTime(atInstant: seconds, nanosecond: Int32(milliseconds * 1_000_000))
    }
}

/// A region whose clocks are set by the same rules, by its name in the IANA time zone database.
struct TimeZoneRegion: Sendable, Hashable {
    let name: String
    private let rules: TimeZone

    /// - Throws: `QueryError` when Foundation does not know the name.
    init(name: String) throws {
        guard name.utf8.count <= 64, let rules = TimeZone(identifier: name) else {
            throw QueryError.invalidTemporal(
                "the time zone \"\(name.prefix(64))\" is not known; write an offset such as +01:00 or an IANA name such as Europe/Stockholm"
            )
        }
        self.name = name
        self.rules = rules
    }

    func offset(atInstant instant: Int) -> Int32 {
        Int32(truncatingIfNeeded: rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(Self.equivalent(of: instant)))))
    }

    /// An instant with the same offset that lies in the years that Foundation knows: rules that are still in force repeat with the
    /// calendar every 400 years, and before 1600 no zone had changed its clocks yet.
    private static func equivalent(of instant: Int) -> Int {
        let (start1600, start2400, cycle) = (-11_676_096_000, 13_569_465_600, 146_097 * 86_400)
        return instant < start2400 ? max(instant, start1600) : start2400 + (instant - start2400) % cycle
    }
}
