import ArgumentParser
import GraphStore

/// What a command asks: a graph database, or documents and files of statements that are read into one in memory.
struct GraphSource {
    let store: GraphStore
    private let outcome: ArticlePipeline.Outcome?

    /// Opens the database when that is the only path, and otherwise reads the documents.
    init(_ paths: [String], options: ExtractionOptions) throws {
        let databases = paths.filter(GraphStore.isDatabase)
        if let database = databases.first {
            guard paths.count == 1 else {
                throw ValidationError("\(database) is a database: give one database, or documents")
            }
            store = try GraphStore(path: database, mode: .reading)
            outcome = nil
            return
        }
        store = try GraphStore.inMemory()
        var additions = DocumentAdditions(store: store)
        outcome = try Failure.reported {
            let outcome = try options.pipeline().run(paths, statements: { try additions.add($0, from: $1) }) { try additions.add($0) }
            try additions.finish()
            return outcome
        }
        if outcome?.done == 0 { throw ExitCode.wrongUsage }
    }

    /// Throws the exit status for documents that could not be read, after the rest was done.
    func finish() throws {
        try outcome?.check()
    }
}
