/// An order of actors: the larger count first, then by id.
enum BusiestFirst {
    /// Ids are compared by their bytes, as SQLite does: those that look alike ("é" has two spellings) stay apart.
    static func areInOrder(_ left: (count: Int, id: String), _ right: (count: Int, id: String)) -> Bool {
        left.count == right.count ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : left.count > right.count
    }
}
