import Testing

@testable import GraphQuery

@Suite("Every graph gives the same rows", .serialized)
struct SameRowsTests {
    private static let graphs = Result { try GraphsUnderTest(InventedNews(seed: 1, documents: 9)) }

    private static let parameters: [String: Value] = [
        "since": .string("2031-05-04"), "until": .string("2031-05-09"), "day": .date(LocalDate(daysSince1970: 22_405)), "null": .null,
        "actor": .string("person/actor-0"), "other": .string("country/actor-1"),
        "ids": .list([.string("person/actor-0"), .string("x"), .null]),
        "statuses": .list([.string("planned"), .string("denied"), .integer(3)]), "status": .string("actual"), "empty": .list([]),
        "map": .map(["id": .string("person/actor-0"), "status": .string("actual")]),
    ]

    private func check(_ query: String) throws {
        let answers = try Self.graphs.get().answers(query, parameters: Self.parameters)
        let expected = answers[0].rows
        for answer in answers.dropFirst() where answer.rows != expected {
            let missing = expected.filter { !answer.rows.contains($0) }
            let tooMany = answer.rows.filter { !expected.contains($0) }
            Issue.record(
                "\(answer.way): \(answer.rows.count) rows instead of \(expected.count), missing \(missing.prefix(2)), wrong \(tooMany.prefix(2)): \(query)"
            )
        }
    }

    @Test(
        "conditions that indexes answer",
        arguments: [
            "r.class = 'CONSULT'", "r.class = 'consult'", "'ASSAULT' = r.class", "r.class IN ['ASSAULT', 'SUPPORT', null]",
            "r.relation = 'other'", "r.relation IN ['other', 'spoke-with']", "r.relation = 'OTHER'", "r.status = 'planned'",
            "r.status = $status", "r.status IN $statuses", "r.status IN $empty", "r.status IN []", "r.status IN [null]",
            "r.status = null", "r.status = $null", "r.status IN $null", "r.status = 1", "r.status = ['actual']", "r.status = $statuses",
            "r.class = true", "r.relation IN [['other']]", "NOT r.status = 'actual'", "r.status <> 'actual'", "r.status > 'denied'",
            "r.since = date('2031-05-05')", "r.since < date('2031-05-05')", "r.since <= date('2031-05-05')",
            "r.since > date('2031-05-05')", "r.since >= date('2031-05-05')", "date('2031-05-05') > r.since",
            "date('2031-05-05') >= r.since", "date('2031-05-05') < r.since", "date('2031-05-05') <= r.since",
            "date('2031-05-05') = r.since", "r.since >= date($since) AND r.since <= date($until)",
            "date($since) <= r.since <= date($until)", "date($since) < r.since < date($until)", "date($until) > r.since >= date($since)",
            "r.since IN [date('2031-05-05'), date('2031-05-07')]", "r.since IN []", "r.since >= $day", "$day < r.since", "r.since = $null",
            "r.since >= $null", "r.since >= '2031-05-05'", "r.since = 22405", "r.since >= 3", "r.since < localdatetime('2031-05-05T00:00')",
            "r.since >= date('+999999999-12-31')", "r.since <= date('+999999999-12-31')", "r.since >= date('-999999999-01-01')",
            "r.since < date('-999999999-01-01')", "r.since > date('+999999999-12-31')", "r.until >= date('-999999999-01-01')",
            "r.until > date('+999999999-12-31')", "r.since >= date('2031-05-09') AND r.since <= date('2031-05-03')",
            "r.until = date('2031-05-09')", "r.until < date('2031-05-07')", "r.until <= date('2031-05-07')",
            "r.until > date('2031-05-07')", "r.until >= date('2031-05-07')", "date('2031-05-07') <= r.until",
            "date('2031-05-07') < r.until", "r.until >= date($since) AND r.since <= date($since)",
            "r.until >= date($until) AND r.since < date($since)", "r.since = r.until", "r.since < r.until", "r.since IS NULL",
            "r.since IS NOT NULL AND r.until > date('2031-05-08')", "r.since.day = 5", "r.sentence CONTAINS 'grain'",
            "r.sentence CONTAINS 'ferry line'", "r.sentence CONTAINS 'erry line to Lin'", "r.sentence CONTAINS ''",
            "r.sentence CONTAINS 'São'", "r.sentence CONTAINS '50% tariffs'", "r.sentence CONTAINS 'Reported apart'",
            "r.sentence CONTAINS '.'", "r.sentence CONTAINS ' '", "r.sentence CONTAINS 'Grain'", "r.sentence CONTAINS 'quarrel over grain'",
            "r.sentence CONTAINS 'grain' AND r.sentence CONTAINS 'prices'", "r.sentence CONTAINS 'grain, and ships'",
            "r.sentence CONTAINS $null", "r.sentence CONTAINS 'xyz'", "r.sentence CONTAINS 'grain' AND r.class = 'ASSAULT'",
            "r.sentence CONTAINS r.topic", "r.topic CONTAINS 'grain'", "r.place = 'São Tomé'", "r.speaker = 'Ida Holm'",
            "r.confidence > 0.5", "r.confidence = 1", "r.document = 'news-3'", "r.reports > 1", "r.id = 'news-2-3'", "r.detail = ''",
            "r.mode IS NULL", "r.nothing = 1", "r.status = 'actual' OR r.class = 'ASSAULT'", "r.status = r.status",
            "r.class = 'CONSULT' AND r.status = 'actual' AND r.since >= date($since) AND r.until >= date($until)",
            "r.status = a.type", "r.since >= date($since) XOR r.status = 'actual'",
        ])
    func conditions(condition: String) throws {
        try check("MATCH (a)-[r]->(b) WHERE ⟨\(condition)⟩ RETURN a.id, r, b.id")
        try check("MATCH (a {id: $actor})-[r]-(b) WHERE ⟨\(condition)⟩ RETURN r.id, b")
        try check("MATCH (a:Person)<-[r:OTHER|SPOKE_WITH]-(b) WHERE ⟨\(condition)⟩ RETURN a.id, r.id, b.id")
        try check("MATCH (a {id: $actor}) OPTIONAL MATCH (a)-[r:OTHER]->(b) WHERE ⟨\(condition)⟩ RETURN a.id, r.id, b.id")
        try check("MATCH (a)-[r]-(a) WHERE ⟨\(condition)⟩ RETURN a.id, r.id")
    }

