public import KnowledgeGraph

extension Report {
    /// The report of a graph, which is gone through twice: once to count, once to choose what is printed.
    ///
    /// O(n log n) for n statements; memory grows with actors, pairs and the statements that are printed.
    public init(of contents: some GraphContents, options: ReportOptions = ReportOptions()) {
        let words = RelationWords(labels: options.relationLabels)
        var tally = ReportTally()
        for statement in contents.statements { tally.add(statement, label: words.label(of: statement)) }
        var selection = ReportSelection(
            limit: options.mostStatements, required: options.requiredStatements, mentions: tally.mentions)
        for statement in contents.statements { selection.add(statement) }
        let printed = Report.byDate(selection.finished(), contents.documents)

        title = options.title
        sources = Report.sources(of: printed, contents.documents)
        let ids = Report.busiestFirst(printed, tally)
        let numbers = Dictionary(ids.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        let sourceNumbers = Dictionary(sources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        let entries = printed.enumerated().map { index, statement in
            Entry(
                number: index + 1, statement: statement, label: words.label(of: statement),
                subject: numbers[statement.subject.actor.id, default: 0], object: numbers[statement.object.actor.id, default: 0],
                source: sourceNumbers[statement.document, default: 0])
        }
        self.entries = entries
        actors = Report.pages(of: ids, entries, tally)
        let allMeetings = Report.meetings(entries, tally)
        meetings = Array(allMeetings.prefix(Report.mostMeetings))
        timeline = Report.timeline(entries)
        summary = ReportSummary(tally: tally, documents: contents.documents, actors: actors).sentences
        omissions = []
        if entries.count < tally.statements {
            omissions.append(
                "\(ReportSummary.counted(entries.count, "statement")) of \(tally.statements) are printed here: those between the actors named "
                    + "most. Counts and the table of talks are of all of them. See others with a filter, such as a date or a class.")
        }
        if meetings.count < allMeetings.count {
            omissions.append("The table of talks has the \(meetings.count) busiest of \(allMeetings.count) pairs.")
        }
        if actors.count < tally.mentions.count {
            omissions.append("\(tally.mentions.count - actors.count) actors that only other statements name have no page.")
        }
    }

    /// A table of more rows is not read.
    static let mostMeetings = 500
    private static let mostNames = 8

    /// By the document's date, those without one last, then by its id; within a document as it was.
    private static func byDate(_ statements: [Statement], _ documents: [String: DocumentDetails]) -> [Statement] {
        func key(_ statement: Statement) -> (Int, String) {
            (documents[statement.document]?.date?.daysSince1970 ?? Int.max, statement.document)
        }
        return statements.enumerated().sorted { left, right in
            let (leftKey, rightKey) = (key(left.element), key(right.element))
            return leftKey == rightKey ? left.offset < right.offset : leftKey < rightKey
        }.map(\.element)
    }

    private static func sources(of statements: [Statement], _ documents: [String: DocumentDetails]) -> [DocumentDetails] {
        var seen: Set<String> = []
        return statements.map(\.document).filter { seen.insert($0).inserted }.map { documents[$0] ?? DocumentDetails(id: $0) }
    }

    private static func busiestFirst(_ statements: [Statement], _ tally: ReportTally) -> [Actor.ID] {
        Set(statements.flatMap { [$0.subject.actor.id, $0.object.actor.id] })
            .sorted { (-tally.mentions[$0, default: 0], $0) < (-tally.mentions[$1, default: 0], $1) }
    }

    private static func pages(of ids: [Actor.ID], _ entries: [Entry], _ tally: ReportTally) -> [ActorPage] {
        var offices = [[Int]](repeating: [], count: ids.count)
        var relations = [[RelationClass: [Int]]](repeating: [:], count: ids.count)
        var names = [[String: Int]](repeating: [:], count: ids.count)
        for entry in entries {
            for page in entry.subject == entry.object ? [entry.subject - 1] : [entry.subject - 1, entry.object - 1] {
                if entry.statement.relationClass == .state {
                    offices[page].append(entry.number)
                } else {
                    relations[page][entry.statement.relationClass, default: []].append(entry.number)
                }
            }
            for (participant, page) in [(entry.statement.subject, entry.subject - 1), (entry.statement.object, entry.object - 1)] {
                if let mention = participant.mention { names[page][mention.text, default: 0] += 1 }
            }
        }
        return ids.indices.map { index in
            ActorPage(
                number: index + 1, actor: tally.actor(ids[index]), statements: tally.mentions[ids[index], default: 0],
                names: ranked(names[index]).prefix(mostNames).map { NameCount(name: $0.key, count: $0.value) },
                offices: offices[index],
                relations: RelationClass.allCases.compactMap { relationClass in
                    relations[index][relationClass].map { Group(relationClass: relationClass, entries: $0) }
                })
        }
    }

    private static func meetings(_ entries: [Entry], _ tally: ReportTally) -> [Meeting] {
        var printed: [ReportTally.Pair: [Int]] = [:]
        for entry in entries where entry.statement.relationClass == .consult {
            printed[ReportTally.Pair(entry.statement), default: []].append(entry.number)
        }
        // A dictionary has no order: everything that tells two pairs apart decides.
        return tally.meetings.sorted { left, right in
            (-left.value.times, -left.value.reports, left.key.first, left.key.second)
                < (-right.value.times, -right.value.reports, right.key.first, right.key.second)
        }.map { pair, talks in
            Meeting(
                first: tally.actor(pair.first), second: tally.actor(pair.second), times: talks.times, reports: talks.reports,
                firstDay: talks.days?.lowerBound, lastDay: talks.days?.upperBound,
                statuses: Status.allCases.compactMap { status in
                    talks.statuses[status].map { StatusCount(status: status, count: $0) }
                },
                labels: ranked(talks.labels).map(\.key), entries: printed[pair] ?? [])
        }
    }

    private static func timeline(_ entries: [Entry]) -> [Period] {
        var events: [TimelineEvent] = []
        var places: [EventKey: Int] = [:]
        var kinds: [[String]: Int] = [:]
        for entry in entries {
            guard let date = entry.statement.date, !isStanding(entry.statement) else { continue }
            let kind = [entry.statement.relation, entry.statement.status.rawValue]
            let number = kinds[kind] ?? kinds.count
            kinds[kind] = number
            let key = EventKey(
                subject: entry.subject, object: entry.object, kind: number, isSymmetric: entry.statement.isSymmetric,
                day: date.start.daysSince1970)
            if let place = places[key] {
                events[place].entries.append(entry.number)
            } else {
                places[key] = events.count
                events.append(TimelineEvent(date: date, entries: [entry.number]))
            }
        }
        let ordered = events.enumerated().sorted { left, right in
            let (leftDays, rightDays) = (days(of: left.element.date), days(of: right.element.date))
            // What is known of a whole year stands before its months.
            return (leftDays.lowerBound, -leftDays.upperBound.daysSince1970, left.element.date.start, left.element.date.end, left.offset)
                < (
                    rightDays.lowerBound, -rightDays.upperBound.daysSince1970, right.element.date.start, right.element.date.end,
                    right.offset
                )
        }.map(\.element)
        var periods: [Period] = []
        for event in ordered {
            let days = days(of: event.date)
            if periods.last?.days != days { periods.append(Period(days: days, events: [])) }
            periods[periods.count - 1].events.append(event)
        }
        return periods
    }

    /// The month of a date, or its year where it does not fit into one month or the next.
    private static func days(of date: StatementDate) -> ClosedRange<CalendarDate> {
        let isLong = max(date.start, date.end).daysSince1970 - date.start.daysSince1970 > 31
        return (isLong ? CalendarPeriod.year : .month).days(around: date.start)
    }

    /// An office or membership that only the document's date is known for did not begin on that day.
    private static func isStanding(_ statement: Statement) -> Bool {
        statement.relationClass == .state && statement.date?.source == .document
    }

    private static func ranked(_ counts: [String: Int]) -> [(key: String, value: Int)] {
        counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    }
}
