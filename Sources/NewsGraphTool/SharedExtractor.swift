import RelationExtraction
import Synchronization

/// An extractor that many tasks share, made when the first one needs it. A class: whoever asks first makes it for all.
final class SharedExtractor: Sendable {
    private let make: @Sendable () throws -> Extractor
    private let made = Mutex<Extractor?>(nil)

    init(_ make: @escaping @Sendable () throws -> Extractor) {
        self.make = make
    }

    @Sendable func extractor() throws -> Extractor {
        try made.withLock { made in
            if let made { return made }
            let extractor = try make()
            made = extractor
            return extractor
        }
    }
}
