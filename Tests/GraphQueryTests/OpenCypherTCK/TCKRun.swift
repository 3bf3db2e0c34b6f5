@testable import GraphQuery

/// Runs one scenario and judges it.
struct TCKRun {
    enum Outcome: Sendable, Hashable {
        case passed
        case failed(TCKFailure)
        case skipped(Skip)
    }

    enum Skip: Sendable, Hashable {
        /// The query under test has this clause; the scenario is no read-only one.
        case writes(String)
        /// The scenario only reads, but its graph cannot be built with CREATE alone.
        case setUp(String)
    }

    /// The queries that build each named graph.
    let namedGraphs: [String: [String]]
    /// Whether the graphs answer what they can themselves, as a graph with indexes does.
    var hasIndexes = false

    func outcome(of scenario: TCKScenario) -> Outcome {
        if let skip = Self.skip(of: scenario) { return .skipped(skip) }
        var state = State(graph: TestGraph(hasIndexes: hasIndexes))
        do {
            for step in scenario.steps { try perform(step, &state) }
            try state.requireNoError()
            return .passed
        } catch let failure as TCKFailure {
            return .failed(failure)
        } catch {
            return .failed(TCKFailure(query: state.query, expected: "no error of the test itself", actual: "\(error)"))
        }
    }

    static func skip(of scenario: TCKScenario) -> Skip? {
        for step in scenario.steps {
            switch step {
            case .query(let query):
                if let keyword = WriteClauses.first(in: query) { return .writes(keyword) }
            case .procedure: return .writes("CALL")
            default: continue
            }
        }
        for case .setUp(let query) in scenario.steps {
            if let keyword = WriteClauses.first(in: query, allowing: ["CREATE"]) { return .setUp(keyword) }
        }
        return nil
    }

    private struct State {
        var graph: TestGraph
        var parameters: [String: Value] = [:]
        var query = ""
        /// What the last query under test gave.
        var result: Result<QueryResult, QueryError>?
        /// Whether a step asked for the error of the last query.
        var errorIsExpected = false
        var changes: [String: Int] = [:]

        func requireNoError() throws {
            if case .failure(let error) = result, !errorIsExpected {
                throw TCKFailure(query: query, expected: "no error", actual: error.summary)
            }
        }
    }

    private func perform(_ step: TCKScenario.Step, _ state: inout State) throws {
        switch step {
        case .emptyGraph: state.graph = TestGraph(hasIndexes: hasIndexes)
        case .namedGraph(let name):
            guard let queries = namedGraphs[name] else {
                throw TCKFailure(query: "", expected: "a graph named \(name)", actual: "none in the folder of scenarios")
            }
            state.graph = TestGraph(hasIndexes: hasIndexes)
            for query in queries { try build(with: query, &state) }
        case .setUp(let query): try build(with: query, &state)
        case .parameters(let parameters): state.parameters = parameters
        case .procedure: break
        case .unknown(let error): throw TCKFailure(query: state.query, expected: "steps that are understood", actual: error.description)
        case .query(let query): try run(query, &state)
        case .expectRows(let expected):
            switch state.result {
            case .success(let result): try expected.compare(with: result, query: state.query, graph: state.graph)
            case .failure(let error): throw TCKFailure(query: state.query, expected: expected.description, actual: error.summary)
            case nil: throw TCKFailure(query: "", expected: expected.description, actual: "no query before this step")
            }
        case .expectError(let expected):
            state.errorIsExpected = true
            guard case .failure(let error) = state.result else {
                throw TCKFailure(query: state.query, expected: expected.description, actual: "no error")
            }
            guard expected.matches(error) else {
                throw TCKFailure(query: state.query, expected: expected.description, actual: error.summary)
            }
        case .expectChanges(let expected):
            guard expected == state.changes else {
                throw TCKFailure(query: state.query, expected: Self.text(of: expected), actual: Self.text(of: state.changes))
            }
        }
    }

    private func build(with query: String, _ state: inout State) throws {
        state.query = query
        do {
            try QueryUnderTest.write(query, on: state.graph, parameters: state.parameters)
        } catch let error as QueryError {
            throw TCKFailure(query: query, expected: "a graph built by the set-up", actual: error.summary)
        }
    }

    private func run(_ query: String, _ state: inout State) throws {
        try state.requireNoError()
        state.query = query
        state.errorIsExpected = false
        let before = try GraphSnapshot(of: state.graph)
        do {
            state.result = .success(try QueryUnderTest.read(query, on: state.graph, parameters: state.parameters))
        } catch let error as QueryError {
            state.result = .failure(error)
        }
        state.changes = try GraphSnapshot(of: state.graph).changes(since: before)
    }

    private static func text(of changes: [String: Int]) -> String {
        changes.isEmpty ? "no side effects" : changes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
