public import KnowledgeGraph

/// An invented network of about so many statements between a third as many actors; the same on every run.
///
/// A few actors take part in most of what happens, as in news.
public func sampleNetwork(statements count: Int) -> [Statement] {
    var random = RepeatableRandom()
    let actorCount = max(6, count / 3)
    let actors = (0..<actorCount).map(networkActor)
    let countries = actors.filter { $0.type == .country }
    var result: [Statement] = []
    for index in 0..<min(actorCount, count / 3) where actors[index].type == .person {
        let country = countries[index % min(4, countries.count)]
        result.append(
            sampleStatement(actors[index], "holds-office", .state, country, detail: offices[index % offices.count], index: result.count))
    }
    while result.count < count {
        // Squaring favours the first actors.
        let subject = actors[random.next(below: actorCount) * random.next(below: actorCount) / actorCount]
        let object = actors[random.next(below: actorCount)]
        guard subject.id != object.id else { continue }
        let relation = relations[random.next(below: relations.count)]
        let day = 1 + random.next(below: 28)
        let status: Status = [.actual, .actual, .actual, .actual, .planned, .denied][random.next(below: 6)]
        result.append(
            sampleStatement(
                subject, relation.name, relation.relationClass, object, symmetric: relation.isSymmetric, status: status,
                date: sampleDate("2031-05-\(day < 10 ? "0" : "")\(day)"), index: result.count,
                confidence: 0.5 + Double(random.next(below: 50)) / 100))
    }
    return result
}

/// Knuth's MMIX generator: tests need the same numbers on every run.
private struct RepeatableRandom {
    private var state: UInt64 = 20_310_503

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

private func networkActor(_ index: Int) -> Actor {
    switch index % 5 {
    case 0: sampleActor(countryNames[index / 5 % countryNames.count] + numeral(index / 5 / countryNames.count), .country)
    case 3: sampleActor(organizations[index / 5 % organizations.count] + numeral(index / 5 / organizations.count), .organization)
    case 4 where index % 2 == 0: sampleActor(events[index / 10 % events.count] + numeral(index / 10 / events.count), .event)
    default: sampleActor("\(given[index % given.count]) \(family[index / 3 % family.count])", .person)
    }
}

private func numeral(_ round: Int) -> String { round == 0 ? "" : " \(round + 1)" }

private let countryNames = ["Ostmark", "Kestria", "Valdoria", "Norrland Isles", "Tarsis", "United Lake States"]
private let organizations = [
    "Coastal Security Bureau", "Valdorian Senate", "Harbour Workers' Union", "Lake Bank", "Tarsis Rail", "Committee of Nine",
]
private let events = ["Lindhaven talks", "grain summit", "second round of the ferry negotiations"]
private let given = ["Ida", "Bruno", "Marta", "Pavel", "Juno", "Aron", "Selma", "Tobias", "Yun", "Leyla", "Oskar"]
private let family = ["Holm", "Salvi", "Quell", "Orn", "Reth", "Vey", "Castellanos-Whitfield", "Dahl", "Imre"]
private let offices = ["President", "Foreign Minister", "Defence Minister", "special envoy", "spokeswoman", "Prime Minister"]

private let relations: [(name: String, relationClass: RelationClass, isSymmetric: Bool)] = [
    ("spoke-with", .consult, true), ("met-with", .consult, true), ("visited", .consult, false), ("praised", .support, false),
    ("called-on", .request, false), ("agreed-with", .agree, true), ("aided", .aid, false), ("accused", .accuse, false),
    ("criticised", .accuse, false), ("threatened", .threaten, false), ("sanctioned", .sanction, false), ("attacked", .assault, false),
]
