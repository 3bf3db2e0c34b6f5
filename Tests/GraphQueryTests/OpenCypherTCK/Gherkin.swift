/// A `.feature` file as the scenarios in it: outlines are spelt out, the steps of a background stand before those of each scenario.
struct GherkinFeature: Sendable, Hashable {
    var name: String
    var scenarios: [GherkinScenario]
}

struct GherkinScenario: Sendable, Hashable {
    /// For a row of an outline's examples, with its number: `Adding numbers (example 2)`.
    var name: String
    /// With their `@`; those of the feature and of the examples too.
    var tags: [String]
    var steps: [GherkinStep]
    /// As it was given to the reader.
    var file: String
    /// Of the scenario's keyword, or of the row of examples.
    var line: Int
}

struct GherkinStep: Sendable, Hashable {
    /// Without its keyword.
    var text: String
    var argument: Argument
    var line: Int

    enum Argument: Sendable, Hashable {
        case nothing
        /// A text between `"""`, its indentation taken off.
        case text(String)
        case table([[String]])
    }
}

/// What is wrong with a file of scenarios, and where: `Adding.feature:12: …`.
struct ScenarioFileError: Error, Hashable, CustomStringConvertible {
    var file: String
    var line: Int
    var message: String

    var description: String { "\(file):\(line): \(message)" }
}
