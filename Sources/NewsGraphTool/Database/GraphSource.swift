import GraphStore

/// What a command asks: a graph database, or documents that are read into one in memory.
struct GraphSource {
    let store: GraphStore

    /// Opens the database when that is the only path.
    init(_ paths: [String]) throws {
        store = try GraphStore(path: paths[0], mode: .reading)
    }

    /// Throws the exit status for documents that could not be read, after the rest was done.
    func finish() throws {}
}
