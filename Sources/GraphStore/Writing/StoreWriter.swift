import GRDB

/// Changes the graph inside a transaction.
///
/// A class: it keeps prepared statements and what it knows of the file's rows from one transaction to the next, as long as nobody else has
/// changed the file. New words for full-text search and counts of uses are gathered and written once, at the end of the transaction.
final class StoreWriter {
    /// Rows of one table that are remembered; more than that are forgotten, all at once.
    static let rememberedRows = 400_000

    let database: Database
    var texts: TextTable
    var relations: RelationTable
    var names: NameTable
    var sentences: SentenceTable
    let statements: StatementTable
    /// How many transactions had changed the graph when this one began; nil before the first.
    private var changes: Int?
    private var hasChanged = false
    private var hasRemoved = false
    private var hasChangedFigures = false

    init(_ database: Database) throws {
        self.database = database
        texts = try TextTable(database)
        relations = try RelationTable(database)
        names = try NameTable(database)
        sentences = try SentenceTable(database)
        statements = try StatementTable(database)
    }

    /// To be called first in every transaction.
    func begin() throws {
        let current = try RawStatement("SELECT changes FROM state", in: database).first { try $0.integer(0) }
        guard let current else { throw DatabaseError.damage("the count of changes is missing") }
        if current != changes { forget() }
        changes = current
        hasChanged = false
        hasRemoved = false
        hasChangedFigures = false
    }

    /// To be called by whatever adds to the graph.
    func change() {
        hasChanged = true
    }

    /// To be called by whatever takes rows away or changes those that are there.
    func changeWhatIsThere() {
        hasChanged = true
        hasRemoved = true
    }

    /// To be called by whatever changes where figures have actors.
    func changeFigures() {
        hasChangedFigures = true
    }

    /// To be called last in every transaction.
    func finish() throws {
        if hasChangedFigures { try RawStatement("UPDATE state SET figures = figures + 1", in: database).run() }
        guard hasChanged, let before = changes else { return }
        try sentences.writeIndex()
        try names.write(to: database)
        try texts.write(to: database)
        try relations.write(to: database)
        let count = try RawStatement("UPDATE state SET changes = ?, removals = removals + ?", in: database)
        count.bind(before &+ 1, at: 1)
        count.bind(hasRemoved ? 1 : 0, at: 2)
        try count.run()
        changes = before &+ 1
    }

    /// Forgets the rows it knows: the file is no longer as it left it.
    func forget() {
        texts.forget()
        relations.forget()
        names.forget()
    }
}
