extension Schema {
    /// What an explorer asks again and again: a statement by its id, the newest statements and documents, the most used names, the actors of a
    /// type.
    ///
    /// Of an id that is a number, `statementsByID` has 23 bits: that is enough to find it, and saves a third (`StoredID.indexed`).
    ///
    /// `statementsByDay` has all that filters look at, so that a scan in the order of days need not read the statements themselves. The key
    /// stands in it before the rest: statements of one day come in the order of their keys. No query has used its former columns.
    /// `statementsOfRanges` is the same for those of several days, with the last: they alone may touch a day and begin before it.
    ///
    /// `figures` counts the transactions that have changed positions: they are no part of the graph, so what was read of it still holds.
    static let version4 = """
        PRAGMA user_version = 4;

        ALTER TABLE state ADD COLUMN figures INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX statementsByID ON statements(CASE typeof(id) WHEN 'integer' THEN id & 8388607 ELSE id END);
        DROP INDEX statementsByDay;
        CREATE INDEX statementsByDay ON statements(day, key, relation, status);
        CREATE INDEX statementsOfRanges ON statements(day, key, relation, status, lastDay) WHERE lastDay > day;
        CREATE INDEX namesByUses ON names(uses);
        CREATE INDEX namesByType ON names(type, actor);
        CREATE INDEX documentsByDay ON documents(day);
        """
}
