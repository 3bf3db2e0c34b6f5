public import KnowledgeGraph

/// What the pages of a file of several figures are about, after the first, which is an overview.
public enum DiagramPages: String, Sendable, Hashable, CaseIterable {
    /// A page for each month in which something happened.
    case month
    /// A page for each of the busiest actors and those it dealt with.
    case actor
}

extension Diagram {
    /// An overview of everything, then a figure for each month in order of time, or for each of the busiest actors, busiest first.
    ///
    /// ```swift
    /// let pages = try Diagram.pages(.month, of: statements)
    /// pages.map(\.title)   // ["The harbour strike", "The harbour strike: May 2031", "The harbour strike: Jun 2031"]
    /// ```
    /// The options hold for every page. A month has what is dated to it or to days that reach into it; what is dated to a year or
    /// not at all stands in the overview alone. Of months that do not fit the latest are kept, and ``notes`` of the overview say how
    /// many others there are. Cost: that of so many figures.
    /// - Parameter limit: of pages, the overview among them; from 1.
    public static func pages(
        _ kind: DiagramPages, of statements: some Sequence<Statement>, options: DiagramOptions = DiagramOptions(), atMost limit: Int = 25
    ) throws(DiagramError) -> [Diagram] {
        precondition(limit > 0, "a file has a page")
        let statements = Array(statements)
        var overview = try Diagram(statements, options: options)
        var chapters = kind == .month ? Chapter.months(statements, options, overview.title) : Chapter.actors(statements, options)
        var pages: [Diagram] = []
        while pages.count < limit - 1, !chapters.isEmpty {
            if let page = try chapters.removeFirst().diagram() { pages.append(page) }
        }
        if !chapters.isEmpty {
            let what = kind == .month ? "earlier months" : "other actors"
            overview.notes.append("\(chapters.count) \(what) have no page: \(limit) pages are the limit")
        }
        return [overview] + (kind == .month ? pages.reversed() : pages)
    }
}

/// What a page is made of.
private struct Chapter {
    private var statements: [Statement]
    private var options: DiagramOptions

    /// Nil when nothing is worth a line.
    func diagram() throws(DiagramError) -> Diagram? {
        do {
            let diagram = try Diagram(statements, options: options)
            return diagram.edges.isEmpty ? nil : diagram
        } catch {
            // Who is the centre of every page need not be there in every month.
            guard case .unknownActor = error else { throw error }
            return nil
        }
    }

    /// The latest first: they matter most.
    static func months(_ statements: [Statement], _ options: DiagramOptions, _ title: String) -> [Chapter] {
        var events: [Month: [Statement]] = [:]
        for statement in statements.filter({ isEvent($0, options) }) {
            guard let date = statement.date, date.end.daysSince1970 - date.start.daysSince1970 <= 31 else { continue }
            for month in Set([Month(date.start), Month(date.end)]) { events[month, default: []].append(statement) }
        }
        // They are no lines of a month, but say who is who.
        let offices = statements.filter(Affiliations.isAffiliation)
        return events.sorted { $0.key > $1.key }.compactMap { month, events in
            guard let days = month.days else { return nil }
            var options = options
            options.since = max(days.start, options.since ?? days.start)
            options.until = min(days.end, options.until ?? days.end)
            options.title = DateText(showsYear: true, language: options.language).short([days]).map { "\(title): \($0)" } ?? title
            return Chapter(statements: offices + events, options: options)
        }
    }

    /// Who takes part in more than one event, the busiest first.
    static func actors(_ statements: [Statement], _ options: DiagramOptions) -> [Chapter] {
        var eventCounts: [Actor.ID: Int] = [:]
        var actors: [Actor] = []
        for statement in DiagramSelection.canonical(statements).filter({ isEvent($0, options) }) {
            for actor in [statement.subject.actor, statement.object.actor] {
                if eventCounts[actor.id] == nil { actors.append(actor) }
                eventCounts[actor.id, default: 0] += 1
            }
        }
        let busiest = actors.enumerated().sorted {
            (eventCounts[$1.element.id, default: 0], $0.offset) < (eventCounts[$0.element.id, default: 0], $1.offset)
        }
        return busiest.map(\.element).filter { eventCounts[$0.id, default: 0] > 1 }.map { actor in
            var page = options
            page.around = actor.id
            page.title = options.title.map { "\($0): \(actor.name)" }
            return Chapter(statements: statements, options: page)
        }
    }

    private static func isEvent(_ statement: Statement, _ options: DiagramOptions) -> Bool {
        DiagramSelection.isInScope(statement, options) && !Affiliations.isAffiliation(statement)
    }
}

private struct Month: Hashable, Comparable {
    var year, number: Int

    init(_ date: CalendarDate) { (year, number) = (date.components.year, date.components.month) }

    /// From its first day to its last.
    var days: StatementDate? {
        guard let start = CalendarDate(year: year, month: number, day: 1),
            let next = number == 12 ? CalendarDate(year: year + 1, month: 1, day: 1) : CalendarDate(year: year, month: number + 1, day: 1)
        else { return nil }
        let end = CalendarDate(daysSince1970: next.daysSince1970 - 1)
        return StatementDate(start: start, end: end, precision: .month, text: "", source: .text)
    }

    static func < (left: Month, right: Month) -> Bool { (left.year, left.number) < (right.year, right.number) }
}
