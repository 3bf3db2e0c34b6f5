import GRDB
public import KnowledgeGraph

extension GraphStore {
    /// The statement with this id; nil when there is none. By the index of ids: O(log n).
    ///
    /// Several documents may have a statement of one id when files of statements have made it up; then it is the one that was added first.
    ///
    /// ```swift
    /// try store.statement("fafdf0881e7e8b7e")?.evidence.sentence
    /// ```
    public func statement(_ id: KnowledgeGraph.Statement.ID) throws -> KnowledgeGraph.Statement? {
        try statements([id]).first
    }

    /// The statements with these ids, in the order given; those that are not there are left out. O(log n) for each.
    public func statements(_ ids: [KnowledgeGraph.Statement.ID]) throws -> [KnowledgeGraph.Statement] {
        try read { snapshot in
            try ids.compactMap { id in try snapshot.statementKey(id: id).map(snapshot.statement) }
        }
    }
}

extension StoreSnapshot {
    /// The first key of a statement with this id.
    func statementKey(id: KnowledgeGraph.Statement.ID) throws -> Int64? {
        let find = try RawStatement(
            """
            SELECT key FROM statements INDEXED BY statementsByID
            WHERE CASE typeof(id) WHEN 'integer' THEN id & 8388607 ELSE id END = ?1 AND id = ?2 ORDER BY key LIMIT 1
            """, in: database)
        switch StoredID(id) {
        case .number(let number):
            find.bind(number & StoredID.indexed, at: 1)
            find.bind(number, at: 2)
        case .text(let text):
            try find.bind(text, at: 1)
            try find.bind(text, at: 2)
        }
        return try find.first { try $0.key(0) }
    }
}
