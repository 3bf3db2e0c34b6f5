/// Finds where a headline ends and its teaser begins on a line that runs both together: "Tanks sent north Minister says delivery begins".
///
/// A log-linear model over hashed features (Weinberger et al. 2009) that `Training/sentence_junctions.py` learned from neighbouring sentences of UD English
/// EWT and GUM and of the CoNLL-2003 news; the place is right for 85 (news) to 90 of 100 such pairs of the development parts.
struct JunctionModel: Sendable {
    static let shared = JunctionModel(base64: JunctionWeights.base64)

    private let weights: [Int8]

    init(base64: String) {
        weights = Self.decoded(base64)
        precondition(weights.count & (weights.count - 1) == 0 && !weights.isEmpty, "the number of weights is a power of two")
    }

    /// The word that begins the second sentence; nil if no word can. The words are those of the line, punctuation and the final stop included.
    func junction(in words: [[UInt8]]) -> Int? {
        let line = JunctionLine(words: words)
        var best: (place: Int, score: Int)?
        for place in line.candidates {
            let score = line.features(at: place).reduce(0) { $0 + Int(weights[Int($1) & (weights.count - 1)]) }
            if best.map({ score > $0.score }) ?? true { best = (place, score) }
        }
        return best?.place
    }

    private static func decoded(_ text: String) -> [Int8] {
        var bytes: [Int8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            let value: UInt8
            switch byte {
            case 65...90: value = byte - 65
            case 97...122: value = byte - 71
            case 48...57: value = byte + 4
            case 43: value = 62
            case 47: value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(Int8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}

/// The features of a line's words: the same as in `Training/sentence_junctions.py`.
struct JunctionLine {
    /// In lower case, with straight apostrophes.
    private let words: [[UInt8]]
    /// l lower, u capital, a all capitals, n number, p other.
    private let shapes: [UInt8]
    private let lowered: Set<[UInt8]>

    private static let modals = Set(["will", "would", "can", "could", "may", "might", "must", "should", "to"].map { Array($0.utf8) })

    init(words: [[UInt8]]) {
        let shapes = words.map(Self.shape)
        let lower = words.map(Self.lower)
        self.shapes = shapes
        self.words = lower
        lowered = Set(zip(lower, shapes).filter { $0.1 == UInt8(ascii: "l") }.map(\.0))
    }

    /// Words with a capital inside the line, but for the object behind a modal and a verb ("will lead Kyiv").
    var candidates: [Int] {
        guard words.count > 6 else { return [] }
        return (3..<words.count - 3).filter { place in
            guard shapes[place] == UInt8(ascii: "u") || shapes[place] == UInt8(ascii: "a"), shapes[place - 1] != UInt8(ascii: "p") else {
                return false
            }
            return !(shapes[place - 1] == UInt8(ascii: "l") && Self.modals.contains(words[place - 2]))
        }
    }

    /// Hashes of the 17 features.
    func features(at place: Int) -> [UInt32] {
        let (p2, p1, n0, n1, n2) = (word(place - 2), word(place - 1), word(place), word(place + 1), word(place + 2))
        let before = [shape(place - 1)]
        let here = [shape(place)]
        let shapes = before + here + [shape(place + 1)]
        let again = [here == [UInt8(ascii: "u")] && lowered.contains(n0) ? UInt8(ascii: "y") : UInt8(ascii: "n")]
        func suffix(_ word: [UInt8]) -> [UInt8] { Array(word.suffix(3)) }
        return [
            hash(1, p1), hash(2, n0), hash(3, n1), hash(4, suffix(p1)), hash(5, suffix(n0), before), hash(6, suffix(n1)), hash(7, shapes),
            hash(8, [shape(place - 2)] + shapes + [shape(place + 2)]), hash(9, suffix(p1), shapes), hash(10, suffix(n0), shapes),
            hash(17, suffix(p1), suffix(n1), shapes), hash(11, suffix(n1), shapes), hash(12, again, shapes), hash(13, p1, here),
            hash(14, p2, before), hash(15, suffix(p1), suffix(n0)), hash(16, suffix(n2), [shape(place + 1)]),
        ]
    }

    private func word(_ index: Int) -> [UInt8] { words.indices.contains(index) ? words[index] : [] }

    private func shape(_ index: Int) -> UInt8 { shapes.indices.contains(index) ? shapes[index] : UInt8(ascii: "_") }

    /// FNV-1a, folded.
    private func hash(_ template: UInt8, _ parts: [UInt8]...) -> UInt32 {
        var value: UInt32 = 2_166_136_261
        for byte in [template] + parts.joined(separator: [0x1F]) { value = (value ^ UInt32(byte)) &* 16_777_619 }
        return value ^ (value >> 15)
    }

    private static func lower(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < word.count {
            if word[index...].starts(with: [0xE2, 0x80, 0x99]) {
                result.append(UInt8(ascii: "'"))
                index += 3
            } else {
                result.append((65...90).contains(word[index]) ? word[index] + 32 : word[index])
                index += 1
            }
        }
        return result
    }

    private static func shape(_ word: [UInt8]) -> UInt8 {
        word.withUnsafeBufferPointer { bytes in
            let first = bytes.character(at: 0)
            switch first.kind {
            case .digit: return UInt8(ascii: "n")
            case .lower: return UInt8(ascii: "l")
            case .upper: break
            default: return UInt8(ascii: "p")
            }
            var position = first.length
            while position < bytes.count {
                let character = bytes.character(at: position)
                if character.kind == .lower { return UInt8(ascii: "u") }
                position += character.length
            }
            return bytes.count > first.length ? UInt8(ascii: "a") : UInt8(ascii: "u")
        }
    }
}
