/// What can go wrong before text is analysed; analysing itself does not fail.
public enum TextAnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
    case modelNotFound(tried: [String])
    case unreadableFile(path: String, reason: String)
    /// The file is no model, is cut short, or contradicts itself.
    case damagedModel(path: String, reason: String)
    /// The file is a model of another format.
    case unsupportedModel(path: String, reason: String)
    case malformedCoNLLU(path: String, line: Int, reason: String)

    public var description: String {
        switch self {
        case .modelNotFound(let tried):
            "no language model found; looked at \(tried.joined(separator: ", ")); "
                + "name one with --model FILE or the environment variable \(ModelLocation.environmentVariable)"
        case .unreadableFile(let path, let reason):
            "\(path): cannot be read: \(reason)"
        case .damagedModel(let path, let reason):
            "\(path): \(reason); the file is not a whole newsgraph model: install it again or rebuild it (Training/README.md)"
        case .unsupportedModel(let path, let reason):
            "\(path): \(reason); use the model that came with this version"
        case .malformedCoNLLU(let path, let line, let reason):
            "\(path):\(line): \(reason)"
        }
    }
}
