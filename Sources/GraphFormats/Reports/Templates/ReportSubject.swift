import KnowledgeGraph

/// The whole report, as templates see it.
struct ReportSubject: TemplateSubject {
    let report: Report
    var figure: ReportFigure?
    /// What only the page has: style sheet, script and the policy that allows these two.
    var page: Page?

    struct Page: Sendable {
        var style: String
        var script: String
        var policy: String
    }

    static let heading = "Everywhere"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<ReportSubject>] = [
        .init("title", "the report’s title") { LabelText.line($0.report.title, columns: 200) },
        .init("summary", "list of sentences: what this is; `{{.}}` is the sentence") { $0.report.summary },
        .init("omissions", "list of sentences: what the report leaves out; empty when it has everything") { $0.report.omissions },
        .init("hasOmissions", "whether anything is left out") { !$0.report.omissions.isEmpty },
        .init("hasStatements", "whether there is any statement") { !$0.report.entries.isEmpty },
        .init("statementCount", "number of statements that are printed") { $0.report.entries.count },
        .init("actorCount", "number of actors that have a page") { $0.report.actors.count },
        .init("sourceCount", "number of documents that are printed") { $0.report.sources.count },
        .init("figure", "the diagram; nothing when there is none") { $0.figure.map(FigureSubject.init) },
        .init("busiest", "list: the ten actors named most") { subject in
            subject.report.actors.prefix(10).map { ActorSubject(page: $0, report: subject.report) }
        },
        .init("classes", "list: classes of relations that occur, with counts") { subject in
            ChoiceSubject.classes(subject.report.entries)
        },
        .init("statusChoices", "list: statuses that occur, with counts") { subject in ChoiceSubject.statuses(subject.report.entries) },
        .init("hasMeetings", "whether anybody met anybody") { !$0.report.meetings.isEmpty },
        .init("meetings", "list: pairs that talked, the busiest first") { subject in
            subject.report.meetings.map { MeetingSubject(meeting: $0, links: subject.actorNumbers) }
        },
        .init("hasTimeline", "whether any printed statement has a date") { !$0.report.timeline.isEmpty },
        .init("periods", "list: months and years of the timeline, oldest first") { subject in
            subject.report.timeline.map { PeriodSubject(period: $0, report: subject.report) }
        },
        .init("actors", "list: pages of actors, those named most first") { subject in
            subject.report.actors.map { ActorSubject(page: $0, report: subject.report) }
        },
        .init("sources", "list: documents, by date") { subject in SourceSubject.all(of: subject.report) },
        .init("style", "HTML only: the style sheet, for `{{{style}}}` in a `style` element") { $0.page?.style },
        .init("script", "HTML only: the script, for `{{{script}}}` in a `script` element") { $0.page?.script },
        .init("policy", "HTML only: the content security policy that allows the style sheet and the script") { $0.page?.policy },
    ]

    private var actorNumbers: [Actor.ID: Int] {
        Dictionary(report.actors.map { ($0.actor.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The diagram of a report.
struct FigureSubject: TemplateSubject {
    let figure: ReportFigure

    static let heading = "figure"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<FigureSubject>] = [
        .init("svg", "HTML only: the SVG element, for `{{{svg}}}`") { $0.figure.svg },
        .init("file", "Markdown only: address of the image file or a `data:` address") { $0.figure.file },
        .init("caption", "what stands under the figure") { $0.figure.caption },
        .init("alternative", "the figure in words, for readers who cannot see it") { $0.figure.alternative },
        .init("isWide", "whether the figure is wider than high: it is printed on a page turned by 90°") { $0.figure.isWide },
    ]
}

/// A class or status to filter by.
struct ChoiceSubject: TemplateSubject {
    var value: String
    var label: String
    var count: Int

    static let heading = "classes, statusChoices"
    static let table = tabled(variables)
    static let variables: [TemplateVariable<ChoiceSubject>] = [
        .init("value", "the name in statements, such as `CONSULT` or `denied`") { $0.value },
        .init("choice", "the name in words, such as “Talks”") { $0.label },
        .init("count", "how many statements are printed that have it, or how often a name occurs") { $0.count },
    ]

    static func classes(_ entries: [Report.Entry]) -> [ChoiceSubject] {
        RelationClass.allCases.compactMap { relationClass in
            let count = entries.count { $0.statement.relationClass == relationClass }
            return count == 0
                ? nil : ChoiceSubject(value: relationClass.rawValue, label: RelationWords.heading(of: relationClass), count: count)
        }
    }

    static func statuses(_ entries: [Report.Entry]) -> [ChoiceSubject] {
        Status.allCases.compactMap { status in
            let count = entries.count { $0.statement.status == status }
            return count == 0 ? nil : ChoiceSubject(value: status.rawValue, label: status.rawValue, count: count)
        }
    }
}
