/// The letters of a word: what an uncased vocabulary no longer shows.
struct WordShape: Sendable, Equatable {
    /// Number of shapes, counting 0 for what is not a word.
    static let count = 12

    private(set) var characters = 0
    private(set) var letters = 0
    private(set) var capitals = 0
    private(set) var digits = 0
    private(set) var startsWithCapital = false
    /// Changing it to upper case changes something.
    private(set) var hasLowercase = false

    init(_ word: String) {
        for scalar in word.unicodeScalars {
            let isCapital: Bool
            if scalar.isASCII {
                isCapital = "A"..."Z" ~= scalar
                let isSmall = "a"..."z" ~= scalar
                if isCapital || isSmall { letters += 1 }
                if isSmall { hasLowercase = true }
                if "0"..."9" ~= scalar { digits += 1 }
            } else {
                let properties = scalar.properties
                isCapital = properties.isUppercase
                switch properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: letters += 1
                default: break
                }
                if properties.changesWhenUppercased { hasLowercase = true }
                if properties.numericType == .decimal || properties.numericType == .digit { digits += 1 }
            }
            if isCapital {
                capitals += 1
                if characters == 0 { startsWithCapital = true }
            }
            characters += 1
        }
    }

    /// The row of the shape embedding: 1 … 11.
    var number: Int {
        let hasDigits = digits > 0
        if letters == 0 { return hasDigits ? (digits == characters ? 7 : 8) : 9 }
        if capitals == 0 { return hasDigits ? 6 : 1 }
        if capitals == letters {
            if letters == 1 { return characters == 1 ? 3 : (startsWithCapital ? 10 : 5) }
            return hasDigits ? 5 : 4
        }
        if startsWithCapital, capitals == 1 { return hasDigits ? 5 : 2 }
        return 11
    }
}

/// How a sentence uses capitals: the row of the mode embedding.
enum CaseMode: Int, Sendable {
    case usual, lower, capitals, title

    init(of shapes: [WordShape]) {
        var words = 0
        var (anyCapital, anyLowercase) = (false, false)
        var (long, longWithCapital) = (0, 0)
        for shape in shapes where shape.letters > 0 {
            words += 1
            anyCapital = anyCapital || shape.capitals > 0
            anyLowercase = anyLowercase || shape.hasLowercase
            guard shape.characters > 3 else { continue }
            long += 1
            if shape.startsWithCapital { longWithCapital += 1 }
        }
        if words == 0 {
            self = .usual
        } else if !anyCapital {
            self = .lower
        } else if words > 1, !anyLowercase {
            self = .capitals
        } else if long >= 3, longWithCapital * 4 >= long * 3 {
            self = .title
        } else {
            self = .usual
        }
    }
}
