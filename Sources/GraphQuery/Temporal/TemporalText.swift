/// Dates, times and durations in ISO 8601, in the shortest form that openCypher writes.
extension LocalDate {
    /// `1984-10-11`, `-0044-03-15`, `+10000-01-01`.
    var text: String {
        let (year, month, day) = components
        let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
        return "\(sign)\(padded(abs(year), to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension LocalTime {
    /// `12:31`, `12:31:14`, `12:31:14.645`.
    var text: String {
        let minutes = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
        guard second != 0 || nanosecond != 0 else { return minutes }
        return "\(minutes):\(padded(second, to: 2))\(fraction(nanoseconds: nanosecond))"
    }
}

extension OffsetTime {
    /// `12:31+01:00`.
    var text: String { local.text + ClockZone.text(ofOffset: offset) }
}

extension LocalDateTime {
    /// `1984-10-11T12:31`.
    var text: String { "\(date.text)T\(time.text)" }
}

extension ZonedDateTime {
    /// `1984-10-11T12:31+01:00[Europe/Stockholm]`.
    var text: String { local.text + ClockZone.text(ofOffset: offset) + (zone.map { "[\($0)]" } ?? "") }
}

extension ClockZone {
    /// `Z`, `+01:00`, `-02:05:59`.
    static func text(ofOffset offset: Int32) -> String {
        guard offset != 0 else { return "Z" }
        let seconds = abs(Int(offset))
        let minutes = "\(offset < 0 ? "-" : "+")\(padded(seconds / 3600, to: 2)):\(padded(seconds / 60 % 60, to: 2))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\(padded(seconds % 60, to: 2))"
    }
}

extension CalendarDuration {
    /// `P1Y2M3DT4H5M6.7S`: each part with its own sign, none that is 0; `PT0S` when all are.
    var text: String {
        var text = "P"
        func append(_ number: Int, _ unit: String) {
            if number != 0 { text += "\(number)\(unit)" }
        }
        append(months / 12, "Y")
        append(months % 12, "M")
        append(days, "D")
        // What is kept as -2 s and 0.9 s up is written as -1.1 s.
        let isBelowZero = seconds < 0 && nanoseconds > 0
        let whole = isBelowZero ? seconds + 1 : seconds
        let parts = isBelowZero ? LocalTime.nanosecondsPerSecond - Int(nanoseconds) : Int(nanoseconds)
        if whole != 0 || parts != 0 {
            text += "T"
            append(whole / 3600, "H")
            append(whole / 60 % 60, "M")
            if whole % 60 != 0 || parts != 0 {
                let sign = isBelowZero && whole % 60 == 0 ? "-" : ""
                text += "\(sign)\(whole % 60)\(fraction(nanoseconds: parts))S"
            }
        }
        return text == "P" ? "PT0S" : text
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// `.645` for 645 000 000; empty for 0.
private func fraction(nanoseconds: Int) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = padded(nanoseconds, to: 9)
    while digits.last == "0" { digits.removeLast() }
    return ".\(digits)"
}
