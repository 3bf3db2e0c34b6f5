import KnowledgeGraph

/// A graph whose statements end when nobody wants them any more: formats cannot be stopped otherwise.
struct WantedContents<Contents: GraphContents>: GraphContents {
    let statements: WantedSequence<Contents.Statements>
    let documents: [String: DocumentDetails]

    init(_ contents: Contents, while isWanted: @escaping () -> Bool) {
        statements = WantedSequence(base: contents.statements, isWanted: isWanted)
        documents = contents.documents
    }
}

/// A sequence that asks now and then whether to go on.
struct WantedSequence<Base: Sequence>: Sequence {
    fileprivate let base: Base
    fileprivate let isWanted: () -> Bool

    func makeIterator() -> AnyIterator<Base.Element> {
        var (base, count) = (base.makeIterator(), 0)
        return AnyIterator {
            count += 1
            if count % 64 == 0, !isWanted() { return nil }
            return base.next()
        }
    }
}
