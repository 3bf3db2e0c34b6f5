/// One of the ways to ask the graph.
protocol Answers {
    /// What the answer takes counts until this returns; the rows are made of it afterwards. Nil for a task that cannot be done this way.
    func answer(_ question: Question) throws -> Answer?
}

/// Gives the rows of an answer that is there.
typealias Answer = () throws -> [[Cell]]
