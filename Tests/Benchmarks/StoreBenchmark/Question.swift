import GraphStore
import KnowledgeGraph

/// Something an explorer asks; the answer is its size.
struct Question {
    let name: String
    let ask: (GraphStore) throws -> Int

    /// - Parameter store: has the actors and words that are asked for.
    static func all(_ store: GraphStore) throws -> [Question] {
        let busiest = try store.busiestActors(limit: 1).first?.actor
        guard let busiest, let other = try store.profile(of: busiest.id)?.counterparts.first?.actor,
            let statement = try store.page(of: busiest.id, limit: 1).statements.first
        else { return [] }
        return names(like: busiest.name) + sentences(like: statement.evidence.sentence) + pages(busiest, other)
            + browsing(try store.documentPage(limit: 1).documents.first?.id ?? "", try store.page(limit: 50).statements.map(\.id))
    }

    private static func names(like name: String) -> [Question] {
        let (first, last) = (name.split(separator: " ").first ?? "", name.split(separator: " ").last ?? "")
        let typed =
            ["a", "b", "k", "e", "x", "z", "q"] + (2...max(2, name.count)).map { String(name.prefix($0)) }
            + ["b k", "\(last.prefix(1)) \(first.prefix(1))", "zzz", "c", "co"]
        return typed.map { typed in Question(name: "completions(of: \"\(typed)\")") { try $0.completions(of: typed).count } }
    }

    private static func sentences(like sentence: String) -> [Question] {
        let words = sentence.lowercased().split { !$0.isLetter }.map(String.init)
        let (longest, last) = (words.max { $0.count < $1.count } ?? "", words.last ?? "")
        let beginnings =
            ["a", "e", "x", "z", "q", "o", "of", "over", "over the", "over the o", "over zz", "zz", "zzz", "k", "ke", "of the qx"]
            + (1...longest.count).map { String(longest.prefix($0)) } + [String(sentence.prefix(40)), "\(last) \(longest.prefix(2))"]
        let searches = [
            "over", "over the of", "over \(longest)", longest, "\(longest) \(last)", "zzz", "said", "met said", "over the of \(longest)",
        ]
        return beginnings.map { typed in
            Question(name: "sentences(beginning: \"\(typed)\")") { try $0.sentences(beginning: typed).count }
        } + searches.map { words in Question(name: "search(\"\(words)\")") { try $0.search(words).count } }
    }

    private static func pages(_ actor: Actor, _ other: Actor) -> [Question] {
        let filters: [(String, StatementFilter)] = [
            ("everything", .everything), ("accused", StatementFilter(relations: ["accused"])),
            ("AID, denied", StatementFilter(classes: [.aid], statuses: [.denied])), ("nothing", StatementFilter(relations: ["nothing"])),
            ("since 2030", StatementFilter(since: CalendarDate(iso8601: "2030-01-01"))),
            ("until 2023-01-05", StatementFilter(until: CalendarDate(iso8601: "2023-01-05"))),
        ]
        var questions: [Question] = filters.flatMap { name, filter in
            [
                Question(name: "page(where: \(name))") { try $0.page(where: filter).statements.count },
                Question(name: "page(of: busiest, where: \(name))") { try $0.page(of: actor.id, where: filter).statements.count },
                Question(name: "profile(of: busiest, where: \(name))") { try $0.profile(of: actor.id, where: filter)?.statements ?? 0 },
            ]
        }
        questions += [
            Question(name: "page(after: the middle)") { store in
                try store.page(after: PageCursor("19900_500000")).statements.count
            },
            Question(name: "page(of: busiest, with: other)") { try $0.page(of: actor.id, with: other.id).statements.count },
            Question(name: "profile(of: other)") { try $0.profile(of: other.id)?.statements ?? 0 },
            Question(name: "statements(of: busiest, limit: 50)") { try $0.statements(of: actor.id, limit: 50).count },
        ]
        return questions
    }

    private static func browsing(_ document: String, _ statements: [Statement.ID]) -> [Question] {
        [
            Question(name: "statement(id)") { try $0.statement(statements[0]) == nil ? 0 : 1 },
            Question(name: "statements(fifty ids)") { try $0.statements(statements).count },
            Question(name: "documentPage()") { try $0.documentPage().documents.count },
            Question(name: "statements(inDocument:)") { try $0.statements(inDocument: document).count },
            Question(name: "actorPage()") { try $0.actorPage().actors.count },
            Question(name: "actorPage(type: .person)") { try $0.actorPage(type: .person).actors.count },
            Question(name: "actorPage(type: .thing)") { try $0.actorPage(type: .thing).actors.count },
            Question(name: "actorPage(after: person/m)") { try $0.actorPage(after: "person/m").actors.count },
            Question(name: "busiestActors()") { try $0.busiestActors().count },
            Question(name: "stateTag()") { try $0.stateTag().count },
            Question(name: "statistics()") { try $0.statistics().statements },
        ]
    }
}
