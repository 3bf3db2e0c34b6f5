import RelationExtraction

/// An extractor that is made when the first document needs it: what takes only statements needs no language model.
///
/// A class: whoever asks first makes it for all.
final class DeferredExtractor {
    private let make: () throws -> Extractor
    private var made: Extractor?

    init(_ make: @escaping () throws -> Extractor) {
        self.make = make
    }

    /// Throws when there is no language model that can be used.
    func extractor() throws -> Extractor {
        if let made { return made }
        let extractor = try make()
        made = extractor
        return extractor
    }
}
