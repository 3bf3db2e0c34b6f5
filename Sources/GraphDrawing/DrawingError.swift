/// Why an image could not be made.
public enum DrawingError: Error, Hashable, Codable, CustomStringConvertible {
    /// Graphviz could not be started.
    case noContext
    /// The DOT text is longer than a figure can be.
    case tooLarge(bytes: Int, limit: Int)
    /// The layout would take so many seconds, as far as its size tells.
    case tooCostly(boxes: Int, lines: Int, seconds: Int)
    /// Graphviz refused; its messages.
    case refused(step: String, messages: [String])
    /// Chromium is not installed.
    case noBrowser(names: [String])
    /// Chromium did not print a page.
    case printing(reason: String)
    /// A worker took longer than a figure may.
    case timedOut(seconds: Int)
    /// A worker needed more memory than a figure may.
    case outOfMemory(bytes: Int)
    /// The file is larger than a worker may send.
    case imageTooLarge(limit: Int)
    /// A signal ended a worker while it drew.
    case crashed(signal: Int)
    /// A worker could not be started, or did not answer as one.
    case workerFailed(String)

    public var description: String {
        switch self {
        case .noContext:
            "Graphviz could not be started; is the package libgvc6 installed as a whole?"
        case .tooLarge(let bytes, let limit):
            "the figure is too large to draw (\(bytes) bytes of DOT, at most \(limit)); \(DrawingError.advice)"
        case .tooCostly(let boxes, let lines, let seconds):
            "a layout of \(boxes) boxes and \(lines) lines would take about \(seconds) s or never end; \(DrawingError.advice)"
        case .refused(let step, let messages):
            "Graphviz failed at \(step): \(messages.isEmpty ? "no reason given" : messages.joined(separator: "; "))"
        case .noBrowser(let names):
            "a PDF of a report is printed by Chromium, and none is on the PATH (\(names.joined(separator: ", "))); install chromium, or write html and print it"
        case .printing(let reason):
            "Chromium did not print the report: \(reason); write html and print it from a browser"
        case .timedOut(let seconds):
            "the figure was not drawn within \(seconds) s; \(DrawingError.advice), or raise the limit"
        case .outOfMemory(let bytes):
            "the figure needs more than \(bytes / 1_000_000) MB of memory; \(DrawingError.advice), or raise the limit"
        case .imageTooLarge(let limit):
            "the image is larger than \(limit) bytes; \(DrawingError.advice), or raise the limit"
        case .crashed(let signal):
            "Graphviz was ended by signal \(signal) while it drew this figure; please report the figure's DOT text as a bug"
        case .workerFailed(let reason):
            "no figure came from the process that draws: \(reason)"
        }
    }

    private static let advice = "draw less with `--top N` or `--around ACTOR`"
}
