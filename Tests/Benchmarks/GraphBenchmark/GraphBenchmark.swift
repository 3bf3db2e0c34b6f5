import Foundation
import GraphStore

/// Our side of `graph/graph_against_databases.py`: loads the invented news into a database, then answers questions in a process that stays.
///
///     GraphBenchmark cypher|swift load FOLDER DATABASE
///     GraphBenchmark cypher|swift serve FOLDER DATABASE
@main
struct GraphBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 4 else { throw BenchmarkError("usage: GraphBenchmark cypher|swift load|serve FOLDER DATABASE") }
        let (way, action, folder, path) = (arguments[1], arguments[2], arguments[3], arguments[4])
        let news = try InventedNews(folder: folder)
        let store = try GraphStore(path: path, mode: .writing)
        switch (action, way) {
        case ("load", _):
            try store.add(news.documents())
            try store.compact()
        case ("serve", "cypher"): try serve(CypherAnswers(store: store, commits: news.commits()))
        case ("serve", "swift"): try serve(SwiftAnswers(store: store, commits: news.commits()))
        default: throw BenchmarkError("there is no \(way) \(action)")
        }
    }

    /// A question a line, an answer a line; the time of reading the one and writing the other is not counted.
    private static func serve(_ answers: some Answers) throws {
        try write(["ready": cpuSeconds()])
        while let line = readLine() {
            let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
            let (cpu, wall) = (cpuSeconds(), ContinuousClock.now)
            guard let answer = try answers.answer(question) else {
                try write(Reply.cannot)
                continue
            }
            let (spent, passed) = (cpuSeconds() - cpu, ContinuousClock.now - wall)
            try write(Reply.answer(cpu: spent, wall: passed / .seconds(1), rows: answer()))
        }
    }

    private static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        try FileHandle.standardOutput.write(contentsOf: encoder.encode(value) + [10])
    }

    /// User and system time of all threads of this process so far.
    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
