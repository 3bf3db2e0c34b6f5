/// How a language writes days, months and years (Unicode CLDR, and each language's spelling rules).
struct CalendarWords: Sendable {
    /// One way to put day, month and year together.
    struct Form: Sendable {
        /// January first, as they stand behind a day.
        var months: [String]
        var betweenDayAndMonth = " "
        var beforeYear = " "
        var afterYear = ""
    }

    /// On lines: "1 Jun".
    var short: Form
    /// Under titles: "1 June 2025".
    var long: Form
    /// Short names without a day: "Jun 2025".
    var monthsAlone: [String]
    /// The day's number: "1", "1.", "1er".
    var day: @Sendable (Int) -> String = { String($0) }
}