    @Test(
        "nodes by label, name and id",
        arguments: [
            "MATCH (a) RETURN a", "MATCH (a:Person) RETURN a", "MATCH (a:person) RETURN a", "MATCH (a:Nothing) RETURN a",
            "MATCH (a:Person:Country) RETURN a", "MATCH (a) WHERE ⟨a:Person OR a:Thing⟩ RETURN a.id",
            "MATCH (a) WHERE ⟨a:Event⟩ RETURN a.id",
            "MATCH (a {id: $actor}) RETURN a", "MATCH (a:Person {id: $actor}) RETURN a", "MATCH (a:Country {id: $actor}) RETURN a",
            "MATCH (a {name: 'Actor 6'}) RETURN a", "MATCH (a:Event {name: 'Actor 6'}) RETURN a", "MATCH (a {name: 'actor 6'}) RETURN a",
            "MATCH (a) WHERE ⟨a.name = 'Actor 3'⟩ RETURN a", "MATCH (a) WHERE ⟨a.name = 'Third Actor'⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.name = 'Envoy 3'⟩ RETURN a", "MATCH (a) WHERE ⟨'Envoy 3' IN a.aliases⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.id IN $ids⟩ RETURN a.id",
            "MATCH (a) WHERE ⟨a.id IN ['person/actor-0', 'person/actor-0', 'thing/actor-7']⟩ RETURN a.id",
            "MATCH (a) WHERE ⟨a.id IN $empty⟩ RETURN a", "MATCH (a) WHERE ⟨a.id IN $null⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.id = $null⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.id IN $actor⟩ RETURN a", "MATCH (a) WHERE ⟨a.id = ['person/actor-0']⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.name IN ['Actor 6', 'Actor 2', 7]⟩ RETURN a.id", "MATCH (a) WHERE ⟨a.name = 6⟩ RETURN a",
            "MATCH (a) WHERE ⟨a.id = $map.id⟩ RETURN a.id", "MATCH (a {id: $map.id})-[r {status: $map.status}]-() RETURN r.id",
            "MATCH (a) WHERE ⟨a.id = $actor AND a.name = 'Actor 0'⟩ RETURN a.id",
            "MATCH (a) WHERE ⟨a.id = $actor AND a.name = 'Actor 1'⟩ RETURN a.id",
            "MATCH (a {id: $actor}), (b {id: $other}) RETURN a.id, b.id", "MATCH (a {id: $actor}), (b) WHERE ⟨b.id = a.id⟩ RETURN b",
            "UNWIND $ids AS id MATCH (a {id: id}) RETURN a", "UNWIND $ids AS id OPTIONAL MATCH (a {id: id}) RETURN id, a",
            "WITH $ids AS ids MATCH (a) WHERE ⟨a.id IN ids⟩ RETURN a",
            "MATCH (a) WITH collect(a.id) AS ids MATCH (b:Person) WHERE ⟨b.id IN ids⟩ RETURN b",
            "MATCH (a), (b) WHERE ⟨a.name = b.name⟩ AND a.id < b.id RETURN a.id, b.id",
            "MATCH (a:Person), (b) WHERE ⟨b.id = 'country/' + substring(a.id, 7)⟩ RETURN a.id, b.id",
            "MATCH (a)-[r]-(b) WHERE ⟨a.id = $actor⟩ AND ⟨b.id = $other⟩ RETURN r.id",
            "MATCH (a)-[r]-(b) WHERE ⟨b.name IN ['Actor 6', 'Actor 2']⟩ RETURN a.id, r.id, b.id",
            "MATCH (a {id: $actor})-[r]->(b:Thing {name: 'Actor 6'}) RETURN r.id", "MATCH (a:Person)-[r]->(b:Thing) RETURN r.id",
        ])
    func nodes(query: String) throws {
        try check(query)
    }

