import GraphFormats
import KnowledgeGraph
import NewsText

/// The statements of a file on their way into a database; what is wrong with its lines is reported on standard error.
struct StatementImport {
    /// So many bad lines are reported one by one.
    private static let reportedFaults = 20

    private let name: String
    private var reader: StatementReader
    private var statements = 0
    private var faults = 0
    private var isBroken = false

    init(_ file: StatementFile, from stream: ByteStream) {
        name = file.name
        reader = file.statements { try stream.nextPiece() }
    }

    /// The next statement; nil after the last.
    ///
    /// Throws when the file is none of statements or cannot be read to its end, and when no line of it is a statement: then what the database
    /// has of it stays.
    mutating func next() throws -> SourcedStatement? {
        while let next = try reader.next() {
            if statements + faults == 0 { reportUnreadColumns() }
            switch next {
            case .success(let statement):
                statements += 1
                return statement
            case .failure(let fault):
                faults += 1
                if faults <= Self.reportedFaults { StandardError.write("newsgraph: \(fault)") }
            }
        }
        if faults > Self.reportedFaults {
            StandardError.write("newsgraph: \(name): \(faults - Self.reportedFaults) more lines could not be read")
        }
        if statements == 0, faults > 0 {
            throw GraphFormatError.unreadable(file: name, line: nil, detail: "no line is a statement; nothing of it was added")
        }
        return nil
    }

    /// Reports what has ended the reading.
    mutating func fail(_ error: any Error) {
        isBroken = true
        StandardError.write("newsgraph: \(error)")
    }

    var outcome: ArticlePipeline.Outcome {
        ArticlePipeline.Outcome(done: isBroken ? 0 : 1, failed: isBroken || faults > 0 ? 1 : 0)
    }

    private func reportUnreadColumns() {
        guard !reader.unreadColumns.isEmpty else { return }
        let columns = reader.unreadColumns.map { "\"\($0)\"" }.joined(separator: ", ")
        StandardError.write("newsgraph: \(name): statements have no place for \(columns); not read")
    }
}
