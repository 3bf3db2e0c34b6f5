/// Reads the part of Gherkin that the openCypher TCK is written in: features with a background, scenarios, outlines with tables of
/// examples, texts between `"""`, tables, tags and comments.
///
///     let feature = try GherkinReader.feature(in: "Feature: Sums\n  Scenario: one\n    Given any graph", file: "Sums.feature")
///     feature.scenarios[0].steps[0].text  // "any graph"
struct GherkinReader {
    private let lines: [Line]
    private let file: String
    /// The index of the line to read next.
    private var position = 0

    private init(text: String, file: String) {
        // "\r\n" is one character, no "\n" to `split`.
        lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { Line(text: $0) }
        self.file = file
    }

    /// - Parameters:
    ///   - text: the whole file.
    ///   - file: its name, for errors and scenarios.
    /// - Throws: `ScenarioFileError` at the first line that is not understood.
    static func feature(in text: String, file: String) throws -> GherkinFeature {
        var reader = GherkinReader(text: text, file: file)
        return try reader.feature()
    }

    private mutating func feature() throws -> GherkinFeature {
        let featureTags = try tags()
        guard let name = takeHeading(["Feature"]) else { throw error("expected `Feature:`") }
        var scenarios: [GherkinScenario] = []
        var background: [GherkinStep] = []
        skipDescription()
        while !isAtEnd {
            let scenarioTags = try featureTags + tags()
            let line = position
            if takeHeading(["Background"]) != nil {
                guard scenarios.isEmpty, background.isEmpty else { throw error("a background stands before the scenarios", at: line) }
                skipDescription()
                background = try steps()
            } else if let outline = takeHeading(["Scenario Outline", "Scenario Template"]) {
                skipDescription()
                let outline = GherkinScenario(
                    name: outline, tags: scenarioTags, steps: background + (try steps()), file: file, line: line + 1)
                scenarios += try examples(of: outline)
            } else if let scenario = takeHeading(["Scenario", "Example"]) {
                skipDescription()
                scenarios.append(
                    GherkinScenario(name: scenario, tags: scenarioTags, steps: background + (try steps()), file: file, line: line + 1))
            } else {
                throw error("expected `Scenario:`, `Scenario Outline:` or `Background:`")
            }
        }
        return GherkinFeature(name: name, scenarios: scenarios)
    }

    /// One scenario for each row of the tables that follow.
    private mutating func examples(of outline: GherkinScenario) throws -> [GherkinScenario] {
        var scenarios: [GherkinScenario] = []
        var hasExamples = false
        while true {
            let start = position
            let exampleTags = try tags()
            guard takeHeading(["Examples", "Scenarios"]) != nil else {
                // These tags are the next scenario's.
                position = start
                break
            }
            hasExamples = true
            skipDescription()
            let (rows, lines) = try table()
            guard let names = rows.first else { throw error("expected a table of examples") }
            for (row, line) in zip(rows, lines).dropFirst() {
                let values = zip(names, row).map { (placeholder: "<\($0)>", value: $1) }
                scenarios.append(
                    GherkinScenario(
                        name: "\(filled(outline.name, with: values)) (example \(scenarios.count + 1))", tags: outline.tags + exampleTags,
                        steps: outline.steps.map { filled($0, with: values) }, file: file, line: line))
            }
        }
        guard hasExamples else { throw error("the outline `\(outline.name)` has no examples", at: outline.line - 1) }
        return scenarios
    }

    private mutating func steps() throws -> [GherkinStep] {
        var steps: [GherkinStep] = []
        while let line = current, let keyword = Self.stepKeywords.first(where: { line.content.hasPrefix($0 + " ") }) {
            let number = position + 1
            position += 1
            let text = line.content.dropFirst(keyword.count).trimmed()
            steps.append(GherkinStep(text: text, argument: try argument(), line: number))
        }
        return steps
    }

    private mutating func argument() throws -> GherkinStep.Argument {
        if current?.content.hasPrefix(Self.fence) == true { return .text(try fencedText()) }
        if current?.content.hasPrefix("|") == true { return .table(try table().rows) }
        return .nothing
    }

    /// Comments and empty lines inside are text.
    private mutating func fencedText() throws -> String {
        let start = position
        let indentation = lines[position].indentation
        position += 1
        var texts: [String] = []
        while position < lines.count {
            let line = lines[position]
            position += 1
            if line.content == Self.fence { return texts.joined(separator: "\n") }
            let text = String(line.text.dropFirst(min(indentation, line.indentation)))
            texts.append(text.replacing("\\\"\\\"\\\"", with: Self.fence))
        }
        throw error("the text that starts here has no closing `\"\"\"`", at: start)
    }

