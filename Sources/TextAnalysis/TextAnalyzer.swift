public import Foundation
import Synchronization

/// Fills in what the language model knows of sentences that are already split into words: tags, lemmas, dependency trees, named
/// entities, predicates and their semantic roles.
///
/// ```swift
/// let analyzer = try TextAnalyzer()
/// var sentences = …  // their words, by a segmenter or from CoNLL-U
/// analyzer.annotate(&sentences)
/// sentences[0].tokens[1].lemma
/// ```
/// One analyser may be used from many tasks at once; a call works on the calling thread. A sentence's analysis depends on that sentence
/// alone. Cost is linear in the number of words, also within very long sentences.
///
/// A class because it owns the mapped model file and memory that is used again from call to call.
public final class TextAnalyzer: Sendable {
    let model: LanguageModel
    private let workspaces = Mutex<[Workspace]>([])

    /// Opens a model in milliseconds.
    ///
    /// - Parameter url: The model file. Without one, it is looked for at the environment variable `NEWSGRAPH_MODEL`, then at
    ///   `../share/newsgraph/newsgraph-en.model` from the executable, then in the package's resources.
    /// - Throws: ``TextAnalysisError`` if there is no model, or if it is cut short, damaged or of another format.
    public convenience init(model url: URL? = nil) throws {
        let file = try ModelFile(try ModelLocation.resolve(explicit: url))
        if let library = OneDNN() {
            try self.init(file, library: library)
        } else {
            try self.init(file, library: PortableMatrices())
        }
    }

    init(_ file: ModelFile, library: any MatrixLibrary) throws {
        model = try LanguageModel(file, library: library)
    }

    /// Name and version of the model, such as `newsgraph-en 2026.11`.
    public var modelName: String {
        "\(model.file.header.name) \(model.file.header.version)"
    }

    /// Licences that the model's weights are under.
    public var modelLicence: String {
        model.file.header.licence
    }

    /// Compares the model's payload with the checksum in its header; reads the whole file.
    public func verifyModel() throws {
        try model.file.verify()
    }

    /// Annotates sentences in place; only the forms of their tokens are read.
    public func annotate(_ sentences: inout [Sentence]) {
        let workspace = workspaces.withLock { $0.popLast() } ?? Workspace()
        defer { workspaces.withLock { $0.append(workspace) } }
        model.library.prepareThread()
        let windows = SentenceWindows(maximumPieces: min(Self.longestWindow, model.configuration.positions - 2))
        var batch = Batch()
        for number in sentences.indices where !sentences[number].tokens.isEmpty {
            sentences[number].entities = []
            sentences[number].predicates = []
            let pieces = SentencePieces(sentences[number].tokens, tokenizer: model.tokenizer)
            for window in windows.windows(of: pieces) {
                if !batch.windows.isEmpty, batch.pieces.count + pieces.count(of: window.context) > Self.batchPieces {
                    analyze(batch, &sentences, workspace)
                    batch.removeAll()
                }
                batch.append(pieces, number: number, words: window.words, context: window.context, tokenizer: model.tokenizer)
            }
        }
        if !batch.windows.isEmpty { analyze(batch, &sentences, workspace) }
    }

    private func analyze(_ batch: Batch, _ sentences: inout [Sentence], _ workspace: Workspace) {
        let words = model.encode(batch, in: workspace)
        model.tags.annotate(&sentences, batch, words, in: workspace, by: model.library)
        model.entities.annotate(&sentences, batch, words, in: workspace, by: model.library)
        let trees = model.parser.annotate(&sentences, batch, words, in: workspace, by: model.library)
        model.roles.annotate(&sentences, batch, words, trees: trees, in: workspace, by: model.library)
    }

    /// Word pieces of the longest sentence that is read at once; the model was trained on sentences up to this length.
    private static let longestWindow = 400
    /// Word pieces that are read together: enough for matrix products to be fast, few enough to stay in the processor's caches.
    private static let batchPieces = 256
}
