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
