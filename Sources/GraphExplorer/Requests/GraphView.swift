import GraphFormats
import KnowledgeGraph

/// What part of the graph is looked at, as an address has it: `?around=person/ana-ruiz&hops=2&class=CONSULT&since=2031-05`.
///
/// Every page that filters reads it from its query and writes it back, so that a link or a reloaded page shows the same.
struct GraphView: Sendable, Hashable {
    /// An actor's id or name.
    var around: String?
    var hops = 1
    /// Actors whose surroundings are shown too, by id or name; only with `around`.
    var expanded: [String] = []
    var filter = StatementFilter.everything
    /// Only what this speaker says, by name or id.
    var speaker: String?
    /// Lines at most.
    var top: Int?
    var cluster: FigureCluster?
    var timeline: FigureTimeline?

    static let hopsAllowed = 1...3
    static let mostExpanded = 12
    static let topAllowed = 1...Diagram.limit

    init() {}

    /// - Throws: `Problem` for a value that is none, with the ones there are.
    init(_ fields: FormFields) throws(Problem) {
        around = fields["around"]
        speaker = fields["speaker"]
        if let hops = try fields.number("hops", in: Self.hopsAllowed) { self.hops = hops }
        if around != nil { expanded = Array(fields[all: "expand"].prefix(Self.mostExpanded)) }
        top = try fields.number("top", in: Self.topAllowed)
        filter = try fields.filter()
        cluster = try fields.choice("cluster", FigureCluster.self)
        timeline = try fields.choice("timeline", FigureTimeline.self)
        if cluster != nil, timeline != nil { throw .badRequest("a figure is a timeline or has frames: give `timeline` or `cluster`") }
    }

    /// The fields that give this view again, in a fixed order.
    var query: QueryString {
        var query = QueryString()
        query.append("around", around)
        if hops != 1 { query.append("hops", "\(hops)") }
        for actor in expanded { query.append("expand", actor) }
        query.append(filter)
        query.append("speaker", speaker)
        query.append("top", top.map(String.init))
        query.append("cluster", cluster?.rawValue)
        query.append("timeline", timeline?.rawValue)
        return query
    }

    /// Whether a statement is what the view's speaker says; every statement without one.
    func isSaid(_ statement: Statement) -> Bool {
        guard let speaker else { return true }
        guard let attribution = statement.attribution else { return false }
        return attribution.id == speaker || attribution.name.lowercased() == speaker.lowercased()
    }
}

extension QueryString {
    mutating func append(_ filter: StatementFilter) {
        for name in filter.classes.map(\.rawValue).sorted() { append("class", name) }
        for name in filter.relations.sorted() { append("relation", name) }
        for name in filter.statuses.map(\.rawValue).sorted() { append("status", name) }
        append("since", filter.since?.description)
        append("until", filter.until?.description)
    }
}

extension FormFields {
    /// `class`, `relation`, `status` (each may be repeated), `since` and `until` (a day, month or year).
    func filter() throws(Problem) -> StatementFilter {
        let since = try days("since"), until = try days("until")
        if let since, let until, since.lowerBound > until.upperBound {
            throw .badRequest("`since` (\(since.lowerBound)) is later than `until` (\(until.upperBound)); exchange them")
        }
        return StatementFilter(
            relations: Set(self[all: "relation"]), classes: Set(try choices("class", RelationClass.self, uppercased: true)),
            statuses: Set(try choices("status", Status.self)), since: since?.lowerBound, until: until?.upperBound)
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .badRequest("`\(name)` is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(Problem) -> Choice? where Choice.RawValue == String {
        try choices(name, type).first
    }

    private func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type, uppercased: Bool = false
    ) throws(Problem) -> [Choice] where Choice.RawValue == String {
        var found: [Choice] = []
        for text in self[all: name] {
            guard let choice = Choice(rawValue: uppercased ? text.uppercased() : text.lowercased()) else {
                throw .badRequest("`\(name)` is one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            found.append(choice)
        }
        return found
    }

    private func days(_ name: String) throws(Problem) -> ClosedRange<CalendarDate>? {
        guard let text = self[name] else { return nil }
        guard let days = CalendarDate.days(of: text) else {
            throw .badRequest("`\(name)` is a day, month or year, such as 2025-06-01, 2025-06 or 2025")
        }
        return days
    }
}
