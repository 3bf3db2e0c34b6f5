import GRDB

/// One state of a store, for as long as the closure that it is given to runs: what others write meanwhile is not seen.
///
/// Actors, names and statements are told by keys, which hold for that state alone.
package struct StoreSnapshot {
    let cache: ReadCache

    init(_ cache: ReadCache) {
        self.cache = cache
    }

    var database: Database { cache.database }
}

extension GraphStore {
    /// Asks several questions of one state of the store.
    package func snapshot<Result>(_ body: (StoreSnapshot) throws -> Result) throws -> Result {
        try read(body)
    }
}
