import GRDB

extension GraphStore {
    /// Has an actor count as another: everything that is read afterwards sees one actor, with the id and the name of the target.
    ///
    /// Nothing is lost: `split` brings back what was. A merge holds for documents that are added later, and when all documents of either actor
    /// are removed and added again. Merges make chains: with A merged into B and B into C, all three are C. O(statements of the actor).
    ///
    /// ```swift
    /// try store.merge("person/v-zelensky", into: "person/volodymyr-zelenskyy", reason: "initial", time: "2025-06-01T12:00:00Z")
    /// ```
    /// Throws `unknownActor` for an id that no document has, `alreadyMerged` when the actor has been merged before, and `sameActor` when the two
    /// count as one already.
    /// - Parameters:
    ///   - reason: why, for whoever looks at the merge later.
    ///   - time: when, in ISO 8601.
    public func merge(_ actor: String, into target: String, reason: String, time: String) throws {
        try write { try Merging(writer: $0).merge(actor, into: target, reason: reason, time: time) }
    }

    /// Undoes a merge: the actor stands for itself again, and everything is as it would be without the merge.
    ///
    /// An actor that has not been merged itself, but others into it, is parted from these. Throws `notMerged` when there is nothing to undo.
    /// - Returns: the merges that were undone.
    @discardableResult
    public func split(_ actor: String) throws -> [ActorMerge] {
        try write { try Merging(writer: $0).split(actor) }
    }

    /// Every merge, by the id of the actor that has been merged.
    public func merges() throws -> [ActorMerge] {
        try read { try $0.merges() }
    }
}
