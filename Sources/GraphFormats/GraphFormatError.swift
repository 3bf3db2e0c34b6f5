/// What can go wrong when statements are read.
public enum GraphFormatError: Error, Hashable, CustomStringConvertible {
    /// A line of JSON Lines that is no statement; lines count from 1.
    case malformedLine(Int, reason: String)
    /// A line of a file of statements that is none, or all of the file when `line` is nil; `detail` has cause and remedy.
    case unreadable(file: String, line: Int?, detail: String)

    public var description: String {
        switch self {
        case .malformedLine(let number, let reason):
            "line \(number): not a statement: \(reason)"
        case .unreadable(let file, let line, let detail):
            "\(file)\(line.map { ":\($0)" } ?? ""): \(detail)"
        }
    }
}
