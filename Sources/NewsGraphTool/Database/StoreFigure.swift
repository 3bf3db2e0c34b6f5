import ArgumentParser
import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

/// The figure of a store that a command's options ask for, before it is drawn.
struct StoreFigure {
    let statements: [Statement]
    var options: DiagramOptions

    /// Statements that do not pass are taken too: offices that are not drawn stand in the boxes.
    ///
    /// - Parameter title: the headline; the article's own when there is one article, and none is given.
    init(
        _ arguments: FigureArguments, title: String?, where filter: StatementFilter, relationFiles: [String], in store: GraphStore
    ) throws {
        let actor = try arguments.around.map { try FollowedName.resolve($0, in: store) }
        statements =
            try actor.map { try store.egoNetwork(of: $0.id, hops: arguments.hops, where: filter, affiliations: Diagram.affiliations) }
            ?? store.statements()
        if let actor, try store.statementCount(of: actor.id, where: filter) == 0 {
            throw ValidationError("nothing about \(TerminalText.safe(actor.name)) fits these options; nothing was drawn")
        }
        let documents = try store.documentDetails()
        let article = documents.count == 1 ? documents[0] : nil
        options = DiagramOptions(
            title: title ?? article?.title,
            source: DiagramOptions.source(name: article?.source, date: article?.date, language: arguments.language),
            theme: arguments.theme, around: actor?.id, hops: arguments.hops, since: filter.since, until: filter.until,
            classes: Array(filter.classes), relations: Array(filter.relations), statuses: Array(filter.statuses),
            cluster: arguments.cluster,
            timeline: arguments.timeline, size: arguments.size, language: arguments.language, top: arguments.top,
            relationLabels: try RelationCatalogue.standard(adding: relationFiles).labels(in: arguments.language.rawValue))
    }

    func drawing() throws -> Drawing { try Drawing(statements: statements, options: options) }
}
