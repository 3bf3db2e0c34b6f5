import ArgumentParser
import Dispatch
import GraphFormats
import KnowledgeGraph
import NewsText
import RelationExtraction
import Synchronization

/// Documents in, extracted documents out, in input order whatever the number of threads.
struct ArticlePipeline {
    /// Which inputs are files of statements, with nothing to extract from.
    enum StatementFiles {
        case detected
        case all(StatementFile.Format)
        case none
    }

    let reader: ArticleReader
    let extractor: DeferredExtractor
    let relations: [RelationType]
    var statementFiles = StatementFiles.detected
    var threads = 1

    /// How many documents were done and how many inputs could not be read.
    struct Outcome {
        var done = 0
        var failed = 0

        /// Counts an input of which something, or not all, could be read.
        mutating func count(_ file: Outcome) {
            done += file.done
            failed += file.failed
        }

        /// Throws the exit status of the contract when something could not be read.
        func check() throws {
            if failed > 0 { throw done == 0 ? ExitCode.wrongUsage : .incomplete }
        }
    }

    /// Extracts every document; what cannot be read is reported on standard error and the rest is done.
    ///
    /// An article that `skip` says yes to counts as done and is not extracted from.
    /// - Parameter statements: takes files of statements, and says what became of them.
    func run(
        _ paths: [String], skip: (Article) throws -> Bool = { _ in false },
        statements: (StatementFile, ByteStream) throws -> Outcome = Self.refuse, consume: (ExtractionDocument) throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var progress = ProgressBar("reading", total: paths.count > 1 ? paths.count : nil)
        defer { progress.finish() }
        var waiting: [Article] = []
        for input in paths.map(Input.init(argument:)) {
            let opened = Result { () throws(NewsTextError) in try open(input) }
            if case .success(.statements(let file, let stream)) = opened {
                // What came before is written first: one order on every run.
                try finish(&waiting, &outcome, consume)
                outcome.count(try statements(file, stream))
            }
            for result in articles(opened) {
                switch result {
                case .success(let article):
                    if try skip(article) {
                        outcome.done += 1
                    } else {
                        waiting.append(article)
                    }
                    if waiting.count >= batchSize { try finish(&waiting, &outcome, consume) }
                    if paths.count == 1 { progress.advance() }
                case .failure(let error):
                    // What came before is written first: one order on every run.
                    try finish(&waiting, &outcome, consume)
                    StandardError.write("newsgraph: \(TerminalText.safe(String(describing: error)))")
                    outcome.failed += 1
                }
            }
            if paths.count > 1 { progress.advance() }
        }
        try finish(&waiting, &outcome, consume)
        return outcome
    }

    private enum Opened {
        case articles(ArticleSequence)
        case statements(StatementFile, ByteStream)
    }

    private func open(_ input: Input) throws(NewsTextError) -> Opened {
        let stream = try ByteStream(input)
        guard let format = try statementFormat(of: input, stream) else { return .articles(try reader.articles(in: input, from: stream)) }
        let types = Dictionary(relations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return .statements(StatementFile(name: input.name, format: format, document: input.documentID, relations: types), stream)
    }

    private func statementFormat(of input: Input, _ stream: ByteStream) throws(NewsTextError) -> StatementFile.Format? {
        switch statementFiles {
        case .none: nil
        case .all(let format): format
        case .detected: StatementFile.format(name: input.name, beginning: try stream.peek(4096))
        }
    }

    private func articles(_ opened: Result<Opened, NewsTextError>) -> AnySequence<Result<Article, NewsTextError>> {
        switch opened {
        case .success(.articles(let articles)): AnySequence(articles)
        case .success(.statements): AnySequence([])
        case .failure(let error): AnySequence([.failure(error)])
        }
    }

    /// What a command does with files of statements that wants texts.
    static func refuse(_ file: StatementFile, _ stream: ByteStream) -> Outcome {
        StandardError.write("newsgraph: \(file.name): holds statements and no text to extract from; `newsgraph add` takes it")
        return Outcome(failed: 1)
    }

    /// One thread passes each document on at once, so that a pipeline's next program need not wait.
    private var batchSize: Int { threads == 1 ? 1 : threads * 16 }

    private func finish(_ waiting: inout [Article], _ outcome: inout Outcome, _ consume: (ExtractionDocument) throws -> Void) throws {
        for result in try extracted(waiting) {
            let document = try result.get()
            for warning in document.article.warnings {
                StandardError.write("newsgraph: \(TerminalText.safe(document.article.id)): \(TerminalText.safe(warning))")
            }
            try consume(document)
            outcome.done += 1
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func extracted(_ articles: [Article]) throws -> [Result<ExtractionDocument, any Error>] {
        guard !articles.isEmpty else { return [] }
        let extractor = try extractor.extractor()
        let workers = min(threads, articles.count)
        guard workers > 1 else {
            return articles.map { article in Result { try extractor.document(of: article) } }
        }
        let next = Atomic(0)
        let results = Mutex([Int: Result<ExtractionDocument, any Error>]())
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < articles.count else { return }
                let result = Result { try extractor.document(of: articles[index]) }
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { found in articles.indices.compactMap { found[$0] } }
    }
}