    /// - Returns: rows of equal length and the number of the line of each.
    private mutating func table() throws -> (rows: [[String]], lines: [Int]) {
        var rows: [[String]] = []
        var numbers: [Int] = []
        while let line = current, line.content.hasPrefix("|") {
            let row = try cells(of: line.content)
            if let first = rows.first, first.count != row.count {
                throw error("a row of \(row.count) cells in a table of \(first.count) columns")
            }
            rows.append(row)
            numbers.append(position + 1)
            position += 1
        }
        return (rows, numbers)
    }

    /// In a cell, `\|` is a bar, `\\` a backslash and `\n` a line break; any other backslash is itself.
    private func cells(of row: Substring) throws -> [String] {
        var cells: [String] = []
        var cell = ""
        var characters = row.dropFirst().makeIterator()
        while let character = characters.next() {
            switch character {
            case "|":
                cells.append(cell.spacesTrimmed())
                cell = ""
            case "\\":
                switch characters.next() {
                case "n": cell.append("\n")
                case let escaped? where escaped == "|" || escaped == "\\": cell.append(escaped)
                case let other?: cell.append("\\\(other)")
                case nil: cell.append("\\")
                }
            default: cell.append(character)
            }
        }
        guard cell.spacesTrimmed().isEmpty else { throw error("a row of a table ends with `|`") }
        return cells
    }

    private mutating func tags() throws -> [String] {
        var tags: [String] = []
        while let line = current, line.content.hasPrefix("@") {
            for tag in line.content.split(separator: " ") {
                if tag.hasPrefix("#") { break }
                guard tag.hasPrefix("@") else { throw error("expected a tag such as `@slow`, found `\(tag)`") }
                tags.append(String(tag))
            }
            position += 1
        }
        return tags
    }

    /// Steps over a line such as `Scenario: name` and gives the name.
    private mutating func takeHeading(_ keywords: [String]) -> String? {
        guard let line = current, let keyword = keywords.first(where: { line.content.hasPrefix($0 + ":") }) else { return nil }
        position += 1
        return line.content.dropFirst(keyword.count + 1).trimmed()
    }

    /// Free text under a heading ends at the first line that means something.
    private mutating func skipDescription() {
        while let line = current, !Self.isMeaningful(line.content) { position += 1 }
    }

    private static func isMeaningful(_ content: Substring) -> Bool {
        content.hasPrefix("@") || content.hasPrefix("|") || stepKeywords.contains { content.hasPrefix($0 + " ") }
            || headings.contains { content.hasPrefix($0 + ":") }
    }

    /// The next line that is neither empty nor a comment; nil at the end.
    private var current: Line? {
        mutating get {
            while position < lines.count, lines[position].content.isEmpty || lines[position].content.hasPrefix("#") { position += 1 }
            return position < lines.count ? lines[position] : nil
        }
    }

    private var isAtEnd: Bool {
        mutating get { current == nil }
    }

    private func error(_ message: String, at index: Int? = nil) -> ScenarioFileError {
        ScenarioFileError(file: file, line: min(index ?? position, lines.count - 1) + 1, message: message)
    }

    private static let fence = "\"\"\""
    private static let stepKeywords = ["Given", "When", "Then", "And", "But", "*"]
    private static let headings = [
        "Feature", "Rule", "Background", "Scenario Outline", "Scenario Template", "Scenario", "Example", "Examples", "Scenarios",
    ]

    private struct Line {
        var text: Substring
        /// Without the spaces around it.
        var content: Substring
        var indentation: Int

        init(text: Substring) {
            self.text = text
            let start = text.prefix { $0.isWhitespace }
            indentation = start.count
            var content = text.dropFirst(indentation)
            while content.last?.isWhitespace == true { content.removeLast() }
            self.content = content
        }
    }
}

private func filled(_ text: String, with values: [(placeholder: String, value: String)]) -> String {
    values.reduce(text) { $0.replacing($1.placeholder, with: $1.value) }
}

private func filled(_ step: GherkinStep, with values: [(placeholder: String, value: String)]) -> GherkinStep {
    var step = step
    step.text = filled(step.text, with: values)
    switch step.argument {
    case .nothing: break
    case .text(let text): step.argument = .text(filled(text, with: values))
    case .table(let rows): step.argument = .table(rows.map { row in row.map { filled($0, with: values) } })
    }
    return step
}

extension StringProtocol {
    fileprivate func trimmed() -> String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Line breaks at the ends of a cell are part of it.
    fileprivate func spacesTrimmed() -> String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
