import Foundation
import Synchronization
import Testing

@testable import GraphQuery

/// Changed queries, for the seconds of `FUZZ_SECONDS` or for two. With the same `FUZZ_SEED`, 1 without one, they are the same. Those that
/// are accepted are run too.
@Suite("Fuzzing the parser", .serialized)
struct ParserFuzzing {
    private static let environment = ProcessInfo.processInfo.environment

    @Test("every text is a query or a QueryError, and every query ends, within a second")
    func fuzzing() async throws {
        let seconds = Self.environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 2
        let seed = Self.environment["FUZZ_SEED"].flatMap(UInt64.init) ?? 1
        let run = FuzzRun(seed: seed, end: .now + .seconds(seconds), graph: try TestGraph.clique(of: 4))
        // A thread of its own: one query that hangs must not stop the test from saying so.
        Thread.detachNewThread { run.run() }
        while !run.isFinished {
            try await Task.sleep(for: .milliseconds(20))
            if let query = run.hangingQuery(longerThan: .seconds(30)) {
                Issue.record("hangs: \(query.debugDescription)")
                break
            }
        }
        for problem in run.problems { Issue.record("\(problem)") }
        print("\(run.count) queries, \(run.accepted) of them accepted")
        #expect(run.count > QuerySeeds.all.count)
    }

    @Test("the same seed gives the same queries")
    func repeatable() {
        var first = QueryMutation(seed: 7, seeds: QuerySeeds.all)
        var second = QueryMutation(seed: 7, seeds: QuerySeeds.all)
        var other = QueryMutation(seed: 8, seeds: QuerySeeds.all)
        let queries = (0..<50).map { _ in first.next() }
        #expect(queries == (0..<50).map { _ in second.next() })
        #expect(queries != (0..<50).map { _ in other.next() })
    }
}

/// One run, watched from outside: a class that the thread which runs and the test share.
private final class FuzzRun: Sendable {
    private let seed: UInt64
    private let end: ContinuousClock.Instant
    private let graph: TestGraph
    private let state = Mutex(State())

    private static let limits = QueryLimits(rows: 1000, elements: 10_000, time: .milliseconds(100))

    private struct State {
        var query = ""
        var start = ContinuousClock.now
        var count = 0
        var accepted = 0
        var isFinished = false
        var problems: [String] = []
    }

    init(seed: UInt64, end: ContinuousClock.Instant, graph: TestGraph) {
        self.seed = seed
        self.end = end
        self.graph = graph
    }

    var isFinished: Bool { state.withLock { $0.isFinished } }
    var count: Int { state.withLock { $0.count } }
    var accepted: Int { state.withLock { $0.accepted } }
    var problems: [String] { state.withLock { $0.problems } }

    func hangingQuery(longerThan limit: Duration) -> String? {
        state.withLock { !$0.isFinished && $0.start.duration(to: .now) > limit ? $0.query : nil }
    }

    func run() {
        // What a query that ends the process was, for whoever looks into it.
        let record = URL.temporaryDirectory.appending(path: "fuzzed-query.cypher")
        for query in QuerySeeds.all { tryOut(query) }
        var mutation = QueryMutation(seed: seed, seeds: QuerySeeds.all)
        while ContinuousClock.now < end, problems.count < 20 {
            let query = mutation.next()
            write(query, to: record)
            if tryOut(query) { mutation.keep(query) }
        }
        state.withLock { $0.isFinished = true }
    }

    /// - Returns: whether the query was accepted.
    @discardableResult private func tryOut(_ query: String) -> Bool {
        state.withLock {
            $0.query = query
            $0.start = .now
            $0.count += 1
        }
        let start = processorTime()
        var problem: String?
        var isAccepted = false
        do {
            _ = try PreparedQuery(query, allowsWriting: true)
            isAccepted = true
            // Prepared anew: the graph must not grow.
            _ = try PreparedQuery(query).run(on: graph, limits: Self.limits)
        } catch let error as QueryError {
            if let offset = error.location?.offset, offset < 0 || offset > query.utf8.count {
                problem = "an error at byte \(offset) of \(query.utf8.count)"
            }
        } catch {
            problem = "throws \(type(of: error)): \(error)"
        }
        let seconds = processorTime() - start
        if seconds > 1 { problem = "takes \(seconds) s" }
        state.withLock {
            if isAccepted { $0.accepted += 1 }
            if let problem { $0.problems.append("\(problem): \(query.debugDescription)") }
        }
        return isAccepted
    }

    private func write(_ query: String, to record: URL) {
        do {
            try Data(query.utf8).write(to: record)
        } catch {
            state.withLock { $0.problems.append("cannot write \(record.path()): \(error)") }
        }
    }
}
