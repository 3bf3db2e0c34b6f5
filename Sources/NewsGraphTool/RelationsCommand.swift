import ArgumentParser
import GraphExplorer
import GraphFormats
import KnowledgeGraph
import RelationExtraction

/// `newsgraph relations`: the catalogue.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract: "List the relations that can be found, or show one with the words that express it.",
        discussion: """
            Examples:

              newsgraph relations
              newsgraph relations --class ASSAULT --format csv
              newsgraph relations --show ASSAULT/attacked#bomb     # the rule of a statement
              newsgraph relations --show met-with
            """)

    @Option(help: ArgumentHelp("Show the relation of this rule, or of this name.", valueName: "rule"))
    var show: String?

    @Option(name: .customLong("class"), help: "Only this class; may be repeated.")
    var classes: [RelationClass] = []

    @Option(
        name: .customLong("relations"), help: ArgumentHelp("A file of relation types of your own; may be repeated.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var files: [String] = []

    @Option(help: "How the list is shown.")
    var format = TableFormat.table

    func run() throws {
        let catalogue = try RelationCatalogue.standard(adding: files, withExamples: show != nil)
        if let show {
            try showRelation(show, in: catalogue)
        } else {
            try list(catalogue.types.filter { classes.isEmpty || classes.contains($0.relationClass) })
        }
    }

    private func list(_ types: [RelationType]) throws {
        switch format {
        case .table:
            var table = TextTable(["RELATION", "CLASS", "LABEL", "READ BACKWARDS"])
            for type in types { table.append(cells(type)) }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(types.map { type in JSONText.text { $0.write(type) } }))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(["relation", "class", "label", "inverse", "symmetric"], to: &output)
            for type in types {
                CSVRow.write(
                    [type.name, type.relationClass.rawValue, type.label, type.inverseLabel ?? "", type.isSymmetric ? "true" : "false"],
                    to: &output)
            }
            try output.close()
        }
    }

    private func cells(_ type: RelationType) -> [String] {
        [type.name, type.relationClass.rawValue, type.label, type.isSymmetric ? "the same" : type.inverseLabel ?? ""]
    }
    private func showRelation(_ rule: String, in catalogue: RelationCatalogue) throws {
        guard let description = catalogue.description(ofRule: rule) else {
            throw ValidationError("no relation is called \"\(TerminalText.safe(rule))\"; `newsgraph relations` lists them")
        }
        let width = StandardOutput.terminalWidth ?? 100
        let type = description.type
        let word = rule.split(separator: "#" as Character).dropFirst().first.map { String($0).replacing("-", with: " ") }
        var lines = ["\(type.relationClass.rawValue)/\(type.name): \(type.label)"]
        lines.append(type.isSymmetric ? "  symmetric" : "  backwards: \(type.inverseLabel ?? "–")")
        lines.append("  subject: \(kinds(description.subjects)); object: \(kinds(description.objects))")
        for trigger in description.triggers {
            let mark = word.map { trigger.words.contains($0) } == true ? "* " : "  "
            lines += TerminalText.wrap("\(trigger.form): \(trigger.words.joined(separator: ", "))", to: width - 6)
                .enumerated().map { ($0 == 0 ? "\(mark)" : "      ") + $1 }
        }
        for example in description.examples {
            let finds = example.finds.isEmpty ? ["nothing of this relation"] : example.finds
            lines += TerminalText.wrap("“\(example.text)” → \(finds.joined(separator: "; "))", to: width - 4).map { "    \($0)" }
        }
        try StandardOutput.write(lines: lines)
    }

    private func kinds(_ types: [ActorType]) -> String {
        types.count == ActorType.allCases.count ? "any" : types.map(\.rawValue).joined(separator: ", ")
    }
}