    @Test(
        "patterns",
        arguments: [
            "MATCH (a)-[r]->(b) RETURN a, r, b", "MATCH (a)-[r]-(b) RETURN a.id, r.id, b.id", "MATCH (a)<-[r]-(b) RETURN a.id, r.id, b.id",
            "MATCH (a)-[r:SPOKE_WITH]-(b) RETURN a.id, r.id, b.id", "MATCH (a)-[r:spoke_with]-(b) RETURN r",
            "MATCH (a)-[r:NOTHING]-(b) RETURN r", "MATCH (a)-[r]->(a) RETURN a.id, r.id", "MATCH (a)-[r]-(a) RETURN a.id, r.id",
            "MATCH (a {id: $actor})-[r {class: 'CONSULT', status: 'actual'}]-(b) RETURN r.id, b.id",
            "MATCH (a)-[r {class: 'CONSULT', status: $null}]-(b) RETURN r.id, b.id",
            "MATCH (a {id: $actor})-[r]-(b)-[q]-(c) RETURN r.id, q.id, c.id", "MATCH (a {id: $actor})-[r]->(b)<-[q]-(a) RETURN r.id, q.id",
            "MATCH (a {id: $actor})-[r:MET_WITH|SPOKE_WITH]-(b)-[q:MET_WITH|SPOKE_WITH]-(c) WHERE ⟨r.since >= date($since)⟩ "
                + "AND ⟨q.since <= date($until)⟩ AND c.id <> $actor RETURN c.id, count(DISTINCT b), count(*)",
            "MATCH (a)-[r]->(b)-[q]->(c) WHERE ⟨q.since >= r.since⟩ AND ⟨q.status = r.status⟩ RETURN r.id, q.id",
            "MATCH (a)-[r]->(b), (b)-[q]->(a) WHERE ⟨q.since >= r.since⟩ RETURN r.id, q.id",
            "MATCH (a)-[r {status: 'planned'}]->(b), (c)-[q {status: 'planned'}]->(d) WHERE ⟨r.since = q.since⟩ RETURN r.id, q.id",
            "MATCH (a)-[r]->(b) WITH a, r, b MATCH (a)-[r]-(b) RETURN r.id",
            "MATCH ()-[r]->() WITH r MATCH (a)-[r]->(b) RETURN a.id, r.id, b.id",
            "MATCH ()-[r]->() WITH r MATCH (a)-[r]-(b) RETURN a.id, r.id, b.id",
            "MATCH ()-[r]->() WITH r MATCH (a)-[r]-(a) RETURN a.id, r.id",
            "MATCH ()-[r]->() WITH r MATCH (a)-[r:OTHER {status: 'actual'}]->(b:Person) RETURN a.id, r.id",
            "MATCH (a {id: $actor})-[rs*2]-(b) WITH rs MATCH (x)-[rs*]-(y) RETURN [r IN rs | r.id], x.id, y.id",
            "MATCH (a {id: $actor})-[rs:OTHER*1..2]->(b) RETURN [r IN rs | r.id], b.id",
            "MATCH (a {id: $actor})-[rs:OTHER*0..2]-(b) RETURN [r IN rs | r.id], b.id",
            "MATCH (a {id: $actor})-[rs:OTHER*0]-(b) RETURN rs, b.id",
            "MATCH (a {id: $actor})-[rs*..2 {status: 'planned'}]-(b) RETURN [r IN rs | r.id], b.id",
            "MATCH p = (a {id: $actor})-[:OTHER*..3]->(b) WHERE ⟨all(r IN relationships(p) WHERE r.since >= date($since))⟩ RETURN [r IN relationships(p) | r.id]",
            "MATCH p = (a {id: $actor})-[:OTHER*0..2]-(b) WHERE ⟨none(n IN nodes(p) WHERE n:Country)⟩ RETURN [n IN nodes(p) | n.id]",
            "MATCH p = (a {id: $actor})-[rs:OTHER*..2]-(b) WHERE ⟨none(r IN rs WHERE r.status = 'actual')⟩ RETURN [r IN rs | r.id]",
            "MATCH p = (a {id: $actor})-[rs*..2]-(b) WHERE ⟨all(r IN rs WHERE r.status = a.type OR r.class = 'ASSAULT')⟩ RETURN [r IN rs | r.id]",
            "MATCH p = (a {id: $actor})-[rs*..2]-(b) WHERE ⟨all(r IN rs WHERE size([r IN [r.id] | r]) = 1 AND r.class = 'ASSAULT')⟩ RETURN [r IN rs | r.id]",
            "MATCH (a {id: $actor})-[rs*2 {status: b.type}]-(b) RETURN rs", "MATCH (a {id: $actor})-[:OTHER*3..1]-(b) RETURN b",
            "MATCH (a {id: $actor})-[:ACCUSED*1..2]->(b)-[q:OTHER]->(c) WHERE ⟨q.class = 'ASSAULT'⟩ RETURN b.id, q.id, c.id",
            "MATCH (a {id: $actor}) WHERE (a)-[:ACCUSED]->() RETURN a.id", "MATCH (a) WHERE NOT (a)-[:ACCUSED]->(:Person) RETURN a.id",
            "MATCH (a) WHERE EXISTS { (a)-[r]->(b) WHERE ⟨r.since = date($since)⟩ AND b:Person } RETURN a.id",
            "MATCH (a) WHERE EXISTS { MATCH (a)-[r]->(b) WITH b, count(r) AS n WHERE n > 2 RETURN b } RETURN a.id",
            "MATCH (a) RETURN a.id, COUNT { (a)-[r]-() WHERE ⟨r.status = 'planned'⟩ } AS n",
            "MATCH (a) RETURN a.id, size([(a)-[r:OTHER]->(b) WHERE ⟨r.class = 'ASSAULT'⟩ | b.id]) AS n",
            "MATCH (a:Person) OPTIONAL MATCH (a)-[r]->(b:Event) WHERE ⟨r.status = 'actual'⟩ RETURN a.id, r.id, b.id",
            "MATCH (a:Person) OPTIONAL MATCH (a)-[r]->(b:Nothing) OPTIONAL MATCH (b)-[q]->(c) RETURN a.id, r, b, q, c",
        ])
    func patterns(query: String) throws {
        try check(query)
    }

