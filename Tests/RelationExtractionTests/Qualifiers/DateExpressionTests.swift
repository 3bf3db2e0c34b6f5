import KnowledgeGraph
import Testing

@testable import RelationExtraction

@Suite("Expressions of time")
struct DateExpressionTests {
    /// A Wednesday.
    private let reference = CalendarDate(year: 2024, month: 5, day: 15)

    @Test(
        "are read against the document's day",
        arguments: [
            ("on Sunday", false, "2024-05-12", "2024-05-12"), ("on Sunday", true, "2024-05-19", "2024-05-19"),
            ("on Wednesday", false, "2024-05-15", "2024-05-15"), ("last Wednesday", false, "2024-05-08", "2024-05-08"),
            ("next Friday", true, "2024-05-17", "2024-05-17"), ("yesterday", false, "2024-05-14", "2024-05-14"),
            ("tomorrow", true, "2024-05-16", "2024-05-16"), ("earlier today", false, "2024-05-15", "2024-05-15"),
            ("last month", false, "2024-04-01", "2024-04-30"), ("this week", false, "2024-05-13", "2024-05-19"),
            ("last year", false, "2023-01-01", "2023-12-31"), ("on June 2", true, "2024-06-02", "2024-06-02"),
            ("on Dec. 6th", false, "2023-12-06", "2023-12-06"), ("on May 3 , 2019", false, "2019-05-03", "2019-05-03"),
            ("on 3 May", false, "2024-05-03", "2024-05-03"), ("in March 2020", false, "2020-03-01", "2020-03-31"),
            ("in March", false, "2024-03-01", "2024-03-31"), ("in 1998", false, "1998-01-01", "1998-12-31"),
            ("two days ago", false, "2024-05-13", "2024-05-13"), ("three months earlier", false, "2024-02-01", "2024-02-29"),
            ("last night", false, "2024-05-14", "2024-05-14"), ("on 2024-02-29", false, "2024-02-29", "2024-02-29"),
        ])
    func read(text: String, isFuture: Bool, start: String, end: String) throws {
        let words = text.split(separator: " ").map(String.init)
        let reading = try #require(DateExpression.read(words, reference: reference, isFuture: isFuture))
        #expect(reading.start.description == start)
        #expect(reading.end.description == end)
    }

    @Test(
        "are not found where there is none",
        arguments: [
            "in the city", "the march on Oslo", "they may attack", "for 48 hours", "1998 people", "", "the second minute", "on February 30",
            "99999999999999999999 days ago", "on the eve of",
        ])
    func nothing(text: String) {
        #expect(DateExpression.read(text.split(separator: " ").map(String.init), reference: reference, isFuture: false) == nil)
    }

    @Test("need the document's day unless they name the year")
    func withoutReference() {
        #expect(DateExpression.read(["on", "Sunday"], reference: nil, isFuture: false) == nil)
        #expect(DateExpression.read(["on", "May", "3", ",", "2019"], reference: nil, isFuture: false) != nil)
    }
}
