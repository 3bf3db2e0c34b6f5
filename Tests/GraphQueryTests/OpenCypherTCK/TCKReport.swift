/// What came of a run over scenarios.
struct TCKReport: Sendable {
    private(set) var entries: [(scenario: TCKScenario, outcome: TCKRun.Outcome)] = []

    mutating func add(_ scenario: TCKScenario, _ outcome: TCKRun.Outcome) {
        entries.append((scenario, outcome))
    }

    var passed: [TCKScenario] { entries.filter { $0.outcome == .passed }.map(\.scenario) }

    var failures: [(scenario: TCKScenario, failure: TCKFailure)] {
        entries.compactMap { entry in
            if case .failed(let failure) = entry.outcome { (entry.scenario, failure) } else { nil }
        }
    }

    /// Read-only scenarios that were not run, as their set-up writes with more than CREATE.
    private var leftOut: Int {
        entries.count { if case .skipped(.setUp) = $0.outcome { true } else { false } }
    }

    /// The share of the read-only scenarios that passed, from 0 to 1; what could not be set up did not pass.
    var passRate: Double {
        let readOnly = passed.count + failures.count + leftOut
        return readOnly == 0 ? 0 : Double(passed.count) / Double(readOnly)
    }

    /// The counts, and a table of them by folder.
    var summary: String {
        let skipped = entries.count - passed.count - failures.count
        let folders = Dictionary(grouping: entries, by: \.scenario.folder).sorted { $0.key < $1.key }
        let width = folders.map(\.key.count).max() ?? 0
        let table = folders.map { folder, entries in
            let passed = entries.count { $0.outcome == .passed }
            let failed = entries.count { if case .failed = $0.outcome { true } else { false } }
            let counts = [passed, failed, entries.count - passed - failed].map { "\($0)".padded(to: 8) }.joined()
            return folder + String(repeating: " ", count: width - folder.count) + counts
        }
        let heading = "folder" + String(repeating: " ", count: max(0, width - 6)) + "  passed  failed skipped"
        return """
            \(passed.count) passed, \(failures.count) failed, \(skipped) skipped
            read-only scenarios: \(percentage) % passed
            \(skipReasons.joined(separator: "\n"))

            \(heading)
            \(table.joined(separator: "\n"))
            """
    }

    private var percentage: String {
        let tenths = Int(passRate * 1000)
        return "\(tenths / 10).\(tenths % 10)"
    }

    private var skipReasons: [String] {
        let reasons: [String] = entries.compactMap { entry in
            switch entry.outcome {
            case .skipped(.writes(let keyword)): "skipped: the query has \(keyword)"
            case .skipped(.setUp(let keyword)): "skipped, though read-only: the set-up has \(keyword)"
            default: nil
            }
        }
        return Dictionary(grouping: reasons) { $0 }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.count)" }
    }

    /// Each failure with its query, what was expected and what came.
    var details: String {
        failures.map { scenario, failure in
            """
            --- \(scenario.place) \(scenario.name)
            \(failure.query)
            expected: \(failure.expected)
            actual:   \(failure.actual)

            """
        }.joined(separator: "\n")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
