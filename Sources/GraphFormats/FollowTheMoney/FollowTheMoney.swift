public import KnowledgeGraph

/// The graph as FollowTheMoney entities, one a line: for Aleph, OpenAleph, OpenSanctions tools and whatever else reads `ftm` JSON.
///
/// Documents become `Article`, actors `Person`, `Organization`, `PublicBody` and so on, statements the link that says the same where
/// FollowTheMoney has one (`Employment`, `Membership`…) and `UnknownLink` with its `role` otherwise. Docs/Exports.md has the table.
/// Source: https://followthemoney.tech/explorer.
public struct FollowTheMoney: GraphFormat {
    public let name = "ftm"
    public let mediaType = "application/json+ftm"
    public let fileExtension = "ftm.json"
    public let summary = "FollowTheMoney entities, for Aleph and investigators' tools"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        let register = GraphRegister(graph)
        var documents: [ByteText: DocumentDetails] = [:]
        for document in register.documents {
            documents[ByteText(document.id)] = document
            output.write(FollowTheMoneyEntity(article: document).line)
        }
        for actor in register.actors { output.write(FollowTheMoneyEntity(actor: actor).line) }
        // Offices are entities of their own; several people may hold one after another.
        var positions: Set<String> = []
        for statement in graph.statements {
            let link = FollowTheMoneyLink(statement, register)
            if let position = link.position(of: statement), positions.insert(position.id).inserted { output.write(position.line) }
            output.write(link.entity(of: statement, document: documents[ByteText(statement.document)]).line)
        }
    }
}

extension GraphFormat where Self == FollowTheMoney {
    public static var followTheMoney: FollowTheMoney { FollowTheMoney() }
}
