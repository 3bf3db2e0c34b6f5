import GraphFormats
import GraphStore
import KnowledgeGraph

/// All about one actor: names, offices, who with whom, when, and the sentences.
struct ActorPage: Page {
    static let template = "actor"

    let frame: PageFrame
    let actor: ActorLink
    let aliases: [String]
    let hasAliases: Bool
    let summary: String
    let offices: [StatementItem]
    let hasOffices: Bool
    let filters: FilterForm
    let counterparts: [Counterpart]
    let hasCounterparts: Bool
    let counterpartsWords: String
    let relations: [Relation]
    let chart: MonthChart?
    let statements: [StatementItem]
    let hasStatements: Bool
    let statementsTitle: String
    /// The actor on the other side of all statements listed, when one is asked for.
    let with: ActorLink?
    let withID: String?
    let isLaterPage: Bool
    let newestAddress: String
    let moreAddress: String?
    let clearAddress: String
    let pathAddress: String
    /// Ids of the actors that have been merged into it.
    let merged: [String]
    let hasMerged: Bool
    let hasFigure: Bool
    /// Of the figure's own page, of its image, and of the part that the script puts into this page.
    let figureAddress: String
    let imageAddress: String
    let partAddress: String
    let canvasQuery: String

    struct Counterpart: Sendable {
        let other: ActorLink
        let together: String
        let togetherAddress: String
        let bar: CountBar
        let togetherDays: String?
        let pathTo: String
    }

    struct Relation: Sendable {
        let relationName: String
        let relationCount: String
        let relationAddress: String
    }

    private static let statementLimit = 20
    private static let counterpartLimit = 25
    private static let officeLimit = 12
    private static let aliasLimit = 24

    /// - Throws: `Problem` for a cursor that is none.
    init(_ profile: ActorProfile, _ request: ActorRequest, in store: GraphStore, services: ExplorerServices) throws {
        let subject = profile.actor
        let (filter, labels) = (request.view.filter, services.relationLabels)
        let words = RelationWords(labels: labels)
        let name = PageWords.name(subject.name)
        frame = PageFrame(name, site: services.options.title, searchText: "", hasFigure: true)
        actor = ActorLink(subject)
        aliases = try store.names(of: subject.id).map(PageWords.name).filter { $0 != name }.prefix(Self.aliasLimit).map(\.self)
        hasAliases = !aliases.isEmpty
        let days = profile.days.map { days in
            days.lowerBound == days.upperBound
                ? ", of \(PageWords.day(days.lowerBound))"
                : ", between \(PageWords.day(days.lowerBound)) and \(PageWords.day(days.upperBound))"
        }
        summary =
            "\(name) takes part in \(PageWords.counted(profile.statements, "statement"))"
            + (filter == .everything ? " with " : " that pass the filters, with ")
            + "\(PageWords.counted(profile.counterpartCount, "other actor"))\(days ?? "")."
        let all = filter == .everything ? profile : try store.profile(of: subject.id, counterparts: 0) ?? profile
        filters = FilterForm(
            filter, classes: all.classes, statuses: all.statuses, relations: all.relations, days: all.days, labels: labels)

        let affiliations = try store.page(
            of: subject.id, where: StatementFilter(relations: Diagram.affiliations), limit: Self.officeLimit * 4)
        offices = try StatementItem.items(
            Array(affiliations.statements.filter { $0.subject.actor.id == subject.id }.prefix(Self.officeLimit)), in: store, words: words)
        hasOffices = !offices.isEmpty

        let most = profile.counterparts.first?.statements ?? 1
        counterparts = profile.counterparts.prefix(Self.counterpartLimit).map { counterpart in
            Counterpart(
                other: ActorLink(counterpart.actor), together: PageWords.number(counterpart.statements),
                togetherAddress: request.address(with: counterpart.actor.id) + "#statements",
                bar: CountBar(counterpart.classes.map { ($0.name, $0.count) }, most: most),
                togetherDays: counterpart.days.map(PageWords.days),
                pathTo: PageAddress.path(from: subject.id, to: counterpart.actor.id))
        }
        hasCounterparts = !counterparts.isEmpty
        counterpartsWords =
            profile.counterpartCount > counterparts.count
            ? "The \(counterparts.count) it has most to do with, of \(PageWords.number(profile.counterpartCount))." : ""
        relations = profile.relations.prefix(12).map { entry in
            let label = LabelText.line(labels[entry.name] ?? entry.name.replacing("-", with: " "), columns: 50)
            return Relation(
                relationName: label.nonEmpty ?? entry.name, relationCount: PageWords.number(entry.count),
                relationAddress: request.address(relation: entry.name) + "#statements")
        }
        chart = MonthChart(profile.months) { request.address(days: $0) }

        let page = try store.page(of: subject.id, with: request.with, where: filter, after: request.after, limit: Self.statementLimit)
        statements = try StatementItem.items(page.statements, in: store, words: words)
        hasStatements = !statements.isEmpty
        with = try request.with.map { ActorLink(try store.actor(named: $0).actor) }
        withID = request.with
        statementsTitle = with.map { "Statements with \($0.actorName)" } ?? "Statements, newest first"
        isLaterPage = request.after != nil
        newestAddress = request.address(with: request.with)
        moreAddress = page.next.map { request.address(with: request.with, after: $0) + "#statements" }
        clearAddress = PageAddress.actor(subject.id)
        pathAddress = PageAddress.path(from: subject.id, to: nil)
        hasFigure = profile.statements > 0
        let view = request.figureView
        figureAddress = PageAddress.figure(view)
        imageAddress = PageAddress.image(view)
        partAddress = request.partAddress
        canvasQuery = view.query.text
        merged = try store.actors(mergedInto: subject.id)
        hasMerged = !merged.isEmpty
    }
}

/// What `/actor` is asked for.
struct ActorRequest: Sendable {
    let id: String
    var view: GraphView
    /// The id of an actor that statements must be with.
    var with: String?
    var after: PageCursor?

    init(_ fields: FormFields) throws(Problem) {
        guard let id = fields["id"] else { throw .badRequest("`id` is missing: the id or name of an actor; search for one") }
        self.id = id
        view = try GraphView(fields)
        with = fields["with"]
        if let text = fields["after"] {
            guard let cursor = PageCursor(text) else {
                throw .badRequest("`after` is no place in the list of statements; leave it out to begin with the newest")
            }
            after = cursor
        }
    }

    func address(with other: String? = nil, after cursor: PageCursor? = nil) -> String {
        address(filter: view.filter, with: other, after: cursor)
    }

    func address(relation: String) -> String {
        var filter = view.filter
        filter.relations = [relation]
        return address(filter: filter)
    }

    func address(days: ClosedRange<CalendarDate>) -> String {
        var filter = view.filter
        (filter.since, filter.until) = (days.lowerBound, days.upperBound)
        return address(filter: filter)
    }

    private static let figureLines = 20

    /// What the figure on the page shows.
    var figureView: GraphView {
        var figure = view
        (figure.around, figure.top) = (id, Self.figureLines)
        return figure
    }

    var partAddress: String { address(filter: view.filter) + "&part=figure" }

    private func address(filter: StatementFilter, with other: String? = nil, after cursor: PageCursor? = nil) -> String {
        var query = QueryString()
        query.append("id", id)
        query.append(filter)
        query.append("with", other)
        query.append("after", cursor?.text)
        return query.after("/actor")
    }
}
