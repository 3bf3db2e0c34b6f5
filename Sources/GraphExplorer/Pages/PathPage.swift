import GraphFormats
import GraphStore
import KnowledgeGraph

/// How two actors are linked: the shortest chains of statements between them.
struct PathPage: Page {
    static let template = "path"

    let frame: PageFrame
    let heading: String
    let from: End
    let to: End
    let isAsked: Bool
    let filters: FilterForm
    let clearAddress: String
    let turnAddress: String?
    let chains: [Chain]
    let hasChains: Bool
    let chainWords: String
    let isNoChain: Bool
    let isSameActor: Bool
    var figure: FigurePart?

    /// One end of the chain, as it was asked for.
    struct End: Sendable {
        /// What stands in the form.
        let endText: String
        let end: ActorLink?
        let endID: String?
        /// Why there is nobody.
        let endTrouble: String?
        let endChoices: [Choice]
        let hasEndChoices: Bool
    }

    struct Choice: Sendable {
        let choiceName: String
        let choiceID: String
        let choiceAddress: String
    }

    struct Chain: Sendable {
        let chainNumber: Int
        let chainLinks: [ChainLink]
        let steps: [Step]
    }

    /// An actor of a chain, and whether another one follows.
    struct ChainLink: Sendable {
        let linked: ActorLink
        let isFollowed: Bool
    }

    struct Step: Sendable {
        let stepTitle: String
        let stepStatements: [StatementItem]
        let stepMore: String?
        let stepAddress: String
    }

    static let mostChains = 4
    static let longestChain = 6
    private static let stepLimit = 4

    init(
        _ request: PathRequest, _ ends: PathRequest.Ends, _ paths: [Path], _ statistics: GraphStatistics, in store: GraphStore,
        services: ExplorerServices
    ) throws {
        let filter = request.filter
        from = End(request.from, ends.from) { PageAddress.path(from: $0, to: request.to, filter) }
        to = End(request.to, ends.to) { PageAddress.path(from: request.from, to: $0, filter) }
        isAsked = ends.from.actor != nil && ends.to.actor != nil
        let names = [ends.from.actor, ends.to.actor].compactMap { $0.map { PageWords.name($0.name) } }
        heading = names.count == 2 ? "From \(names[0]) to \(names[1])" : "How are two actors linked?"
        frame = PageFrame(heading, site: services.options.title, section: .path, hasFigure: true)
        filters = FilterForm(
            filter, classes: statistics.classes, statuses: statistics.statuses, relations: statistics.relations, days: statistics.days,
            labels: services.relationLabels)
        clearAddress = PageAddress.path(from: request.from, to: request.to)
        turnAddress = isAsked ? PageAddress.path(from: request.to, to: request.from, filter) : nil
        let words = RelationWords(labels: services.relationLabels)
        chains = try paths.enumerated().map { index, path in
            let actors = path.actors
            return Chain(
                chainNumber: index + 1,
                chainLinks: actors.enumerated().map { ChainLink(linked: ActorLink($1), isFollowed: $0 < actors.count - 1) },
                steps: try path.steps.map { step in
                    var query = QueryString()
                    query.append("id", step.from.id)
                    query.append("with", step.to.id)
                    let more = step.statements.count - Self.stepLimit
                    return Step(
                        stepTitle: "\(PageWords.name(step.from.name)) and \(PageWords.name(step.to.name))",
                        stepStatements: try StatementItem.items(Array(step.statements.prefix(Self.stepLimit)), in: store, words: words),
                        stepMore: more > 0 ? "and \(PageWords.counted(more, "more statement"))" : nil,
                        stepAddress: query.after("/actor") + "#statements")
                })
        }
        hasChains = !chains.isEmpty
        isSameActor = isAsked && ends.from.actor?.id == ends.to.actor?.id
        isNoChain = isAsked && !hasChains && !isSameActor
        let length = paths.first?.steps.count ?? 0
        chainWords =
            "\(PageWords.counted(length, "step")) apart. "
            + (paths.count >= Self.mostChains
                ? "The first \(paths.count) of the shortest chains" : PageWords.counted(paths.count, "shortest chain")) + "."
    }
}

/// What `/path` is asked for.
struct PathRequest: Sendable {
    var from: String?
    var to: String?
    var filter: StatementFilter

    init(_ fields: FormFields) throws(Problem) {
        from = fields["from"]
        to = fields["to"]
        filter = try fields.filter()
    }

    struct Ends: Sendable {
        var from: Resolved
        var to: Resolved
    }

    /// Whom a name stands for.
    enum Resolved: Sendable {
        case notAsked
        case found(Actor)
        case unknown(near: [String])
        case ambiguous([Problem.Candidate])

        var actor: Actor? {
            if case .found(let actor) = self { actor } else { nil }
        }

        init(_ name: String?, in store: GraphStore) throws {
            guard let name else {
                self = .notAsked
                return
            }
            do {
                self = .found(try store.actor(named: name).actor)
            } catch GraphStoreError.unknownActor(_, let near) {
                self = .unknown(near: near)
            } catch GraphStoreError.ambiguousActor(_, let candidates) {
                self = .ambiguous(candidates.map { Problem.Candidate(id: $0.id, name: $0.name) })
            }
        }
    }
}

extension PathPage.End {
    fileprivate init(_ text: String?, _ resolved: PathRequest.Resolved, address: (String) -> String) {
        let shown = text.map { PageWords.name($0) } ?? ""
        var (trouble, choices) = (String?.none, [PathPage.Choice]())
        switch resolved {
        case .notAsked, .found: break
        case .unknown(let near):
            trouble =
                "No actor is called “\(shown)”" + (near.isEmpty ? ". Try only the beginning of the name." : ". Names that are like it:")
            choices = near.map { PathPage.Choice(choiceName: PageWords.name($0), choiceID: "", choiceAddress: address($0)) }
        case .ambiguous(let candidates):
            trouble = "“\(shown)” may be one of several actors. Who is meant?"
            choices = candidates.map {
                PathPage.Choice(choiceName: PageWords.name($0.name), choiceID: $0.id, choiceAddress: address($0.id))
            }
        }
        let actor = resolved.actor
        self.init(
            endText: actor?.name ?? text ?? "", end: actor.map { ActorLink($0) }, endID: actor?.id, endTrouble: trouble,
            endChoices: choices,
            hasEndChoices: !choices.isEmpty)
    }
}
