/// A way in which news text is stored: knows its name, its file extensions and how to get articles out.
///
/// A new format is one file with one conformance and one entry in ``ArticleFormats/all``.
public protocol ArticleFormat: Sendable {
    /// As on the command line: `--input-format NAME`.
    var name: String { get }
    /// In lower case, without the dot.
    var fileExtensions: [String] { get }
    /// Whether content of unknown origin that begins like this is of this format.
    func matches(beginning: ArraySlice<UInt8>) -> Bool
    /// The articles one after the other; an error stands for one document, and the next may follow.
    func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>>
}

/// The formats that can be read; command line, help and tests read this list. Detection by content takes the first that matches.
public enum ArticleFormats {
    public static let all: [any ArticleFormat] = [
        JSONLinesFormat(), FeedFormat(), HTMLFormat(), MarkdownFormat(), PlainTextFormat(), LinesFormat(),
    ]

    /// The format of this name; throws an error that lists the names.
    public static func named(_ name: String) throws(NewsTextError) -> any ArticleFormat {
        guard let format = all.first(where: { $0.name == name }) else {
            throw NewsTextError(file: "--input-format", problem: .unknownFormat(name))
        }
        return format
    }

    /// By file extension, then by content; plain text if nothing else fits.
    static func detected(for input: Input, beginning: ArraySlice<UInt8>) -> any ArticleFormat {
        let fileExtension = input.fileExtension
        return all.first { $0.fileExtensions.contains(fileExtension) } ?? all.first { $0.matches(beginning: beginning) }
            ?? PlainTextFormat()
    }
}

/// What a format reads from.
public struct RawDocument {
    let stream: ByteStream
    let input: Input

    /// The whole text, or the error when it is not text.
    func text() throws(NewsTextError) -> (text: String, warnings: [String]) {
        let decoded = TextDecoding.text(of: try bytes())
        return (decoded.text, decoded.warning.map { [$0] } ?? [])
    }

    /// All bytes, or the error when they are not text.
    func bytes() throws(NewsTextError) -> [UInt8] {
        if let kind = TextDecoding.binaryKind(of: try stream.peek(1 << 16)) { throw error(.binary(kind)) }
        return try stream.readAll()
    }

    func error(_ problem: NewsTextError.Problem, line: Int? = nil) -> NewsTextError {
        NewsTextError(file: input.name, line: line, problem: problem)
    }
}

extension AnyIterator where Element == Result<Article, NewsTextError> {
    /// The articles of a format that reads its input as a whole; the work begins when the first one is asked for.
    init(_ body: @escaping () throws(NewsTextError) -> [Article]) {
        var rest: ArraySlice<Article>?
        self.init {
            if rest == nil {
                do throws(NewsTextError) {
                    rest = ArraySlice(try body())
                } catch {
                    rest = []
                    return .failure(error)
                }
            }
            return rest?.popFirst().map { .success($0) }
        }
    }
}
