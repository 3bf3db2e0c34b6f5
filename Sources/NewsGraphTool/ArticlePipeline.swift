import ArgumentParser
import Dispatch
import NewsText
import RelationExtraction
import Synchronization

/// Documents in, extracted documents out, in input order whatever the number of threads.
struct ArticlePipeline {
    let reader: ArticleReader
    let extractor: Extractor
    var threads = 1

    /// How many documents were done and how many inputs could not be read.
    struct Outcome {
        var done = 0
        var failed = 0

        /// Throws the exit status of the contract when something could not be read.
        func check() throws {
            if failed > 0 { throw done == 0 ? ExitCode.wrongUsage : .incomplete }
        }
    }

    /// Extracts every document; what cannot be read is reported on standard error and the rest is done.
    ///
    /// An article that `skip` says yes to counts as done and is not extracted from.
    func run(
        _ paths: [String], skip: (Article) throws -> Bool = { _ in false }, consume: (ExtractionDocument) throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var progress = ProgressBar("reading", total: paths.count > 1 ? paths.count : nil)
        defer { progress.finish() }
        var waiting: [Article] = []
        for path in paths {
            for result in reader.articles(in: Input(argument: path)) {
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

    /// One thread passes each document on at once, so that a pipeline's next program need not wait.
    private var batchSize: Int { threads == 1 ? 1 : threads * 16 }

    private func finish(_ waiting: inout [Article], _ outcome: inout Outcome, _ consume: (ExtractionDocument) throws -> Void) throws {
        for result in extracted(waiting) {
            let document = try result.get()
            for warning in document.article.warnings {
                StandardError.write("newsgraph: \(TerminalText.safe(document.article.id)): \(TerminalText.safe(warning))")
            }
            try consume(document)
            outcome.done += 1
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func extracted(_ articles: [Article]) -> [Result<ExtractionDocument, any Error>] {
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
