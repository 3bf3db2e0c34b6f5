import KnowledgeGraph

/// A typed column of nodes or edges; formats with typed columns share the lists below.
struct GraphAttribute<Element>: Sendable {
    let name: StaticString
    let type: AttributeType
    let value: @Sendable (Element) -> AttributeValue?

    static func text(_ name: StaticString, _ value: @escaping @Sendable (Element) -> String?) -> Self {
        GraphAttribute(name: name, type: .text) { value($0).map(AttributeValue.text) }
    }

    static func integer(_ name: StaticString, _ value: @escaping @Sendable (Element) -> Int) -> Self {
        GraphAttribute(name: name, type: .integer) { .integer(value($0)) }
    }

    /// Numbers that are not finite are left out: tools spell them in different ways.
    static func decimal(_ name: StaticString, _ value: @escaping @Sendable (Element) -> Double) -> Self {
        GraphAttribute(name: name, type: .decimal) { element in
            let number = value(element)
            return number.isFinite ? .decimal(number) : nil
        }
    }

    static func flag(_ name: StaticString, _ value: @escaping @Sendable (Element) -> Bool) -> Self {
        GraphAttribute(name: name, type: .flag) { .flag(value($0)) }
    }
}

enum AttributeType: Sendable {
    case text, integer, decimal, flag
}

enum AttributeValue: Sendable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case flag(Bool)
}

extension AttributeValue: CustomStringConvertible {
    /// As XML Schema writes it.
    var description: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

extension ActorNode {
    /// What typed formats say of a node beside its id and name.
    static let attributes: [GraphAttribute<ActorNode>] = [
        .text("type") { $0.actor.type.rawValue },
        .integer("subject_of") { $0.subjectOf },
        .integer("object_of") { $0.objectOf },
        .integer("documents") { $0.documents },
        .text("first_date") { $0.days?.lowerBound.description },
        .text("last_date") { $0.days?.upperBound.description },
    ]

    /// The same for formats whose ids are name tokens.
    static let tokenAttributes = [.text("actor") { $0.actor.id }] + attributes
}

extension StatementEdge {
    /// What typed formats say of an edge beside its id, label and weight; names as in CSV.
    static let attributes: [GraphAttribute<StatementEdge>] = [
        .text("relation") { $0.statement.relation },
        .text("class") { $0.statement.relationClass.rawValue },
        .text("mode") { $0.statement.mode },
        .text("status") { $0.statement.status.rawValue },
        .flag("symmetric") { $0.statement.isSymmetric },
        .text("predicate") { $0.statement.predicate.text },
        .text("detail") { $0.statement.detail },
        .text("attribution") { $0.statement.attribution?.name },
        .text("date_start") { $0.statement.date?.days.lowerBound.description },
        .text("date_end") { $0.statement.date?.days.upperBound.description },
        .text("date_precision") { $0.statement.date?.precision.rawValue },
        .text("date_source") { $0.statement.date?.source.rawValue },
        .text("place") { $0.statement.place },
        .text("topic") { $0.statement.topic },
        .text("quantities") { $0.quantities },
        .decimal("confidence") { $0.statement.confidence },
        .text("rule") { $0.statement.rule },
        .text("sentence") { $0.statement.evidence.sentence },
        .text("document") { $0.statement.document },
        .text("document_title") { $0.document?.title },
        .text("document_date") { $0.document?.date?.description },
        .text("document_source") { $0.document?.source },
        .text("document_url") { $0.document?.url },
    ]

    /// The same for formats whose ids are name tokens.
    static let tokenAttributes = [.text("statement") { $0.statement.id }] + attributes

    private var quantities: String? {
        statement.quantities.isEmpty ? nil : statement.quantities.map(\.text).joined(separator: "; ")
    }
}
