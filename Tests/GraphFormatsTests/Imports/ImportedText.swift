import KnowledgeGraph

@testable import GraphFormats

/// A text read as a file of statements, in pieces of a size.
struct ImportedText {
    var statements: [Statement] = []
    var documents: [DocumentDetails] = []
    var faults: [String] = []
    var unreadColumns: [String] = []

    init(
        _ bytes: some Sequence<UInt8>, name: String = "links.csv", format: StatementFile.Format = .csv,
        relations: [RelationType] = [], pieceSize: Int = 1 << 16
    ) throws {
        var rest = ArraySlice(Array(bytes))
        let file = StatementFile(
            name: name, format: format, relations: Dictionary(uniqueKeysWithValues: relations.map { ($0.name, $0) }))
        var reader = file.statements {
            defer { rest = rest.dropFirst(pieceSize) }
            return rest.prefix(pieceSize)
        }
        while let next = try reader.next() {
            switch next {
            case .success(let statement):
                statements.append(statement.statement)
                documents.append(statement.document)
            case .failure(let fault): faults.append("\(fault)")
            }
        }
        unreadColumns = reader.unreadColumns
    }

    init(_ text: String, name: String = "links.csv", format: StatementFile.Format = .csv, relations: [RelationType] = []) throws {
        try self.init(text.utf8, name: name, format: format, relations: relations)
    }

    /// `subject relation object` of each statement.
    var edges: [String] { statements.map { "\($0.subject.actor.name) \($0.relation) \($0.object.actor.name)" } }
}
