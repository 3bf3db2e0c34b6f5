import GraphStore
import KnowledgeGraph

/// Documents that say at random who did what to whom, the same on every run: few actors, so that they meet often, and every field used by some.
struct InventedNews {
    private(set) var documents: [(document: GraphDocument, statements: [Statement])] = []
    private var random: RepeatableNumbers

    var statements: [Statement] { documents.flatMap(\.statements) }

    /// - Parameters:
    ///   - seed: other numbers give other news.
    ///   - statementsEach: how many statements a document holds.
    init(seed: UInt64, documents count: Int, statementsEach: Int = 12, actors: Int = 12) {
        random = RepeatableNumbers(seed: seed)
        for number in 0..<count { documents.append(makeDocument("news-\(number)", statements: statementsEach, actors: actors)) }
    }

    /// Two or three statements share a sentence; most sentences stand in their document's text, some say something else.
    private mutating func makeDocument(_ id: String, statements count: Int, actors: Int) -> (GraphDocument, [Statement]) {
        var text = ""
        var statements: [Statement] = []
        var sentenceNumber = 0
        while statements.count < count {
            let sentence = Self.openings[random.next(below: Self.openings.count)] + Self.topics[random.next(below: Self.topics.count)] + "."
            let start = text.utf8.count
            text += sentence + " "
            let isElsewhere = random.next(below: 8) == 0
            let evidence = Evidence(
                sentence: isElsewhere ? "Reported apart: " + sentence : sentence, index: sentenceNumber,
                span: start..<start + sentence.utf8.count)
            for _ in 0...random.next(below: 3) where statements.count < count {
                statements.append(makeStatement("\(id)-\(statements.count)", in: id, evidence, actors: actors))
            }
            sentenceNumber += 1
        }
        return (GraphDocument(id: id, date: CalendarDate(year: 2031, month: 5, day: 1), title: "Title of \(id)", text: text), statements)
    }

    private mutating func makeStatement(_ id: String, in document: String, _ evidence: Evidence, actors: Int) -> Statement {
        let relation = Self.relations[random.next(below: Self.relations.count)]
        let isLoop = random.next(below: 12) == 0
        let subject = random.next(below: actors)
        let object = isLoop ? subject : random.next(below: actors)
        return Statement(
            id: id, document: document, subject: participant(subject), relation: relation.name, relationClass: relation.relationClass,
            mode: optional(["phone", "in person"]), object: participant(object), isSymmetric: relation.isSymmetric,
            status: random.next(below: 3) > 0 ? .actual : Status.allCases[random.next(below: Status.allCases.count)],
            predicate: Statement.Predicate(text: relation.name + " it", lemma: relation.name, span: 1..<5),
            attribution: optional(["Ida Holm", "Ostmark Radio"]).map { .init(name: $0, id: nil, verb: "said", span: 2..<6) },
            date: date(), place: optional(["Lindhaven", "São Tomé"]), topic: optional(["grain", "ferries"]), evidence: evidence,
            confidence: Double(random.next(below: 101)) / 100, rule: "\(relation.relationClass.rawValue)/\(relation.name)",
            detail: optional(["Foreign Minister", ""]))
    }

    private mutating func optional(_ texts: [String]) -> String? {
        let choice = random.next(below: 2 * texts.count)
        return choice < texts.count ? texts[choice] : nil
    }

    /// Mostly one day of a fortnight; sometimes several, sometimes none.
    private mutating func date() -> StatementDate? {
        let kind = random.next(below: 6)
        guard kind > 0 else { return nil }
        let start = Self.firstDay + random.next(below: 14)
        let end = start + (kind == 1 ? random.next(below: 10) : 0)
        return StatementDate(
            start: CalendarDate(daysSince1970: start), end: CalendarDate(daysSince1970: end), precision: kind == 1 ? .range : .day,
            text: nil, source: .document)
    }

    /// Two actors share a name, and one has two.
    private mutating func participant(_ number: Int) -> Participant {
        let type = ActorType.allCases[number % ActorType.allCases.count]
        let name = number == 7 ? "Actor 6" : number == 3 && random.next(below: 3) == 0 ? "Third Actor" : "Actor \(number)"
        let mention = optional(["he", "Envoy \(number)", "The Other \(number % 2)"])
        return Participant(
            actor: Actor(id: "\(type.rawValue)/actor-\(number)", name: name, type: type),
            mention: mention.map { TextSpan(text: $0, span: 3..<3 + $0.utf8.count) })
    }

    /// 2031-05-01.
    private static let firstDay = CalendarDate(year: 2031, month: 5, day: 1)?.daysSince1970 ?? 0

    private static let relations: [(name: String, relationClass: RelationClass, isSymmetric: Bool)] = [
        ("spoke-with", .consult, true), ("met-with", .consult, true), ("visited", .consult, false), ("praised", .support, false),
        ("accused", .accuse, false), ("attacked", .assault, false), ("other", .consult, false), ("other", .assault, false),
    ]
    private static let openings = [
        "They talked at length about ", "Nobody expected the news of ", "“Enough!” – so ended the quarrel over ",
    ]
    private static let topics = ["grain prices", "the ferry line to Lindhaven", "50% tariffs", "the café in São Tomé", "grain, and ships"]
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct RepeatableNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ bits >> 31) % UInt64(bound))
    }
}
