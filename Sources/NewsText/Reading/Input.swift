/// Where documents come from.
public enum Input: Sendable, Hashable {
    case file(String)
    case standardInput

    /// A path, or `-` for standard input.
    public init(argument: String) {
        self = argument == "-" ? .standardInput : .file(argument)
    }

    /// The path, or `-`.
    public var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        }
    }

    /// The document's id when the text does not give one: the base name without extension, or `stdin`.
    public var documentID: String {
        guard case .file(let path) = self else { return "stdin" }
        let base = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }

    /// In lower case, without the dot; empty if there is none.
    var fileExtension: String {
        guard case .file(let path) = self, let base = path.split(separator: "/").last, let dot = base.lastIndex(of: "."),
            dot != base.startIndex
        else { return "" }
        return base[base.index(after: dot)...].lowercased()
    }
}
