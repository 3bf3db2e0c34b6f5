import KnowledgeGraph

/// What a report counts over the whole graph, in one pass; memory grows with actors, pairs and documents, not with statements.
struct ReportTally {
    private(set) var statements = 0
    private(set) var dated = 0
    private(set) var attributed = 0
    private(set) var documents: Set<String> = []
    private(set) var classes: [RelationClass: Int] = [:]
    private(set) var statuses: [Status: Int] = [:]
    private(set) var days: ClosedRange<CalendarDate>?
    /// In how many statements each actor takes part.
    private(set) var mentions: [Actor.ID: Int] = [:]
    private(set) var meetings: [Pair: Talks] = [:]
    /// Where documents disagree on the name or type that goes with an id.
    private var spellings: [Actor.ID: [Actor: Int]] = [:]

    /// Two actors in the order of their ids.
    struct Pair: Hashable {
        var first, second: Actor.ID

        init(_ statement: Statement) {
            let (subject, object) = (statement.subject.actor.id, statement.object.actor.id)
            (first, second) = subject <= object ? (subject, object) : (object, subject)
        }
    }

    /// The talks of a pair.
    struct Talks {
        var reports = 0
        var undated = 0
        var days: ClosedRange<CalendarDate>?
        var statuses: [Status: Int] = [:]
        var labels: [String: Int] = [:]
        /// What tells events apart: relation, status, first day, and who came first where that matters.
        var events: Set<[String]> = []

        var times: Int { events.count + undated }
    }

    mutating func add(_ statement: Statement, label: String) {
        statements += 1
        documents.insert(statement.document)
        classes[statement.relationClass, default: 0] += 1
        statuses[statement.status, default: 0] += 1
        if statement.attribution != nil { attributed += 1 }
        if let date = statement.date {
            dated += 1
            days = Self.span(days, date)
        }
        mention(statement.subject.actor)
        if statement.subject.actor.id != statement.object.actor.id { mention(statement.object.actor) }
        if statement.relationClass == .consult { meetings[Pair(statement), default: Talks()].add(statement, label: label) }
    }

    /// The commonest name and type for an id, then the longest name, then the first in the alphabet.
    func actor(_ id: Actor.ID) -> Actor {
        let ranked = spellings[id, default: [:]].max { left, right in
            (left.value, left.key.name.utf8.count, right.key.name, right.key.type.rawValue)
                < (right.value, right.key.name.utf8.count, left.key.name, left.key.type.rawValue)
        }
        return ranked?.key ?? Actor(id: id, name: id, type: .thing)
    }

    /// How many actors there are of each type, in the order of `ActorType`.
    var actorTypes: [(type: ActorType, count: Int)] {
        var counts: [ActorType: Int] = [:]
        for id in mentions.keys { counts[actor(id).type, default: 0] += 1 }
        return ActorType.allCases.compactMap { type in counts[type].map { (type, $0) } }
    }

    private mutating func mention(_ actor: Actor) {
        mentions[actor.id, default: 0] += 1
        spellings[actor.id, default: [:]][actor, default: 0] += 1
    }

    fileprivate static func span(_ days: ClosedRange<CalendarDate>?, _ date: StatementDate) -> ClosedRange<CalendarDate> {
        let last = max(date.start, date.end)
        guard let days else { return date.start...last }
        return min(days.lowerBound, date.start)...max(days.upperBound, last)
    }
}

extension ReportTally.Talks {
    fileprivate mutating func add(_ statement: Statement, label: String) {
        reports += 1
        statuses[statement.status, default: 0] += 1
        labels[label, default: 0] += 1
        guard let date = statement.date else {
            undated += 1
            return
        }
        days = ReportTally.span(days, date)
        let direction = statement.isSymmetric ? "" : statement.subject.actor.id
        events.insert([statement.relation, statement.status.rawValue, "\(date.start)", direction])
    }
}
