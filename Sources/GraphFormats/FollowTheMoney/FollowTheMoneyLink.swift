import KnowledgeGraph

/// The schema that says what a statement says, and the names of its two ends.
///
/// Only what a text calls actual becomes a fact such as `Membership`. All else, and all that FollowTheMoney has no schema for, is
/// an `UnknownLink` whose role and status say what it is.
struct FollowTheMoneyLink: Equatable {
    var schema: String
    var source: String
    var target: String

    private static let unknown = FollowTheMoneyLink(schema: "UnknownLink", source: "subject", target: "object")
    private static let occupancy = FollowTheMoneyLink(schema: "Occupancy", source: "holder", target: "post")
    private static let family = FollowTheMoneyLink(schema: "Family", source: "person", target: "relative")

    private init(schema: String, source: String, target: String) {
        self.schema = schema
        self.source = source
        self.target = target
    }

    init(_ statement: Statement, _ register: GraphRegister) {
        self = .unknown
        // What an actor is, its entity says: statements may disagree, and the ends of a link must fit.
        guard statement.status == .actual, let subject = register.entry(of: statement.subject.actor.id)?.type,
            let object = register.entry(of: statement.object.actor.id)?.type
        else { return }
        let ownsAsset = object == .facility || object == .thing
        switch statement.relation {
        case "holds-office" where subject == .person && object.isOrganization:
            let office = statement.detail?.contains { !$0.isWhitespace } == true
            self = office ? .occupancy : Self(schema: "Employment", source: "employee", target: "employer")
        case "works-for" where subject == .person && object.isOrganization:
            self = Self(schema: "Employment", source: "employee", target: "employer")
        case "leads" where subject.isLegalEntity && object.isOrganization:
            self = Self(schema: "Directorship", source: "director", target: "organization")
        case "member-of" where subject.isLegalEntity && object.isOrganization,
            "part-of" where subject.isLegalEntity && object.isOrganization:
            self = Self(schema: "Membership", source: "member", target: "organization")
        case "represents" where subject.isLegalEntity && object.isLegalEntity,
            "leads-delegation" where subject.isLegalEntity && object.isLegalEntity:
            self = Self(schema: "Representation", source: "agent", target: "client")
        case "kin-of" where subject == .person && object == .person:
            self = .family
        case "owns" where subject.isLegalEntity && ownsAsset:
            self = Self(schema: "Ownership", source: "owner", target: "asset")
        default: break
        }
    }

    /// The office that the statement's subject holds; nil when it is about none.
    func position(of statement: Statement) -> FollowTheMoneyEntity? {
        guard self == .occupancy, let detail = statement.detail else { return nil }
        var position = FollowTheMoneyEntity(id: positionID(statement), schema: "Position")
        position.add("name", "\(detail), \(statement.object.actor.name)")
        position.add("organization", FollowTheMoneyID.actor(statement.object.actor.id))
        return position
    }

    func entity(of statement: Statement, document: DocumentDetails?) -> FollowTheMoneyEntity {
        var entity = FollowTheMoneyEntity(id: FollowTheMoneyID.text("statement", statement.id), schema: schema)
        entity.add(source, FollowTheMoneyID.actor(statement.subject.actor.id))
        entity.add(target, self == .occupancy ? positionID(statement) : FollowTheMoneyID.actor(statement.object.actor.id))
        let relation = statement.relation.replacing("-", with: " ")
        switch self {
        case .unknown:
            // Tools show the role on the line: it must not say that something happened which did not.
            entity.add("role", statement.status == .actual ? relation : "\(relation) (\(statement.status.rawValue))")
            entity.add("status", statement.status.rawValue)
        case .family: entity.add("relationship", statement.detail ?? relation)
        case .occupancy: break
        default: entity.add("role", statement.detail ?? relation)
        }
        if let date = statement.date, date.source != .document {
            // The day on which somebody holds an office is not the day on which he took it.
            if self == .unknown {
                entity.add("startDate", date.start.description)
                entity.add("endDate", date.end.description)
            } else {
                entity.add("date", date.start.description)
            }
        }
        entity.add("summary", statement.evidence.sentence)
        entity.add("description", texts: remarks(on: statement))
        entity.add("recordId", statement.id)
        entity.add("proof", FollowTheMoneyID.text("document", statement.document))
        entity.add("publisher", document?.source)
        entity.add("sourceUrl", address: document?.url)
        return entity
    }

    private func positionID(_ statement: Statement) -> String {
        FollowTheMoneyID.text("position", statement.object.actor.id + "/" + (statement.detail ?? ""))
    }

    /// What no property holds, in words.
    private func remarks(on statement: Statement) -> [String] {
        let detail = self == .unknown ? statement.detail : nil
        let quantities = statement.quantities.map(\.text).joined(separator: "; ")
        return [
            detail.map { "Detail: \($0)" }, statement.mode.map { "Mode: \($0)" }, statement.topic.map { "Topic: \($0)" },
            statement.place.map { "Place: \($0)" }, quantities.isEmpty ? nil : "Quantities: \(quantities)",
            statement.attribution.map { "According to \($0.name)" },
            "Class \(statement.relationClass.rawValue), confidence \(statement.confidence), rule \(statement.rule)",
        ].compactMap(\.self)
    }
}

extension ActorType {
    /// Is, or has subschema of, FollowTheMoney's `LegalEntity`.
    fileprivate var isLegalEntity: Bool { self == .person || self == .group || isOrganization }
    /// Is, or has subschema of, FollowTheMoney's `Organization`.
    fileprivate var isOrganization: Bool { self == .organization || self == .country }
}
