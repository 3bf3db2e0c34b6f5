import KnowledgeGraph

/// Who belongs where, as far as it fits into a node: offices, employers, countries, locations.
///
/// An office edge that fits into its holder's node is not drawn.
struct Affiliations {
    /// An actor's place in the world.
    struct Affiliation {
        /// "Foreign Minister · Norway".
        var text: String
        var place: Actor
        var relation: String
    }

    /// By actor id.
    private(set) var chosen: [Actor.ID: Affiliation] = [:]
    /// The organisation or group that an actor belongs to, by actor id.
    private var organizations: [Actor.ID: Actor] = [:]
    /// Ids of the statements that the nodes say.
    private(set) var folded: Set<Statement.ID> = []

    /// Relations that say where somebody belongs, the most telling first.
    static let relations = [
        "holds-office", "works-for", "leads", "represents", "member-of", "part-of", "located-in", "citizen-of", "born-in",
    ]

    /// True for standing facts that explain an actor; a planned or denied one is news and drawn.
    static func isAffiliation(_ statement: Statement) -> Bool {
        statement.status == .actual && statement.subject.actor.type != .country && relations.contains(statement.relation)
    }

    private let words: FigureWords

    /// - Parameter statements: in canonical order.
    init(_ statements: [Statement], _ words: FigureWords) {
        self.words = words
        var bySubject: [Actor.ID: [Statement]] = [:]
        for statement in statements where Affiliations.isAffiliation(statement) {
            bySubject[statement.subject.actor.id, default: []].append(statement)
        }
        for (subject, candidates) in bySubject {
            guard let best = Affiliations.best(candidates) else { continue }
            chosen[subject] = Affiliation(
                text: text(best), place: best.object.actor, relation: best.relation)
            organizations[subject] =
                Affiliations.best(candidates.filter { [.organization, .group].contains($0.object.actor.type) })?.object.actor
        }
        for candidates in bySubject.values {
            for statement in candidates {
                guard let affiliation = chosen[statement.subject.actor.id] else { continue }
                let place = statement.object.actor
                if place.id == affiliation.place.id || place.id == country(of: statement.subject.actor)?.id {
                    folded.insert(statement.id)
                }
            }
        }
    }

    /// The country that an actor belongs to, also through its organisation; nil when the text does not say.
    func country(of actor: Actor) -> Actor? {
        if actor.type == .country { return actor }
        var current = actor
        for _ in 0..<4 {
            guard let place = chosen[current.id]?.place, place.id != actor.id else { break }
            if place.type == .country { return place }
            current = place
        }
        return nil
    }

    /// The organisation at the top of those that the actor belongs to; an organisation that belongs to none is its own.
    func organization(of actor: Actor) -> Actor? {
        var top = [.organization, .group].contains(actor.type) ? actor : nil
        var current = actor
        for _ in 0..<4 {
            guard let next = organizations[current.id], next.id != actor.id else { break }
            top = next
            current = next
        }
        return top
    }

    /// The affiliation that says most: an office before a membership, one with its office named, often said.
    private static func best(_ candidates: [Statement]) -> Statement? {
        candidates.enumerated().min { left, right in
            key(left.element, among: candidates, at: left.offset) < key(right.element, among: candidates, at: right.offset)
        }?.element
    }

    private static func key(_ statement: Statement, among candidates: [Statement], at offset: Int) -> (Int, Int, Int, Int) {
        let repetitions = candidates.count { $0.relation == statement.relation && $0.object.actor.id == statement.object.actor.id }
        let namesOffice = statement.detail?.isEmpty == false
        return (relations.firstIndex(of: statement.relation) ?? relations.count, namesOffice ? 0 : 1, -repetitions, offset)
    }

    private func text(_ statement: Statement) -> String {
        let place = LabelText.line(statement.object.actor.name, columns: 30)
        if let detail = statement.detail.map({ LabelText.line($0, columns: 36) }), !detail.isEmpty, Affiliations.statesAnOffice(statement) {
            return detail.lowercased().contains(place.lowercased()) ? detail : "\(detail) · \(place)"
        }
        return switch statement.relation {
        case "leads": words.headOf(place)
        case "member-of": words.memberOf(place)
        case "represents": words.onBehalfOf(place)
        case "born-in": words.bornIn(place)
        default: place
        }
    }

    /// For other relations `detail` is a remark rather than a title.
    private static func statesAnOffice(_ statement: Statement) -> Bool {
        ["holds-office", "works-for", "leads", "represents"].contains(statement.relation)
    }
}

extension Diagram {
    /// Relations that say where somebody belongs: of an actor that is drawn they stand in its box, whatever the figure is asked to show.
    public static let affiliations = Set(Affiliations.relations)
}
