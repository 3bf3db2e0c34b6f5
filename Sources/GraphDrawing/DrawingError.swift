/// Why an image could not be made.
public enum DrawingError: Error, Hashable, CustomStringConvertible {
    /// Graphviz could not be started.
    case noContext
    /// The DOT text is longer than a figure can be.
    case tooLarge(bytes: Int, limit: Int)
    /// Graphviz refused; its messages.
    case refused(step: String, messages: [String])
    /// Chromium is not installed.
    case noBrowser(names: [String])
    /// Chromium did not print a page.
    case printing(reason: String)

    public var description: String {
        switch self {
        case .noContext:
            "Graphviz could not be started; is the package libgvc6 installed as a whole?"
        case .tooLarge(let bytes, let limit):
            "the figure is too large to draw (\(bytes) bytes of DOT, at most \(limit)); draw less with `--top N` or `--around ACTOR`"
        case .refused(let step, let messages):
            "Graphviz failed at \(step): \(messages.isEmpty ? "no reason given" : messages.joined(separator: "; "))"
        case .noBrowser(let names):
            "a PDF of a report is printed by Chromium, and none is on the PATH (\(names.joined(separator: ", "))); install chromium, or write html and print it"
        case .printing(let reason):
            "Chromium did not print the report: \(reason); write html and print it from a browser"
        }
    }
}
