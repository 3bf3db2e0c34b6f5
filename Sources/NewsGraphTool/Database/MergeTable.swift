import GraphFormats
import GraphStore

/// The merges of a database as `merge --list` shows them.
enum MergeTable {
    static func write(_ store: GraphStore, as format: TableFormat) throws {
        let merges = try store.merges()
        switch format {
        case .table:
            guard !merges.isEmpty else { return StandardError.write("newsgraph: nobody has been merged in \(store.path)") }
            var table = TextTable(["TIME", "ACTOR", "COUNTS AS", "REASON"])
            for merge in merges {
                table.append([merge.time, try named(merge.actor, in: store), try named(merge.target, in: store), merge.reason])
            }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(merges.map(json)))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(["time", "actor", "target", "reason"], to: &output)
            for merge in merges {
                CSVRow.write([merge.time, merge.actor, merge.target, merge.reason].map(CSVRow.text), to: &output)
            }
            try output.close()
        }
    }

    /// An actor by its own name and id; by its id alone when no document has it any more.
    static func named(_ actor: String, in store: GraphStore) throws -> String {
        try store.ownNames(of: actor).first.map { "\($0) (\(actor))" } ?? actor
    }

    private static func json(_ merge: ActorMerge) -> String {
        var json = JSONText()
        json.object { json in
            json.key("actor", merge.actor)
            json.key("target", merge.target)
            json.key("reason", merge.reason)
            json.key("time", merge.time)
        }
        return json.text
    }
}
