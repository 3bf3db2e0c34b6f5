import GraphFormats
import GraphStore
import KnowledgeGraph

/// An article with every sentence marked that a statement rests on.
struct DocumentPage: Page {
    static let template = "document"

    let frame: PageFrame
    let source: SourceLink
    let documentID: String
    let documentSummary: String
    let isAdded: Bool
    let pieces: [Piece]
    let hasText: Bool
    let textNote: String?
    let statements: [Numbered]
    let hasStatements: Bool

    /// A stretch of the text.
    struct Piece: Sendable {
        let pieceText: String
        /// Statements that rest on it; none for what says nothing that was found.
        let references: [Reference]
        let isSaid: Bool
        let pieceAnchor: String
    }

    struct Reference: Sendable {
        let referenceNumber: Int
    }

    struct Numbered: Sendable {
        let number: Int
        let statementItem: StatementItem
    }

    private static let longestText = 400_000
    private static let mostStatements = 1_000

    /// Nil when there is no such document.
    ///
    /// - Parameter isAdded: whether it has just been added.
    init?(_ id: String, isAdded: Bool = false, in store: GraphStore, services: ExplorerServices) throws {
        let document = try store.document(id)
        guard let details = try document?.details ?? store.documentDetails(id) else { return nil }
        let found = try store.statements(inDocument: id, limit: Self.mostStatements + 1)
        let shown = Array(found.prefix(Self.mostStatements))
        let words = RelationWords(labels: services.relationLabels)
        source = SourceLink(id, details)
        frame = PageFrame(source.sourceTitle, site: services.options.title)
        documentID = id
        self.isAdded = isAdded
        statements = shown.enumerated().map { index, statement in
            Numbered(number: index + 1, statementItem: StatementItem(statement, details: details, words: words, hasSource: false))
        }
        hasStatements = !shown.isEmpty
        documentSummary =
            found.count > Self.mostStatements
            ? "The first \(PageWords.number(Self.mostStatements)) statements of this document."
            : "\(PageWords.counted(shown.count, "statement")) from this document."
        let text = document?.text ?? ""
        pieces = Self.pieces(of: Array(text.utf8.prefix(Self.longestText)), shown)
        hasText = !text.isEmpty
        textNote = text.utf8.count > Self.longestText ? "The text is longer than a page should be: only its beginning is shown." : nil
    }

    private static func pieces(of bytes: [UInt8], _ statements: [Statement]) -> [Piece] {
        var numbers: [Range<Int>: [Int]] = [:]
        for (index, statement) in statements.enumerated() {
            let span = statement.evidence.span
            guard span.lowerBound >= 0, span.upperBound <= bytes.count, !span.isEmpty,
                bytes[span].elementsEqual(statement.evidence.sentence.utf8)
            else { continue }
            numbers[span, default: []].append(index + 1)
        }
        var (pieces, position) = ([Piece](), 0)
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        func plain(_ range: Range<Int>) {
            if !range.isEmpty { pieces.append(Piece(pieceText: text(range), references: [], isSaid: false, pieceAnchor: "")) }
        }
        for (span, its) in numbers.sorted(by: { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }) {
            // Sentences do not overlap; in a damaged file the first one counts.
            guard span.lowerBound >= position else { continue }
            plain(position..<span.lowerBound)
            pieces.append(
                Piece(
                    pieceText: text(span), references: its.map(Reference.init), isSaid: true, pieceAnchor: "at-\(span.lowerBound)"))
            position = span.upperBound
        }
        plain(position..<bytes.count)
        return pieces
    }
}
