/// Points in time out of text, maps, other points in time, and the clock.
extension TemporalKind {
    /// - Parameter argument: text, a map, or a point in time; no null.
    /// - Throws: `QueryError` when none of this type can be made of it.
    func value(of argument: Value, now: ZonedDateTime) throws -> Value {
        switch argument {
        case .string(let text): return try parts(in: text).value(as: self, now: now)
        case .map(let entries): return try TemporalMap(entries, for: self).value(now: now)
        default:
            guard let parts = try TemporalParts(argument) else {
                throw QueryError.wrongTemporalType(
                    "a \(rawValue) is made from text, a map or a point in time; write \(rawValue)('\(sample)')")
            }
            return try parts.value(as: self, now: now)
        }
    }

    /// What the clock shows.
    ///
    /// - Parameter zone: the name of a time zone; that of `now` when nil.
    func current(inZone zone: Value?, now: ZonedDateTime) throws -> Value {
        let parts = try TemporalParts(now)
        switch zone {
        case nil: return try parts.value(as: self, now: now)
        case .string(let name): return try parts.moved(to: ClockZone(name: name), now: now).value(as: self, now: now)
        default: throw QueryError.wrongTemporalType("a time zone is text; write an offset such as '+01:00' or a name such as 'Europe/Kyiv'")
        }
    }

    /// Reads ISO 8601.
    private func parts(in text: String) throws -> TemporalParts {
        var reader = TemporalReader(text)
        guard let parts = try read(from: &reader), reader.isAtEnd else {
            throw QueryError.invalidTemporal("\"\(text.prefix(64))\" is no \(rawValue); write it as \(sample)")
        }
        return parts
    }

    private func read(from reader: inout TemporalReader) throws -> TemporalParts? {
        var parts = TemporalParts()
        if hasDate {
            guard let date = try reader.date() else { return nil }
            parts.date = date
        }
        if !hasDate || (hasTime && reader.take("T")) {
            guard let time = try reader.time() else { return nil }
            parts.time = time
        }
        guard hasZone else { return parts }
        if !reader.isAtEnd, !reader.isAtBracket {
            guard let offset = try reader.offset() else { return nil }
            (parts.zone, parts.offset) = (.offset(offset), offset)
        }
        if self == .dateTime, reader.isAtBracket {
            guard let name = reader.bracketedName() else { return nil }
            parts.zone = try ClockZone(name: name)
            if let offset = parts.offset, parts.dateTime?.offset != offset {
                throw QueryError.invalidTemporal(
                    "\(name) is not at \(ClockZone.text(ofOffset: offset)) then; leave out the offset or the name")
            }
        }
        return parts
    }
}
