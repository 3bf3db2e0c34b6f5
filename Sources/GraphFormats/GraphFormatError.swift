/// What can go wrong when statements are read, and when reports are made.
public enum GraphFormatError: Error, Hashable, CustomStringConvertible {
    /// A line of JSON Lines that is no statement; lines count from 1.
    case malformedLine(Int, reason: String)
    /// A line of a file of statements that is none, or all of the file when `line` is nil; `detail` has cause and remedy.
    case unreadable(file: String, line: Int?, detail: String)
    /// A template that is broken or names what does not exist; lines and columns count from 1.
    case template(file: String, line: Int, column: Int, reason: String)
    /// A file or folder of templates that cannot be used.
    case templateFile(String, reason: String)

    public var description: String {
        switch self {
        case .malformedLine(let number, let reason):
            "line \(number): not a statement: \(reason)"
        case .unreadable(let file, let line, let detail):
            "\(file)\(line.map { ":\($0)" } ?? ""): \(detail)"
        case .template(let file, let line, let column, let reason): "\(file):\(line):\(column): \(reason)"
        case .templateFile(let path, let reason): "\(path): \(reason)"
        }
    }
}
