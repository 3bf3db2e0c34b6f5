/// Ways to make a scenario expect something that cannot come.
enum TCKAlteration: String, Sendable, CaseIterable, CustomStringConvertible {
    case doubledRow = "a row doubled"
    case droppedRow = "a row left out"
    case swappedRows = "two rows of an order swapped"
    case renamedColumn = "a column renamed"
    case integerAsFloat = "an integer made a float"
    case errorDetail = "another detail of the error"
    case errorKind = "another kind of error"
    case sideEffect = "a side effect more"

    var description: String { rawValue }

    /// The scenario with its first fitting expectation changed; nil when it has none.
    func altered(_ scenario: TCKScenario) -> TCKScenario? {
        var scenario = scenario
        for index in scenario.steps.indices {
            guard let step = altered(scenario.steps[index]) else { continue }
            scenario.steps[index] = step
            return scenario
        }
        return nil
    }

    private func altered(_ step: TCKScenario.Step) -> TCKScenario.Step? {
        switch step {
        case .expectRows(let rows): altered(rows).map { .expectRows($0) }
        case .expectError(let error): altered(error).map { .expectError($0) }
        case .expectChanges(let changes):
            self == .sideEffect ? .expectChanges(changes.merging(["+nodes": 1], uniquingKeysWith: +)) : nil
        default: nil
        }
    }

    private func altered(_ expected: ExpectedRows) -> ExpectedRows? {
        var expected = expected
        switch self {
        case .doubledRow:
            guard let first = expected.rows.first else { return nil }
            expected.rows.insert(first, at: 0)
        case .droppedRow:
            guard !expected.rows.isEmpty else { return nil }
            expected.rows.removeLast()
        case .swappedRows:
            guard expected.isOrdered, !expected.ignoresListOrder, let other = expected.rows.firstIndex(where: { $0 != expected.rows[0] })
            else { return nil }
            expected.rows.swapAt(0, other)
        case .renamedColumn:
            guard let name = expected.columns?.first else { return nil }
            expected.columns?[0] = name + "2"
        case .integerAsFloat:
            for (row, values) in expected.rows.enumerated() {
                for (column, value) in values.enumerated() {
                    guard case .integer(let integer) = value else { continue }
                    expected.rows[row][column] = .float(Double(integer))
                    return expected
                }
            }
            return nil
        case .errorDetail, .errorKind, .sideEffect: return nil
        }
        return expected
    }

    private func altered(_ expected: ExpectedError) -> ExpectedError? {
        var expected = expected
        switch self {
        case .errorDetail:
            guard let detail = expected.detail else { return nil }
            expected.detail = detail + "2"
        case .errorKind: expected.kind += "2"
        default: return nil
        }
        return expected
    }
}
