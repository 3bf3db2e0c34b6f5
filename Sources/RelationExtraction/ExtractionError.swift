/// What can go wrong in extraction.
public enum ExtractionError: Error, Hashable, CustomStringConvertible {
    /// A stage was run before the one that provides what it needs.
    case missingLayer(ExtractionLayer, stage: String)
    /// A table of the library's own cannot be read.
    case unreadableTable(String, reason: String)

    public var description: String {
        switch self {
        case .missingLayer(let layer, let stage):
            "the stage \"\(stage)\" needs \(layer.rawValue): run the stage that provides them before it"
        case .unreadableTable(let path, let reason):
            "\(path): \(reason); give the folder that holds newsgraph's tables"
        }
    }
}
