import RelationExtraction
import Synchronization

/// An extractor that is made when the first document needs it: what takes only statements needs no language model.
///
/// A class: whoever asks first makes it for all. Any number of tasks may ask.
final class DeferredExtractor: Sendable {
    private let make: @Sendable () throws -> Extractor
    private let made = Mutex<Extractor?>(nil)

    init(_ make: @escaping @Sendable () throws -> Extractor) {
        self.make = make
    }

    /// Throws when there is no language model that can be used.
    @Sendable func extractor() throws -> Extractor {
        try made.withLock { made in
            if let made { return made }
            let extractor = try make()
            made = extractor
            return extractor
        }
    }
}
