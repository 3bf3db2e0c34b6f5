/// What can go wrong when statements are read.
public enum GraphFormatError: Error, Hashable, CustomStringConvertible {
    /// A line of JSON Lines that is no statement; lines count from 1.
    case malformedLine(Int, reason: String)

    public var description: String {
        switch self {
        case .malformedLine(let number, let reason):
            "line \(number): not a statement: \(reason)"
        }
    }
}
