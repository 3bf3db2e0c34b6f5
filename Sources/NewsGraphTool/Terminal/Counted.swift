/// Numbers of things in messages.
enum Counted {
    /// "1 statement", "2 statements".
    static func statements(_ count: Int) -> String { "\(count) \(count == 1 ? "statement" : "statements")" }
}
