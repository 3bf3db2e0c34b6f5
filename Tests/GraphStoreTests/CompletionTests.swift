import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Completing a name")
struct CompletionTests {
    private func store() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        let statements = [
            ("Volodymyr Zelensky", "Mali"), ("Volodymyr Zelensky", "Olena Zelenska"), ("José Núñez", "Mali"), ("Mali", "O'Neill-Vega"),
        ].enumerated().map { number, pair in
            StoreSamples.statement(
                pair.0, "met-with", pair.1, number: number, mention: ["Zelensky", "the President", "he", "Bamako"][number])
        }
        try store.add(StoreSamples.document(), statements: statements)
        return store
    }

    @Test(
        "finds words by their beginnings, in any order, without case and accents",
        arguments: [
            ("v", ["Volodymyr Zelensky", "O'Neill-Vega"]), ("ZELENSKY", ["Volodymyr Zelensky"]),
            ("zel", ["Volodymyr Zelensky", "Olena Zelenska"]), ("zel vol", ["Volodymyr Zelensky"]), ("nún", ["José Núñez"]),
            ("NUN J", ["José Núñez"]), ("n\u{303}", ["José Núñez", "O'Neill-Vega"]), ("nun\u{303}ez", ["José Núñez"]),
            ("o'ne", ["O'Neill-Vega"]),
            ("lodymyr", []),
            ("zelenskyy", []), ("", []), (" - ", []), ("\" OR *", []), ("zel*", ["Volodymyr Zelensky", "Olena Zelenska"]),
            ("mali", ["Mali"]), ("bama", ["Mali"]), ("nul\0", []), ("“nun", ["José Núñez"]),
        ])
    func found(typed: String, names: [String]) throws {
        #expect(try store().completions(of: typed).map(\.actor.name) == names)
    }

    @Test("gives each actor once, by the most used of the names that have the words")
    func once() throws {
        let found = try store().completions(of: "zelensk")
        #expect(found.map(\.name) == ["Volodymyr Zelensky", "Olena Zelenska"])
        #expect(found.map(\.uses) == [2, 1])
        let alias = try #require(try store().completions(of: "bamako").first)
        #expect(alias.name == "Bamako")
        #expect(alias.actor.name == "Mali")
        #expect(alias.uses == 1)
    }

    @Test("agrees with a look at all names, whatever the limit", arguments: 0..<3)
    func reference(seed: Int) throws {
        var news = RandomNews(seed: seed)
        let store = try GraphStore.inMemory()
        try store.add(news.documents(80))
        let names = try store.read { snapshot in
            var names: [(actor: Actor, name: String, uses: Int)] = []
            try RawStatement("SELECT actor, name, uses FROM names", in: snapshot.database).forEach {
                names.append((try snapshot.actor($0.key(0)), try $0.text(1), try $0.integer(2)))
            }
            return names
        }
        for typed in ["r", "m", "e", "ana r", "the", "tre", "x"] {
            let words = try #require(TypedWords(typed, beginnings: .all))
            var best: [ByteText: Int] = [:]
            for name in names {
                var bytes = WordBytes()
                bytes.append(name.name)
                let id = ByteText(name.actor.id)
                if words.areAll(in: bytes) { best[id] = max(best[id] ?? 0, name.uses) }
            }
            let expected = best.sorted { BusiestFirst.areInOrder(($0.value, $0.key.text), ($1.value, $1.key.text)) }
            let found = try store.completions(of: typed, limit: 100)
            #expect(found.map { ByteText($0.actor.id) } == expected.map(\.key))
            #expect(found.map(\.uses) == expected.map(\.value))
            for limit in 0...3 { #expect(try store.completions(of: typed, limit: limit) == Array(found.prefix(limit))) }
        }
    }

    @Test("finds names that are not among the most used by the index of words, and those that are without it")
    func beyondTheMostUsed() throws {
        let store = try GraphStore.inMemory()
        // 3 100 names that are used twice, of which ten begin with a, and one that is used once.
        let statements = (0..<3100).map { number in
            let name = number % 310 == 0 ? "Abel N\(number)" : "Person N\(number)"
            return StoreSamples.statement(name, "met-with", name, number: number)
        }
        try store.add(StoreSamples.document(), statements: statements + [StoreSamples.statement("Rare Bird", "met-with", "Person N1")])
        #expect(try store.completions(of: "rare b").map(\.actor.name) == ["Rare Bird"])
        #expect(try store.completions(of: "p").count == 10)
        #expect(try store.completions(of: "p").allSatisfy { $0.uses >= 2 })
        #expect(try store.completions(of: "p").first?.actor.name == "Person N1")
        let abels = statements.map(\.subject.actor.id).filter { $0.contains("abel") }
        #expect(try store.completions(of: "a", limit: 20).map(\.actor.id) == abels.sorted())
    }

    @Test("counts a merged actor as the one that it is merged into")
    func merged() throws {
        let store = try store()
        try store.merge("person/olena-zelenska", into: "person/volodymyr-zelensky", reason: "a test", time: "2026-11-28")
        let found = try store.completions(of: "zelenska")
        #expect(found.map(\.actor.name) == ["Volodymyr Zelensky"])
        #expect(found.map(\.name) == ["Olena Zelenska"])
    }

    @Test("takes long texts and many words for what they are", arguments: [100, 5000])
    func long(count: Int) throws {
        #expect(try store().completions(of: String(repeating: "z ", count: count)).count == (count == 100 ? 2 : 0))
        #expect(try store().sentences(beginning: String(repeating: "z", count: count)).isEmpty)
    }
}
