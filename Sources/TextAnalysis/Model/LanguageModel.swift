/// The weights of a model file as the layers that use them.
///
/// A class because it owns memory: the mapped file, and the sums and tables that are computed from it at start.
/// Nothing is written after `init`. The layers and the tokenizer point into that memory: they may be used only while the model lives.
final class LanguageModel: @unchecked Sendable {
    let file: ModelFile
    let library: any MatrixLibrary
    let tokenizer: WordPieceTokenizer
    let embeddings: Embeddings
    let layers: [EncoderLayer]
    /// The share of the embeddings and of each layer, layer × ``LayerMix``.
    let mixes: UnsafePointer<Float>
    let tags: TagHeads
    let parser: DependencyParser
    let entities: EntityTagger
    let roles: RoleLabeler
    private let memory: OwnedMemory

    var configuration: ModelHeader.Configuration { file.header.config }

    init(_ file: ModelFile, library: any MatrixLibrary) throws {
        library.prepareThread()
        let memory = OwnedMemory()
        let loader = ModelLoader(file: file, memory: memory, library: library)
        try loader.checkConfiguration()
        let configuration = file.header.config
        let vocabulary = Vocabulary(try file.text("vocab"), of: file)
        guard vocabulary.count == (try file.rows(of: "embed.word")) else {
            throw file.damaged("vocab holds \(vocabulary.count) word pieces, embed.word \(try file.rows(of: "embed.word"))")
        }
        guard let tokenizer = WordPieceTokenizer(vocabulary, maximumPieces: configuration.maxPieces) else {
            throw file.damaged("vocab lacks one of [CLS], [SEP] and [UNK]")
        }
        self.file = file
        self.library = library
        self.memory = memory
        self.tokenizer = tokenizer
        embeddings = try Embeddings(loader, pieces: vocabulary.count)
        layers = try (0..<configuration.layers).map { try EncoderLayer(loader, number: $0) }
        let mixes = memory.allocate((configuration.layers + 1) * LayerMix.allCases.count, of: Float.self)
        for mix in LayerMix.allCases {
            let shares = try file.floats("mix.\(mix.name)", configuration.layers + 1)
            for layer in 0...configuration.layers { mixes[layer * LayerMix.allCases.count + mix.rawValue] = shares[layer] }
        }
        self.mixes = UnsafePointer(mixes)
        tags = try TagHeads(loader)
        parser = try DependencyParser(loader)
        entities = try EntityTagger(loader)
        roles = try RoleLabeler(loader)
    }
}

/// The mixes of layers that heads read.
enum LayerMix: Int, CaseIterable {
    case tags, parse, entity, predicate, argument

    var name: String { "\(self)" }
}

/// Memory that lives as long as its owner.
final class OwnedMemory {
    private var blocks: [UnsafeMutableRawPointer] = []

    func allocate<Element: BitwiseCopyable>(_ count: Int, of type: Element.Type) -> UnsafeMutablePointer<Element> {
        let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
        blocks.append(UnsafeMutableRawPointer(block))
        return block
    }

    deinit {
        for block in blocks { block.deallocate() }
    }
}
