/// What newsgraph writes on a timeline, in one language.
struct TimelineWords: Sendable {
    /// Monday first.
    var weekdays: [String]
    /// "12 days later"; two or more, as of months and years.
    var daysLater: @Sendable (_ count: Int) -> String
    var monthsLater: @Sendable (_ count: Int) -> String
    var yearsLater: @Sendable (_ count: Int) -> String
    /// Under a date that only the document has.
    var reported: String
    /// Above the lane that all others share.
    var others: String
    /// "Not shown: 3 without a date".
    var notShown: @Sendable (_ what: String) -> String
    var withoutDate: @Sendable (_ count: Int) -> String
    /// What is between two actors without a lane of their own.
    var betweenOthers: @Sendable (_ count: Int) -> String
}
