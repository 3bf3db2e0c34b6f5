import Foundation
import Testing

@testable import GraphQuery

/// The scenarios of the openCypher TCK that only read.
///
/// `TCK_ONLY=text` runs those whose place or name has the text, `TCK_VERBOSE=1` prints each failure.
@Suite(
    "openCypher TCK", .serialized,
    .enabled(if: TCKFolder.found != nil, "there is no ../shared/data/opencypher, and OPENCYPHER_TCK names no other folder"))
struct OpenCypherTCK {
    private static let environment = ProcessInfo.processInfo.environment

    /// One run for all tests.
    private static let run = Result {
        guard let folder = TCKFolder.found else { throw CocoaError(.fileNoSuchFile) }
        let run = TCKRun(namedGraphs: try folder.namedGraphs())
        var report = TCKReport()
        for scenario in try folder.scenarios() {
            if let wanted = environment["TCK_ONLY"], !"\(scenario.place) \(scenario.name)".contains(wanted) { continue }
            report.add(scenario, run.outcome(of: scenario))
        }
        return (run: run, report: report)
    }

    @Test("97 % of the read-only scenarios pass")
    func passRate() throws {
        let report = try Self.run.get().report
        if Self.environment["TCK_VERBOSE"] == "1" { print(report.details) }
        print(report.summary)
        #expect(report.passRate >= 0.97)
    }

    @Test("a graph that answers from indexes gives the same")
    func indexes() throws {
        var (run, report) = try Self.run.get()
        run.hasIndexes = true
        for (scenario, outcome) in report.entries where run.outcome(of: scenario) != outcome {
            Issue.record("\(scenario.place): \(run.outcome(of: scenario)), without indexes \(outcome)")
        }
    }

    @Test("queries that write or call procedures are refused")
    func refusals() throws {
        for case (let scenario, .skipped(.writes)) in try Self.run.get().report.entries {
            for query in scenario.queries where WriteClauses.first(in: query) != nil {
                #expect(throws: QueryError.self, "\(scenario.place): \(query)") {
                    try QueryUnderTest.read(query, on: TestGraph())
                }
            }
        }
    }

    @Test("what a scenario expects is looked at: changed, it fails", arguments: TCKAlteration.allCases)
    func negativeControl(_ alteration: TCKAlteration) throws {
        let (run, report) = try Self.run.get()
        // One in four: enough to show that all kinds of scenarios are looked at.
        let altered = report.passed.compactMap(alteration.altered).enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
        for scenario in altered {
            guard case .failed = run.outcome(of: scenario) else {
                Issue.record("\(scenario.place): passes still")
                continue
            }
        }
        if Self.environment["TCK_ONLY"] == nil { #expect(!altered.isEmpty) }
    }
}
