import Foundation

/// How far the glyphs of installed fonts advance, read from the files (OpenType 1.9: `cmap` formats 4 and 12, `hhea`, `hmtx`).
///
/// Arabic letters are taken in the form that they have beside their neighbours. Kerning is left out, so that text is never
/// wider in an image than it is here, by a point a line at most.
struct FontMetrics: Sendable {
    private let fonts: [Font]
    private let boldFonts: [Font]

    /// Arial's metrics, then East Asian, then everything else, as fontconfig falls back on Debian; nil when they are not installed.
    static let installed: FontMetrics? = {
        let regular = [
            "truetype/liberation2/LiberationSans-Regular.ttf", "opentype/noto/NotoSansCJK-Regular.ttc", "truetype/dejavu/DejaVuSans.ttf",
        ]
        let bold = [
            "truetype/liberation2/LiberationSans-Bold.ttf", "opentype/noto/NotoSansCJK-Bold.ttc", "truetype/dejavu/DejaVuSans-Bold.ttf",
        ]
        func load(_ names: [String]) -> [Font] {
            // Arabic stands in DejaVu; Noto CJK comes first for Han, which DejaVu has not.
            names.compactMap { Font(URL(filePath: "/usr/share/fonts/" + $0)) }
        }
        let metrics = FontMetrics(fonts: load(regular), boldFonts: load(bold))
        return metrics.fonts.count == regular.count && metrics.boldFonts.count == bold.count ? metrics : nil
    }()

    private init(fonts: [Font], boldFonts: [Font]) {
        self.fonts = fonts
        self.boldFonts = boldFonts
    }

    /// Points that a line of text takes.
    func width(_ text: String, size: Double, bold: Bool) -> Double {
        ArabicForms.joined(Array(text.unicodeScalars)).reduce(0) { sum, scalar in
            let advance = (bold ? boldFonts : fonts).lazy.compactMap { $0.advance(of: scalar) }.first
            return sum + (advance ?? 1) * size
        }
    }
}

/// The shapes of Arabic letters within words (The Unicode Standard, chapter 9.2), as characters of the block
/// "Arabic Presentation Forms-B", which fonts have for them.
private enum ArabicForms {
    /// Isolated, final, initial and medial form of a letter; letters that do not join what follows have the first two alone.
    private static let forms: [Unicode.Scalar: [Unicode.Scalar]] = {
        var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for form in (UInt32(0xFE80)...0xFEF4).compactMap(Unicode.Scalar.init) {
            let letters = String(form).precomposedStringWithCompatibilityMapping.unicodeScalars
            if letters.count == 1, let letter = letters.first { forms[letter, default: []].append(form) }
        }
        return forms
    }()

    /// Lam with an alef is one character, isolated or final.
    private static let ligatures: [Unicode.Scalar: UInt32] = ["\u{622}": 0xFEF5, "\u{623}": 0xFEF7, "\u{625}": 0xFEF9, "\u{627}": 0xFEFB]

    static func joined(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for (index, letter) in text.enumerated() {
            guard let own = forms[letter], own.count > 1 else {
                result.append(letter)
                continue
            }
            func joins(_ position: Int) -> Bool { text.indices.contains(position) && forms[text[position]]?.count == 4 }
            if letter != "\u{644}", index > 0, text[index - 1] == "\u{644}", let ligature = ligatures[letter] {
                // Takes the place of the lam before.
                result[result.count - 1] = Unicode.Scalar(ligature + (joins(index - 2) ? 1 : 0)) ?? letter
                continue
            }
            let joinsNext = own.count == 4 && text.indices.contains(index + 1) && (forms[text[index + 1]]?.count ?? 0) > 1
            result.append(own[joins(index - 1) ? (joinsNext ? 3 : 1) : (joinsNext ? 2 : 0)])
        }
        return result
    }
}

/// One font file: advance by character, in ems.
private struct Font: Sendable {
    private let advances: [UInt32: Double]

    func advance(of scalar: Unicode.Scalar) -> Double? { advances[scalar.value] }

    init?(_ file: URL) {
        guard let data = try? Data(contentsOf: file) else { return nil }
        let bytes = Bytes(data: data)
        // A collection begins with its fonts' offsets; the first will do.
        let start = bytes.tag(0) == "ttcf" ? bytes.u32(12) : 0
        var tables: [String: Int] = [:]
        for index in 0..<bytes.u16(start + 4) { tables[bytes.tag(start + 12 + 16 * index)] = bytes.u32(start + 20 + 16 * index) }
        guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"], let cmap = tables["cmap"] else { return nil }
        let unitsPerEm = Double(bytes.u16(head + 18))
        let metricCount = bytes.u16(hhea + 34)
        var advances: [UInt32: Double] = [:]
        for (character, glyph) in Font.glyphs(bytes, cmap) {
            advances[character] = Double(bytes.u16(hmtx + 4 * min(glyph, metricCount - 1))) / unitsPerEm
        }
        self.advances = advances
    }

    private static func glyphs(_ bytes: Bytes, _ cmap: Int) -> [(UInt32, Int)] {
        let subtables = (0..<bytes.u16(cmap + 2)).map { cmap + bytes.u32(cmap + 8 + 8 * $0) }
        if let full = subtables.first(where: { bytes.u16($0) == 12 }) {
            return (0..<bytes.u32(full + 12)).flatMap { group in
                let at = full + 16 + 12 * group
                let (first, last, glyph) = (bytes.u32(at), bytes.u32(at + 4), bytes.u32(at + 8))
                return (first...last).map { (UInt32($0), glyph + $0 - first) }
            }
        }
        guard let table = subtables.first(where: { bytes.u16($0) == 4 }) else { return [] }
        let double = bytes.u16(table + 6)
        return stride(from: 0, to: double, by: 2).flatMap { segment -> [(UInt32, Int)] in
            let (last, first) = (bytes.u16(table + 14 + segment), bytes.u16(table + 16 + double + segment))
            let delta = bytes.u16(table + 16 + 2 * double + segment)
            let rangeAt = table + 16 + 3 * double + segment
            let range = bytes.u16(rangeAt)
            guard first <= last, first < 0xFFFF else { return [] }
            return (first...last).compactMap { character in
                let glyph = range == 0 ? character : bytes.u16(rangeAt + range + 2 * (character - first))
                return glyph == 0 ? nil : (UInt32(character), (glyph + delta) & 0xFFFF)
            }
        }
    }
}

/// Big-endian numbers in a file.
private struct Bytes {
    let data: Data

    func u16(_ at: Int) -> Int { Int(data[at]) << 8 | Int(data[at + 1]) }
    func u32(_ at: Int) -> Int { u16(at) << 16 | u16(at + 2) }
    func tag(_ at: Int) -> String { String(decoding: data[at..<at + 4], as: UTF8.self) }
}
