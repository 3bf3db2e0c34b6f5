import KnowledgeGraph

@testable import GraphQuery

extension TestGraph {
    /// Statements as the graph that queries are to see, made the plain way: every property of everything is written down beforehand.
    convenience init(plainly statements: [Statement]) throws {
        self.init()
        var nodes: [String: NodeID] = [:]
        for actor in Graph(statements).actors {
            nodes[actor.id] = try createNode(
                labels: [actor.type.rawValue.capitalized],
                properties: [
                    "id": .string(actor.id), "name": .string(actor.name), "type": .string(actor.type.rawValue),
                    "aliases": .list(Self.aliases(of: actor, in: statements).map(Value.string)),
                ])
        }
        for statement in statements {
            guard let subject = nodes[statement.subject.actor.id], let object = nodes[statement.object.actor.id] else { continue }
            _ = try createRelationship(
                type: statement.relation.uppercased().replacing("-", with: "_"), from: subject, to: object,
                properties: Self.properties(of: statement, among: statements))
        }
    }

    private static func properties(of statement: Statement, among all: [Statement]) -> [String: Value] {
        let texts: [String: String?] = [
            "relation": statement.relation, "class": statement.relationClass.rawValue, "status": statement.status.rawValue,
            "place": statement.place, "topic": statement.topic, "speaker": statement.attribution?.name,
            "sentence": statement.evidence.sentence, "document": statement.document, "mode": statement.mode,
            "predicate": statement.predicate.text, "detail": statement.detail, "rule": statement.rule, "id": statement.id,
        ]
        var properties = texts.compactMapValues { $0.map(Value.string) }
        properties["confidence"] = .float(statement.confidence)
        properties["reports"] = .integer(reports(of: statement, among: all))
        if let date = statement.date {
            properties["since"] = .date(LocalDate(daysSince1970: date.start.daysSince1970))
            properties["until"] = .date(LocalDate(daysSince1970: date.end.daysSince1970))
        }
        return properties
    }

    /// Statements of the same actors, relation, status and first day.
    private static func reports(of event: Statement, among all: [Statement]) -> Int {
        guard let date = event.date else { return 1 }
        let ends = [event.subject.actor.id, event.object.actor.id]
        return all.count { other in
            let others = [other.subject.actor.id, other.object.actor.id]
            return other.relation == event.relation && other.relationClass == event.relationClass && other.status == event.status
                && other.date?.start == date.start && (others == ends || event.isSymmetric && others == ends.reversed())
        }
    }

    /// Other names first, then what texts call the actor; the most used first.
    private static func aliases(of actor: Actor, in statements: [Statement]) -> [String] {
        let participants = statements.flatMap { [$0.subject, $0.object] }.filter { $0.actor.id == actor.id }
        func byUse(_ texts: [String]) -> [String] {
            let uses = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
            return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        }
        let names = byUse(participants.map(\.actor.name)).filter { $0 != actor.name }
        let mentions = byUse(participants.compactMap(\.mention?.text).filter(MentionName.isName))
        return names + mentions.filter { $0 != actor.name && !names.contains($0) }
    }
}
