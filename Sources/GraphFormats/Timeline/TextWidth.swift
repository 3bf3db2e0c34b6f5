/// How wide text is in Arial, for layouts that are made without Graphviz.
///
/// Advances of Liberation Sans, which has Arial's, in thousandths of the size; kerning is left out. Other alphabets get an
/// upper estimate, so that what is placed by it never overlaps.
enum TextWidth {
    /// Points that one line of text takes at most.
    static func points(_ text: String, size: Double, bold: Bool = false) -> Double {
        let advances = bold ? boldAdvances : regularAdvances
        let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
            let index = Int(scalar.value) - 0x20
            return sum + (advances.indices.contains(index) ? advances[index] : advance(of: scalar))
        }
        return Double(thousandths) * size / 1000
    }

    /// Outside ASCII: marks stand on the letter before, East Asian characters are square, letters a little wider than most are.
    private static func advance(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0xA0: 278
        case 0xB7: 333
        case 0xD7: 840
        case 0x2010...0x2013: 560
        case 0x2018, 0x2019: 340
        // Joined letters are narrower than they are alone.
        case 0x590...0x8FF: scalar.properties.generalCategory == .nonspacingMark ? 0 : 720
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            case .uppercaseLetter: 820
            case .lowercaseLetter: 640
            default: 1000
            }
        }
    }

    // U+0020 … U+007E.
    private static let regularAdvances = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
        611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
        556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
    private static let boldAdvances = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667,
        611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889,
        611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ]
}
