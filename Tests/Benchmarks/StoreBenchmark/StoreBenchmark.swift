import Foundation
import GraphStore
import KnowledgeGraph

/// What an explorer asks of a store, in CPU time: each question the first time, on a new connection, and then again.
///
///     StoreBenchmark DATABASE [reading|commits] [TEXT]
///
/// Of the questions, those with the text in them. With `commits`, a document is added before each question, so that nothing kept from the state before serves it; the documents are taken out
/// at the end.
@main
struct StoreBenchmark {
    private static let repetitions = 9

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { return print("usage: StoreBenchmark DATABASE [reading|commits] [TEXT]") }
        let (path, commits, text) = (arguments[1], arguments.dropFirst(2).first == "commits", arguments.dropFirst(3).first ?? "")
        let store = try GraphStore(path: path, mode: .reading)
        let writer = commits ? try GraphStore(path: path, mode: .writing) : nil
        var (document, adding) = (0, 0.0)
        print("question".padding(toLength: 56, withPad: " ", startingAt: 0) + "   first  median     max ms CPU")
        for question in try Question.all(store) where text.isEmpty || question.name.contains(text) {
            let fresh = try GraphStore(path: path, mode: .reading)
            var (times, result) = ([Double](), 0)
            for _ in 0..<repetitions {
                if let writer {
                    document += 1
                    let start = cpuMilliseconds()
                    try writer.add(Commit.document(document), statements: Commit.statements(document))
                    adding += cpuMilliseconds() - start
                }
                let start = cpuMilliseconds()
                result = try question.ask(fresh)
                times.append(cpuMilliseconds() - start)
            }
            let rest = times.dropFirst().sorted()
            let figures = [times[0], rest[rest.count / 2], rest[rest.count - 1]].map { String(format: "%8.2f", $0) }.joined()
            print("\(question.name) → \(result)".padding(toLength: 56, withPad: " ", startingAt: 0) + figures)
        }
        if let writer {
            let start = cpuMilliseconds()
            for number in 1...document { try writer.remove(document: Commit.id(number)) }
            let removing = cpuMilliseconds() - start
            print(
                String(format: "adding a document: %.2f ms, taking it out: %.2f ms", adding / Double(document), removing / Double(document))
            )
        }
    }

    /// User and system time of all threads of this process so far.
    private static func cpuMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}

/// A document like those of `graph/invented_news.py`, of ten statements.
private enum Commit {
    static func id(_ number: Int) -> String { "store-benchmark-\(number)" }

    static func document(_ number: Int) -> GraphDocument {
        GraphDocument(id: id(number), date: CalendarDate(daysSince1970: 20_454), title: "Title", text: "Text \(number).")
    }

    static func statements(_ number: Int) -> [Statement] {
        (0..<10).map { index in
            func side(_ part: Int) -> Participant {
                let name = "Benchmark \((number + index * part) % 300)"
                return Participant(actor: Actor(id: "person/benchmark-\((number + index * part) % 300)", name: name, type: .person))
            }
            let day = CalendarDate(daysSince1970: 20_454)
            return Statement(
                id: "\(number)-\(index)", document: id(number), subject: side(1), relation: "met-with", relationClass: .consult,
                object: side(7),
                isSymmetric: true, status: .actual, predicate: .init(text: "met", lemma: "meet", span: 0..<3),
                date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document),
                evidence: Evidence(sentence: "They met over number \(number) of \(index).", index: index, span: 0..<1), confidence: 0.5,
                rule: "benchmark")
        }
    }
}
