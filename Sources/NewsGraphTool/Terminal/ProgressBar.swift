/// Progress of long work on standard error, shown only when that is a terminal.
struct ProgressBar {
    private let label: String
    private let total: Int?
    private var done = 0
    private let isShown = StandardError.isTerminal

    /// `total` is nil when it is not known, as for standard input.
    init(_ label: String, total: Int?) {
        self.label = label
        self.total = total
    }

    mutating func advance() {
        done += 1
        guard isShown else { return }
        StandardError.writeInPlace("\(label) \(bar)")
    }

    /// Clears the line.
    func finish() {
        guard isShown else { return }
        StandardError.writeInPlace("")
    }

    private var bar: String {
        guard let total, total > 0 else { return "\(done)" }
        let width = 30
        let filled = min(width, done * width / total)
        return "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: width - filled))] \(done)/\(total)"
    }
}
