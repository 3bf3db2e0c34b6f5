import KnowledgeGraph

/// A pair in the table of talks.
struct MeetingSubject: TemplateSubject {
    let meeting: Report.Meeting
    let links: [Actor.ID: Int]

    static let heading = "meetings"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<MeetingSubject>] = [
        .init("first", "name of one actor") { ActorSubject.name($0.meeting.first) },
        .init("firstNumber", "number of that actor’s page; nothing when it has none") { $0.links[$0.meeting.first.id] },
        .init("second", "name of the other actor") { ActorSubject.name($0.meeting.second) },
        .init("secondNumber", "number of that actor’s page") { $0.links[$0.meeting.second.id] },
        .init("times", "how many events there were, however many statements report them") { $0.meeting.times },
        .init("reports", "how many statements there are") { $0.meeting.reports },
        .init("how", "the relations in words, the commonest first") { $0.meeting.labels.prefix(4).joined(separator: ", ") },
        .init("firstDay", "the first day, such as “3 May 2031”") { $0.meeting.firstDay.map { DateText.long($0, $0) } },
        .init("lastDay", "the last day; nothing when it is the first") { subject in
            subject.meeting.lastDay.flatMap { $0 == subject.meeting.firstDay ? nil : DateText.long($0, $0) }
        },
        .init("statuses", "how many statements have each status, such as “2 actual, 1 planned”") { subject in
            subject.meeting.statuses.map { "\($0.count) \($0.status.rawValue)" }.joined(separator: ", ")
        },
        .init("entryNumbers", "list of numbers of the statements behind it") { $0.meeting.entries },
        .init("numbers", "the same in one text, such as “1 4 7”") { numbers($0.meeting.entries) },
    ]
}

/// A month or year of the timeline.
struct PeriodSubject: TemplateSubject {
    let period: Report.Period
    let report: Report

    static let heading = "periods"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<PeriodSubject>] = [
        .init("period", "such as “May 2031”; “2031” for what is not known to the month") { subject in
            let days = subject.period.days
            let isYear = days == CalendarPeriod.year.days(around: days.lowerBound)
            return RelationWords.date(
                StatementDate(
                    start: days.lowerBound, end: days.upperBound, precision: isYear ? .year : .month, text: nil, source: .document))
        },
        .init("events", "list: what happened, oldest first") { subject in
            subject.period.events.map { EventSubject(event: $0, report: subject.report) }
        },
    ]
}

/// A row of the timeline.
struct EventSubject: TemplateSubject {
    let event: Report.TimelineEvent
    let report: Report

    static let heading = "events"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<EventSubject>] = [
        .init("when", "the day or days") { RelationWords.date($0.event.date) },
        .init("whenInMonth", "the same without the month’s year, such as “3 May”") { RelationWords.dateInMonth($0.event.date) },
        .init("day", "the first day, as 2031-05-03") { "\($0.event.date.start)" },
        .init("said", "the statement that reports it first, with all its variables") { subject in
            EntrySubject(entry: subject.report.entries[subject.event.entries[0] - 1], report: subject.report)
        },
        .init("entryNumbers", "list of numbers of the statements that report it") { $0.event.entries },
        .init("numbers", "the same in one text, such as “1 4 7”") { numbers($0.event.entries) },
    ]
}

/// An actor’s page.
struct ActorSubject: TemplateSubject {
    let page: Report.ActorPage
    let report: Report

    static let heading = "actors, busiest"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<ActorSubject>] = [
        .init("actorNumber", "number of the page, from 1; its anchor is `a-NUMBER`") { $0.page.number },
        .init("name", "the fullest name that is known") { name($0.page.actor) },
        .init("actorId", "id in the graph, such as `person/ida-holm`") { LabelText.line($0.page.actor.id, columns: 160) },
        .init("type", "person, country, organization, group, place, facility, event or thing") { $0.page.actor.type.rawValue },
        .init("mentions", "in how many statements of the graph it takes part") { $0.page.statements },
        .init("names", "list: words that the documents use, with counts") { subject in
            subject.page.names.map { NameSubject(name: $0) }
        },
        .init("hasNames", "whether any words are known") { !$0.page.names.isEmpty },
        .init("hasOffices", "whether any office, membership or place is known") { !$0.page.offices.isEmpty },
        .init("offices", "list of statements about offices, memberships and places") { $0.entries($0.page.offices) },
        .init("relations", "list: the other statements by class") { subject in
            subject.page.relations.map { GroupSubject(group: $0, report: subject.report) }
        },
    ]

    /// One line; a text for what has none.
    static func name(_ actor: Actor) -> String {
        let name = LabelText.line(actor.name, columns: 120)
        return name.isEmpty ? "(no name)" : name
    }

    private func entries(_ numbers: [Int]) -> [EntrySubject] {
        numbers.map { EntrySubject(entry: report.entries[$0 - 1], report: report) }
    }
}

struct NameSubject: TemplateSubject {
    let name: Report.NameCount

    static let heading = "names"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<NameSubject>] = [
        .init("words", "the words") { LabelText.line($0.name.name, columns: 80) },
        .init("count", "how often") { $0.name.count },
    ]
}

/// An actor's statements of one class.
struct GroupSubject: TemplateSubject {
    let group: Report.Group
    let report: Report

    static let heading = "relations"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<GroupSubject>] = [
        .init("groupName", "the class in words") { RelationWords.heading(of: $0.group.relationClass) },
        .init("groupCount", "how many statements") { $0.group.entries.count },
        .init("entries", "list of statements") { subject in
            subject.group.entries.map { EntrySubject(entry: subject.report.entries[$0 - 1], report: subject.report) }
        },
    ]
}

/// A document.
struct SourceSubject: TemplateSubject {
    let number: Int
    let details: DocumentDetails
    let numbers: [Int]
    let report: Report

    static let heading = "sources"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<SourceSubject>] = [
        .init("documentNumber", "number, from 1; the anchor is `d-NUMBER`") { $0.number },
        .init("documentTitle", "title, or the id when there is none") { title($0.details) },
        .init("documentId", "id in the graph") { LabelText.line($0.details.id, columns: 160) },
        .init("publisher", "publisher or agency") { $0.details.source.map { LabelText.line($0, columns: 120) } },
        .init("documentDate", "such as “3 May 2031”") { $0.details.date.map { DateText.long($0, $0) } },
        .init("url", "address, when it is one of http or https") { $0.details.url.flatMap(WebAddress.plain) },
        .init("documentCount", "how many statements of it are printed") { $0.numbers.count },
        .init("statements", "list of its statements, in its order") { subject in
            subject.numbers.map { EntrySubject(entry: subject.report.entries[$0 - 1], report: subject.report) }
        },
    ]

    static func all(of report: Report) -> [SourceSubject] {
        var numbers = [[Int]](repeating: [], count: report.sources.count)
        for entry in report.entries { numbers[entry.source - 1].append(entry.number) }
        return report.sources.indices.map {
            SourceSubject(number: $0 + 1, details: report.sources[$0], numbers: numbers[$0], report: report)
        }
    }

    static func title(_ details: DocumentDetails) -> String {
        let title = details.title.map { LabelText.line($0, columns: 200) } ?? ""
        if !title.isEmpty { return title }
        let id = LabelText.line(details.id, columns: 120)
        return id.isEmpty ? "(untitled)" : id
    }
}

private func numbers(_ entries: [Int]) -> String { entries.map(String.init).joined(separator: " ") }
