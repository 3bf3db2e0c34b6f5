import Foundation

/// JSON Lines: one object a line, `{"id","date","title","text","source","url"}`, of which only `text` is required.
///
/// Read line by line: memory holds one document, and a bad line is an error with its number while the rest goes on. Without an `id` an article is named
/// after the file and line. Spans count the bytes of `text`; a `title` that the text does not begin with is put behind the text, after an empty line, so
/// that they stay true, and is a headline block there.
public struct JSONLinesFormat: ArticleFormat {
    public let name = "jsonl"
    public let fileExtensions = ["jsonl", "ndjson", "jsonlines"]
    /// No document is longer than this many bytes.
    static let maximumLine = 1 << 28

    public init() {}

    public func matches(beginning: ArraySlice<UInt8>) -> Bool {
        let start = beginning.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
        guard start.first == UInt8(ascii: "{") else { return false }
        return start.dropFirst().first { $0 > 32 } == UInt8(ascii: "\"")
    }

    public func articles(in document: RawDocument) -> AnyIterator<Result<Article, NewsTextError>> {
        var number = 0
        var isDone = false
        let decoder = JSONDecoder()
        return AnyIterator {
            while !isDone {
                do throws(NewsTextError) {
                    if number == 0, let kind = TextDecoding.binaryKind(of: try document.stream.peek(4096)) {
                        throw document.error(.binary(kind))
                    }
                    number += 1
                    switch try document.stream.nextLine(limit: Self.maximumLine) {
                    case nil: isDone = true
                    case .tooLong: return .failure(document.error(.lineTooLong(limit: Self.maximumLine), line: number))
                    case .complete(let line):
                        let content = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
                        if content.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
                        return Self.article(from: content, line: number, document: document, decoder: decoder)
                    }
                } catch {
                    // The stream is broken: what follows cannot be read.
                    isDone = true
                    return .failure(error)
                }
            }
            return nil
        }
    }

    private static func article(
        from line: ArraySlice<UInt8>, line number: Int, document: RawDocument, decoder: JSONDecoder
    ) -> Result<Article, NewsTextError> {
        let isValid = String(validating: line, as: UTF8.self) != nil
        let data = isValid ? Data(line) : Data(String(decoding: line, as: UTF8.self).utf8)
        let record: Record
        do {
            record = try decoder.decode(Record.self, from: data)
        } catch {
            return .failure(document.error(problem(of: error), line: number))
        }
        guard let text = record.text else { return .failure(document.error(.missingText, line: number)) }
        var article = PlainTextFormat.article(text: text, id: record.id?.text ?? "\(document.input.documentID)-\(number)")
        article.title = record.title ?? article.title
        article.source = record.source ?? article.source
        article.url = record.url ?? article.url
        if !isValid { article.warnings.append("not valid UTF-8, broken bytes read as U+FFFD") }
        if let date = record.date, !date.isEmpty {
            if let known = DateScanner.date(in: date) {
                article.date = known
            } else {
                article.warnings.append("date \"\(date.prefix(40))\" not understood; write it as YYYY-MM-DD")
            }
        }
        if let title = record.title { add(title: title, to: &article) }
        return .success(article)
    }

    private static func add(title: String, to article: inout Article) {
        let words = title.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, !article.text.drop(while: \.isWhitespace).hasPrefix(title) else { return }
        let start = article.text.utf8.count + 2
        article.text += "\n\n" + title
        article.blocks.append(Article.Block(range: start..<article.text.utf8.count, kind: .headline))
    }

    private static func problem(of error: any Error) -> NewsTextError.Problem {
        switch error as? DecodingError {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            guard let field = context.codingPath.first?.stringValue else { return .invalidJSON("not an object") }
            return .wrongType(field: field, expected: field == "id" ? "a string or whole number" : "a string")
        case .dataCorrupted(let context):
            let reason = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
            return .invalidJSON(reason ?? context.debugDescription)
        default: return .invalidJSON("\(error)")
        }
    }

    private struct Record: Decodable {
        var id: Identifier?
        var date: String?
        var title: String?
        var text: String?
        var source: String?
        var url: String?
    }

    /// A string or a whole number.
    private struct Identifier: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                text = try container.decode(String.self)
            } catch DecodingError.typeMismatch {
                text = String(try container.decode(Int.self))
            }
        }
    }
}
