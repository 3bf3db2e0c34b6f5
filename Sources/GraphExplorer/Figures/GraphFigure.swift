import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph

/// The figure of a part of a store's graph, before it is drawn.
struct GraphFigure: Sendable {
    let drawing: Drawing
    let options: DiagramOptions
    /// The actor in the middle; nil without one.
    let centre: Actor?
    /// What the figure leaves out, and how to see it.
    let notes: [String]
    /// The statements that passed, drawn or not.
    let statements: [Statement]

    var diagram: Diagram { drawing.diagram }
    var isEmpty: Bool { diagram.edges.isEmpty }

    /// Beyond this many statements a figure is of the newest: reading and weighing all of them would take seconds.
    static let mostStatements = 20_000
    private static let newest = 5_000
    private static let newestOfActor = 300

    /// - Parameters:
    ///   - relationLabels: by relation name.
    ///   - theme: light figures follow the reader's dark mode by themselves.
    init(_ view: GraphView, in store: GraphStore, relationLabels: [String: String], theme: Theme = .light) throws {
        let (centres, said, note) = try Self.statements(view, in: store)
        let isAround = centres.count == 1
        var options = DiagramOptions(
            theme: theme, around: isAround ? centres[0].id : nil, hops: view.hops, since: view.filter.since, until: view.filter.until,
            classes: Array(view.filter.classes), relations: Array(view.filter.relations), statuses: Array(view.filter.statuses),
            cluster: view.cluster, timeline: view.timeline, top: view.top, relationLabels: relationLabels)
        if centres.count > 1 { options.title = "Around " + centres.map(\.name).joined(separator: ", ") }
        if let centre = centres.first, !said.contains(where: { $0.subject.actor.id == centre.id || $0.object.actor.id == centre.id }) {
            // Nothing to draw around: an empty figure, and not the error that nobody of this name is there.
            options.around = nil
            try self.init(drawnFrom: [], options, centre: centre, statements: [])
            return
        }
        options.lead(toPagesOf: said)
        try self.init(drawnFrom: said, options, centre: centres.first, note: note, statements: said.filter(view.filter.matches))
    }

    /// The figure of statements that are at hand, such as those of a path or a query's result.
    ///
    /// - Parameters:
    ///   - isStored: whether what is drawn has pages to lead to; otherwise lines lead to `#s-ID` on the same page.
    init(of statements: [Statement], title: String? = nil, relationLabels: [String: String], isStored: Bool = true) throws {
        // Every class is asked for, so that nothing of what was chosen is left out or stands in a box alone.
        var options = DiagramOptions(title: title, classes: RelationClass.allCases, relationLabels: relationLabels)
        if isStored {
            options.lead(toPagesOf: statements)
        } else {
            options.statementLinks = Dictionary(statements.map { ($0.id, "#s-\($0.id)") }, uniquingKeysWith: { first, _ in first })
        }
        try self.init(drawnFrom: statements, options, statements: statements)
    }

    /// The figure of an actor among those it has to do with, for a page about it: bounded, however large the store is.
    ///
    /// Of a large store it has the newest statements of the actor alone, not what the others do with one another.
    init(about actor: Actor, _ view: GraphView, in store: GraphStore, relationLabels: [String: String]) throws {
        guard try store.statistics().statements > Self.mostStatements else {
            try self.init(view, in: store, relationLabels: relationLabels)
            return
        }
        let page = try store.page(of: actor.id, where: view.filter, limit: Self.newestOfActor)
        let statements = page.statements.filter(view.isSaid)
        var options = DiagramOptions(around: statements.isEmpty ? nil : actor.id, top: view.top, relationLabels: relationLabels)
        options.lead(toPagesOf: statements)
        let note = page.next.map { _ in "Drawn from the newest \(Self.newestOfActor) statements about \(actor.name) that pass." }
        try self.init(drawnFrom: statements, options, centre: actor, note: note, statements: statements)
    }

    private init(
        drawnFrom source: [Statement], _ options: DiagramOptions, centre: Actor? = nil, note: String? = nil, statements: [Statement]
    ) throws {
        drawing = try Drawing(statements: source, options: options)
        self.options = options
        self.centre = centre
        notes = [note].compactMap(\.self) + drawing.diagram.notes
        self.statements = statements
    }

    /// Whom the view is around, what its figure is drawn from, and what is said of that being cut short.
    static func statements(
        _ view: GraphView, in store: GraphStore
    ) throws -> (centres: [Actor], statements: [Statement], note: String?) {
        let centres = try ([view.around].compactMap(\.self) + view.expanded).map { try store.actor(named: $0).actor }
        guard let centre = centres.first else {
            let (found, note) = try all(view, in: store)
            return ([], found.filter(view.isSaid), note)
        }
        var (found, note) = try surroundings(of: centre, hops: view.hops, view, in: store)
        var known = Set(found.map(\.id))
        for other in centres.dropFirst() {
            let more = try surroundings(of: other, hops: 1, view, in: store)
            found += more.statements.filter { known.insert($0.id).inserted }
            note = note ?? more.note
        }
        return (centres, found.filter(view.isSaid), note)
    }

    private static func all(_ view: GraphView, in store: GraphStore) throws -> ([Statement], note: String?) {
        let count = try store.statistics().statements
        guard count > mostStatements else { return (try store.statements(), nil) }
        let page = try store.page(where: view.filter, limit: newest)
        return (page.statements, page.next == nil ? nil : "Drawn from the newest \(newest) statements that fit, of \(count) in all.")
    }

    private static func surroundings(
        of centre: Actor, hops: Int, _ view: GraphView, in store: GraphStore
    ) throws -> (statements: [Statement], note: String?) {
        let count = try store.statementCount(of: centre.id, where: view.filter)
        guard count > newest else {
            let (statements, reached) = try store.egoNetwork(
                of: centre.id, upTo: hops, where: view.filter, affiliations: Diagram.affiliations, mostStatements: mostStatements)
            let steps = reached == 1 ? "one step" : "\(reached) steps"
            return (statements, reached == hops ? nil : "Only \(steps) around \(centre.name) can be shown: beyond that there is too much.")
        }
        let page = try store.page(of: centre.id, where: view.filter, limit: newest)
        return (page.statements, "Drawn from the newest \(newest) of \(count) statements about \(centre.name).")
    }
}

extension DiagramOptions {
    /// Boxes and lines lead to the pages of their actors and statements.
    fileprivate mutating func lead(toPagesOf statements: [Statement]) {
        let actors = Set(statements.flatMap { [$0.subject.actor.id, $0.object.actor.id] })
        links = Dictionary(uniqueKeysWithValues: actors.map { ($0, PageAddress.actor($0)) })
        statementLinks = Dictionary(statements.map { ($0.id, PageAddress.statement($0.id)) }, uniquingKeysWith: { first, _ in first })
    }
}
