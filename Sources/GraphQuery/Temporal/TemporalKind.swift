/// The five types that name a point in time, by what they consist of.
enum TemporalKind: String, Sendable, CaseIterable {
    case date, localTime = "localtime", time, localDateTime = "localdatetime", dateTime = "datetime"

    var hasDate: Bool { self == .date || self == .localDateTime || self == .dateTime }
    var hasTime: Bool { self != .date }
    var hasZone: Bool { self == .time || self == .dateTime }

    /// A text of this type, for messages.
    var sample: String {
        switch self {
        case .date: "2015-07-21"
        case .localTime: "21:40:32.142"
        case .time: "21:40:32.142+01:00"
        case .localDateTime: "2015-07-21T21:40:32.142"
        case .dateTime: "2015-07-21T21:40:32.142+01:00[Europe/London]"
        }
    }
}

/// What a point in time says: its date, time of day and time zone, each nil when it does not say.
struct TemporalParts: Sendable {
    var date: LocalDate?
    var time: LocalTime?
    var zone: ClockZone?
    /// Seconds east of UTC, where the zone is a region and its clocks show the time twice.
    var offset: Int32?

    init(date: LocalDate? = nil, time: LocalTime? = nil, zone: ClockZone? = nil, offset: Int32? = nil) {
        self.date = date
        self.time = time
        self.zone = zone
        self.offset = offset
    }

    /// The parts of a date, time, or both; nil for any other value.
    ///
    /// - Throws: `QueryError` when its time zone is not known.
    init?(_ value: Value) throws {
        switch value {
        case .date(let date): self.init(date: date)
        case .localTime(let time): self.init(time: time)
        case .time(let time): self.init(time: time.local, zone: .offset(time.offset))
        case .localDateTime(let dateTime): self.init(date: dateTime.date, time: dateTime.time)
        case .dateTime(let dateTime): try self.init(dateTime)
        default: return nil
        }
    }

    init(_ dateTime: ZonedDateTime) throws {
        self.init(
            date: dateTime.local.date, time: dateTime.local.time,
            zone: try dateTime.zone.map { .region(try TimeZoneRegion(name: $0)) } ?? .offset(dateTime.offset), offset: dateTime.offset)
    }

    /// Date and time of day, midnight unless it says; nil without a date.
    var local: LocalDateTime? {
        date.map { LocalDateTime(date: $0, time: time ?? .midnight) }
    }

    /// Nil without a date or zone.
    var dateTime: ZonedDateTime? {
        guard let local, let zone else { return nil }
        return zone.dateTime(local: local, preferring: offset)
    }

    /// These parts as a value: midnight and UTC where a type needs a time of day or zone that the parts do not say.
    ///
    /// - Parameter now: when a region's offset is asked for a time without a date.
    /// - Returns: nil when the type needs a date and there is none, or consists of a time and there is none.
    func value(as kind: TemporalKind, now: ZonedDateTime) -> Value? {
        switch kind {
        case .date: return date.map(Value.date)
        case .localTime: return time.map(Value.localTime)
        case .time:
            return time.map { .time(OffsetTime(local: $0, offset: offsetOfTime(now: now))) }
        case .localDateTime: return local.map(Value.localDateTime)
        case .dateTime:
            return local.map { .dateTime((zone ?? .utc).dateTime(local: $0, preferring: offset)) }
        }
    }

    /// The same instant in another time zone; the same date and time of day when these parts say no zone.
    ///
    /// - Parameter now: when a region's offset is asked for a time without a date.
    func moved(to newZone: ClockZone, now: ZonedDateTime) throws -> TemporalParts {
        if let dateTime {
            return try TemporalParts(newZone.dateTime(atInstant: dateTime.epochSeconds, nanosecond: dateTime.local.nanosecond))
        }
        guard zone != nil, let time else { return placed(in: newZone) }
        let newOffset = newZone.offset(atInstant: now.epochSeconds)
        let shift = (Int(newOffset) - Int(offsetOfTime(now: now))) * LocalTime.nanosecondsPerSecond
        let moved = (time.nanosecondsOfDay + shift).dividedDown(by: LocalTime.nanosecondsPerDay).remainder
        return TemporalParts(date: date, time: LocalTime(nanosecondsOfDay: moved), zone: newZone)
    }

    /// The same date and time of day in another time zone.
    func placed(in newZone: ClockZone) -> TemporalParts {
        TemporalParts(date: date, time: time, zone: newZone)
    }

    private func offsetOfTime(now: ZonedDateTime) -> Int32 {
        if let dateTime { return dateTime.offset }
        return offset ?? (zone ?? .utc).offset(atInstant: now.epochSeconds)
    }
}
