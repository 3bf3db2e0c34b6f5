import GraphFormats
import GraphStore
import KnowledgeGraph

/// Actors that may be one, as `actors --duplicates` shows them: each pair with the command that merges it.
struct DuplicateTable {
    let pairs: [ProbableDuplicate]
    /// Path of the database.
    let database: String

    func write(as format: TableFormat) throws {
        switch format {
        case .table:
            var table = TextTable(["SCORE", "ACTOR", "MAY BE", "BECAUSE"])
            for pair in pairs {
                table.append([Self.score(pair), named(pair.actor), named(pair.target), because(pair)], command: command(merging: pair))
            }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(pairs.map(json)))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(["score", "actor", "actor_name", "target", "target_name", "reasons", "may_be_homonyms"], to: &output)
            for pair in pairs {
                let texts = [pair.actor.id, pair.actor.name, pair.target.id, pair.target.name].map(CSVRow.text)
                CSVRow.write([Self.score(pair)] + texts + [reasons(pair), pair.mayBeHomonyms ? "true" : "false"], to: &output)
            }
            try output.close()
        }
    }

    private func command(merging pair: ProbableDuplicate) -> String {
        ShellCommand.newsgraph("merge", [database, pair.actor.id, pair.target.id], options: ["--reason", reasons(pair)])
    }

    private func named(_ actor: Actor) -> String { "\(actor.name) (\(actor.id))" }

    private func reasons(_ pair: ProbableDuplicate) -> String { pair.reasons.map(\.rawValue).joined(separator: ", ") }

    private func because(_ pair: ProbableDuplicate) -> String { reasons(pair) + (pair.mayBeHomonyms ? "; perhaps namesakes" : "") }

    /// With two decimals.
    private static func score(_ pair: ProbableDuplicate) -> String {
        let hundredths = Int((pair.score * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    private func json(_ pair: ProbableDuplicate) -> String {
        var json = JSONText()
        json.object { json in
            for (key, actor) in [("actor" as StaticString, pair.actor), ("target", pair.target)] {
                json.key(key) { json in
                    json.object { json in
                        json.key("id", actor.id)
                        json.key("name", actor.name)
                        json.key("type", actor.type.rawValue)
                    }
                }
            }
            json.key("reasons") { $0.array(pair.reasons) { $0.write($1.rawValue) } }
            json.key("score") { $0.write(pair.score) }
            json.key("mayBeHomonyms") { $0.write(pair.mayBeHomonyms) }
            json.key("command", command(merging: pair))
        }
        return json.text
    }
}