    @Test(
        "groups, order and windows",
        arguments: [
            "MATCH (a)-[r]-() WHERE ⟨r.since >= date($since)⟩ AND ⟨r.since <= date($until)⟩ RETURN a.id AS id, count(r) AS degree ORDER BY degree DESC, id LIMIT 4",
            "MATCH ()-[r]->() RETURN r.since AS day, count(*) AS n, min(r.confidence), max(r.id), collect(DISTINCT r.status)[..0] ORDER BY day",
            "MATCH ()-[r]->() RETURN r.class, r.status, count(*) AS n ORDER BY n DESC, r.class, r.status SKIP 2 LIMIT 5",
            "MATCH ()-[r]->() RETURN DISTINCT r.place AS place ORDER BY place DESC",
            "MATCH (a)-[r]->(b) WITH a, b, count(r) AS n ORDER BY n DESC, a.id, b.id LIMIT 6 RETURN a.id, b.id, n",
            "MATCH (a)-[r]->(b) RETURN r.sentence, r.since, r.until, r.reports ORDER BY r.since DESC, r.id SKIP 3 LIMIT 20",
            "MATCH (a:Person) RETURN a.id UNION MATCH (a:Country) RETURN a.id",
            "MATCH ()-[r]->() RETURN count(r), count(r.since), count(DISTINCT r.document)",
            "MATCH (a)-[r]-(b) WITH a, collect(DISTINCT b.id) AS others RETURN a.id, size(others)",
            "MATCH (a) RETURN a.id, a.aliases, size(a.aliases) ORDER BY a.id", "MATCH (a) RETURN a LIMIT 0",
            "MATCH (a)-[r]->() WHERE ⟨r.reports > 1⟩ RETURN r.reports, r.since, r.relation ORDER BY r.id",
        ])
    func groups(query: String) throws {
        try check(query)
    }
}
