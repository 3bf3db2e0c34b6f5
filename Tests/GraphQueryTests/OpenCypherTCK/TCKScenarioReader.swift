import Foundation

@testable import GraphQuery

/// Understands the steps of the TCK's scenarios.
struct TCKScenarioReader {
    private let file: String

    /// All scenarios of a feature, in order.
    static func scenarios(in feature: GherkinFeature, folder: String) -> [TCKScenario] {
        feature.scenarios.map { scenario in
            let reader = TCKScenarioReader(file: scenario.file)
            return TCKScenario(
                name: scenario.name, folder: folder, place: "\(scenario.file):\(scenario.line)", steps: scenario.steps.map(reader.step))
        }
    }

    private func step(_ step: GherkinStep) -> TCKScenario.Step {
        do {
            return try understood(step)
        } catch let error as ScenarioFileError {
            return .unknown(error)
        } catch {
            return .unknown(failure("\(error)", at: step))
        }
    }

    private func understood(_ step: GherkinStep) throws -> TCKScenario.Step {
        switch step.text {
        case "any graph", "an empty graph": return .emptyGraph
        case "having executed:": return .setUp(try text(of: step))
        case "parameters are:": return .parameters(try parameters(of: step))
        case "executing query:", "executing control query:": return .query(try text(of: step))
        case "the result should be empty": return .expectRows(ExpectedRows(columns: nil, rows: []))
        case "the result should be, in any order:": return .expectRows(try rows(of: step))
        case "the result should be, in order:": return .expectRows(try rows(of: step, isOrdered: true))
        case "the result should be (ignoring element order for lists):": return .expectRows(try rows(of: step, ignoresListOrder: true))
        case "the result should be, in order (ignoring element order for lists):":
            return .expectRows(try rows(of: step, isOrdered: true, ignoresListOrder: true))
        case "no side effects": return .expectChanges([:])
        case "the side effects should be:": return .expectChanges(try changes(of: step))
        default: break
        }
        if let match = step.text.wholeMatch(of: /the (\S+) graph/) { return .namedGraph(String(match.1)) }
        if step.text.hasPrefix("there exists a procedure ") { return .procedure }
        let error = /an? (?<kind>\w+) should be raised at (?<phase>compile time|runtime|any time): (?<detail>\w+|\*)/
        if let match = step.text.wholeMatch(of: error) {
            return .expectError(
                ExpectedError(
                    kind: String(match.kind), phase: match.phase == "any time" ? nil : String(match.phase),
                    detail: match.detail == "*" ? nil : String(match.detail)))
        }
        throw failure("unknown step `\(step.text)`", at: step)
    }

    private func text(of step: GherkinStep) throws -> String {
        guard case .text(let text) = step.argument else { throw failure("expected a text between `\"\"\"`", at: step) }
        return text
    }

    private func table(of step: GherkinStep) throws -> [[String]] {
        guard case .table(let rows) = step.argument else { throw failure("expected a table", at: step) }
        return rows
    }

    private func rows(of step: GherkinStep, isOrdered: Bool = false, ignoresListOrder: Bool = false) throws -> ExpectedRows {
        let table = try table(of: step)
        return ExpectedRows(
            columns: table[0], rows: try table.dropFirst().map { row in try row.map { try value(in: $0, at: step) } },
            isOrdered: isOrdered, ignoresListOrder: ignoresListOrder)
    }

    private func parameters(of step: GherkinStep) throws -> [String: Value] {
        try pairs(of: step).reduce(into: [:]) { parameters, pair in
            guard let value = try value(in: pair.1, at: step).parameter else {
                throw failure("`\(pair.1)` cannot be a parameter", at: step)
            }
            parameters[pair.0] = value
        }
    }

    private func changes(of step: GherkinStep) throws -> [String: Int] {
        try pairs(of: step).reduce(into: [:]) { changes, pair in
            guard let count = Int(pair.1) else { throw failure("`\(pair.1)` is no count", at: step) }
            changes[pair.0] = count == 0 ? nil : count
        }
    }

    private func pairs(of step: GherkinStep) throws -> [(String, String)] {
        try table(of: step).map { row in
            guard row.count == 2 else { throw failure("expected a table of two columns", at: step) }
            return (row[0], row[1])
        }
    }

    private func value(in text: String, at step: GherkinStep) throws -> ComparableValue {
        do {
            return try ComparableValueReader.value(in: text)
        } catch let error as ComparableValueReader.Failure {
            throw failure(error.description, at: step)
        }
    }

    private func failure(_ message: String, at step: GherkinStep) -> ScenarioFileError {
        ScenarioFileError(file: file, line: step.line, message: message)
    }
}
