import GraphStore

extension GraphStore {
    /// Opens a database to change what is in it; throws when there is none, where `init(path:mode:)` would make an empty one.
    static func existing(_ path: String) throws -> GraphStore {
        _ = try GraphStore(path: path, mode: .reading)
        return try GraphStore(path: path, mode: .writing)
    }
}
