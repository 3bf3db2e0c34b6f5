public import Foundation

/// Reads articles from files and standard input.
///
/// ```swift
/// for result in ArticleReader().articles(in: .file("story.html")) {
///     switch result {
///     case .success(let article): print(article.title ?? article.id)
///     case .failure(let error): print(error)       // one bad document does not stop the rest
///     }
/// }
/// ```
/// JSON Lines are read line by line in constant memory; the other formats hold one file at a time.
public struct ArticleReader: Sendable {
    /// nil: by file extension, then by content.
    public var format: (any ArticleFormat)?
    /// Takes the place of every date found.
    public var dateOverride: DateComponents?

    /// UTF-8 bytes of text that one article may have: more than any book, and what can be held and read in minutes.
    public var longestText = 8 << 20

    public init(format: (any ArticleFormat)? = nil, dateOverride: DateComponents? = nil) {
        self.format = format
        self.dateOverride = dateOverride
    }

    /// The articles of one input, in its order.
    public func articles(in input: Input) -> ArticleSequence {
        do throws(NewsTextError) {
            return try articles(in: input, from: ByteStream(input))
        } catch {
            var pending: NewsTextError? = error
            let failure = AnyIterator<Result<Article, NewsTextError>> {
                defer { pending = nil }
                return pending.map { .failure($0) }
            }
            return ArticleSequence(iterator: failure) { .success($0) }
        }
    }

    /// The articles of bytes that are at hand, in memory.
    ///
    /// - Parameter name: of what they are, for ids and errors.
    package func articles(inBytes bytes: [UInt8], named name: String) throws(NewsTextError) -> ArticleSequence {
        try articles(in: .file(name), from: ByteStream(bytes, input: .file(name)))
    }

    /// The articles of an input that has been opened and of which nothing has been read.
    package func articles(in input: Input, from stream: ByteStream) throws(NewsTextError) -> ArticleSequence {
        let beginning = try stream.peek(4096)
        let format = format ?? ArticleFormats.detected(for: input, beginning: beginning)
        let articles = format.articles(in: RawDocument(stream: stream, input: input))
        return ArticleSequence(iterator: articles) { [dateOverride, longestText] article in
            guard article.text.utf8.count <= longestText else {
                return .failure(NewsTextError(file: input.name, problem: .documentTooLong(id: article.id, limit: longestText)))
            }
            return .success(dateOverride.map(article.dated) ?? article)
        }
    }
}

/// Articles one after the other, each read when it is asked for; can be walked once.
public struct ArticleSequence: Sequence, IteratorProtocol {
    fileprivate let iterator: AnyIterator<Result<Article, NewsTextError>>
    fileprivate let finish: @Sendable (Article) -> Result<Article, NewsTextError>

    public mutating func next() -> Result<Article, NewsTextError>? {
        iterator.next().map { $0.flatMap(finish) }
    }
}

extension Article {
    fileprivate func dated(_ date: DateComponents) -> Article {
        var article = self
        article.date = DateComponents(year: date.year, month: date.month, day: date.day)
        return article
    }
}
