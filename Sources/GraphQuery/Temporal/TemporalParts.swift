/// What a point in time says: its date, time of day and time zone, each nil when it does not say.
struct TemporalParts: Sendable {
    var date: LocalDate?
    var time: LocalTime?
    var zone: ClockZone?
    /// Seconds east of UTC, where the zone is a region and its clocks show the time twice.
    var offset: Int32?
}

extension TemporalParts {
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

    /// Nil without a date or zone.
    var dateTime: ZonedDateTime? {
        guard let date, let zone else { return nil }
        return zone.dateTime(local: LocalDateTime(date: date, time: time ?? .midnight), preferring: offset)
    }

    /// These parts as a value: midnight and UTC where a type needs a time of day or zone that the parts do not say.
    ///
    /// - Parameter now: when a region's offset is asked for a time without a date.
    /// - Throws: `QueryError` when the type needs a date and there is none, or consists of a time and there is none.
    func value(as kind: TemporalKind, now: ZonedDateTime) throws -> Value {
        switch (kind, date, time) {
        case (.date, let date?, _): return .date(date)
        case (.localTime, _, let time?): return .localTime(time)
        case (.time, _, let time?): return .time(OffsetTime(local: time, offset: offsetOfTime(now: now)))
        case (.localDateTime, let date?, _): return .localDateTime(LocalDateTime(date: date, time: time ?? .midnight))
        case (.dateTime, let date?, _):
            let local = LocalDateTime(date: date, time: time ?? .midnight)
            return .dateTime((zone ?? .utc).dateTime(local: local, preferring: offset))
        default:
            let lack = kind.hasDate ? "date" : "time of day"
            throw QueryError.wrongTemporalType("a \(kind.rawValue) needs a \(lack), and the value has none; give one that has")
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
