/// A token as it is written: words of a contraction are still together.
struct SurfaceToken {
    enum Kind: UInt8 {
        /// Begins with a lower-case letter, or a capital one.
        case lowerWord, upperWord
        case number
        /// `.` `!` `?` `…` and their runs.
        case stop
        /// Opening or closing bracket or quote; `quote` may be either.
        case opener, closer, quote
        case emoji
        case other
    }

    /// What a dot at the end of the token is for.
    enum Dot: UInt8 {
        case none
        /// "J.", "S.V."
        case initial
        /// Before a name or number: never the end of a sentence.
        case title
        /// May also be the sentence's full stop: "Inc.", "p.m.", "U.S."
        case abbreviation
    }

    var start: Int
    var end: Int
    var kind: Kind
    var dot = Dot.none
    /// White space follows.
    var isFollowedBySpace = false

    var isWord: Bool { kind == .lowerWord || kind == .upperWord || kind == .number }
}
