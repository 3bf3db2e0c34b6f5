import Foundation
import Testing

@testable import GraphFormats

@Suite("A palette")
struct PaletteTests {
    @Test("has text that is readable on everything it stands on (WCAG 2.2, 1.4.3: 4.5 to 1)", arguments: Theme.allCases)
    func text(theme: Theme) {
        let palette = theme.palette
        let boxes = [palette.personFill, palette.organizationFill, palette.eventFill, palette.placeFill]
        for fill in boxes + [palette.paper] {
            for text in [palette.ink, palette.muted] { #expect(contrast(text, fill) >= 4.5, "\(text) on \(fill)") }
        }
        // Labels of lines and the line that tells of omissions stand on paper.
        for tone in RelationTone.allCases {
            let text = theme.style(of: tone).text
            #expect(contrast(text, palette.paper) >= 4.5, "\(tone) on paper")
        }
        #expect(contrast(palette.criticism, palette.paper) >= 4.5)
        #expect(contrast(palette.countryText, palette.countryFill) >= 4.5)
    }

    @Test("has lines that are seen on paper (WCAG 2.2, 1.4.11: 3 to 1)", arguments: Theme.allCases)
    func lines(theme: Theme) {
        for tone in RelationTone.allCases { #expect(contrast(theme.style(of: tone).line, theme.palette.paper) >= 3, "\(tone)") }
    }

    @Test("tells its tones apart for all eyes", arguments: [Theme.light, .dark], Eyes.allCases)
    func tones(theme: Theme, eyes: Eyes) {
        for (first, second) in pairs(RelationTone.allCases) {
            let distance = LabColour(theme.palette.colour(of: first), seenBy: eyes)
                .distance(to: LabColour(theme.palette.colour(of: second), seenBy: eyes))
            #expect(distance >= 21, "\(first) and \(second): \(distance)")
        }
    }

    @Test("is without colour in print, and sparing with toner")
    func ink() {
        let palette = Palette.print
        for (name, colour) in palette.roles {
            #expect(colour.dropFirst().chunked(by: 2).allSatisfy { $0 == colour.dropFirst().prefix(2) }, "\(name) is no grey")
        }
        for fill in [palette.personFill, palette.organizationFill, palette.eventFill, palette.placeFill, palette.countryFill] {
            #expect(LabColour(fill, seenBy: .normal).lightness > 85, "\(fill) is a dark area")
        }
        #expect(Theme.print.stripes.isEmpty)
    }

    @Test("tells its tones apart in print by the line itself, on a printer that has black only or greys")
    func printedLines() {
        for (first, second) in pairs(RelationTone.allCases) {
            let (a, b) = (Theme.print.style(of: first), Theme.print.style(of: second))
            let lightness = abs(LabColour(a.line, seenBy: .normal).lightness - LabColour(b.line, seenBy: .normal).lightness)
            // The thinner line at its widest, after five mentions, against the wider one at its narrowest.
            let (thin, wide) = a.width < b.width ? (a, b) : (b, a)
            let width = wide.width / (thin.width + 4 * thin.growth)
            #expect(lightness >= 40 || width >= 1.8 || a.isDouble != b.isDouble, "\(first) and \(second)")
        }
        // A printer makes a thin grey line of dots, which would read as "planned".
        for tone in RelationTone.allCases {
            let style = Theme.print.style(of: tone)
            #expect(style.width >= 2 || LabColour(style.line, seenBy: .normal).lightness < 5, "\(tone)")
        }
    }

    @Test("has a mark of its own for each tone in print, and none in colour")
    func marks() {
        let marks = RelationTone.allCases.compactMap { Theme.print.style(of: $0).mark }
        #expect(Set(marks).count == RelationTone.allCases.count && !marks.contains("✗"))
        #expect(Set(RelationTone.allCases.map { Theme.print.style(of: $0).sample + Theme.print.style(of: $0).line }).count == 5)
        #expect(RelationTone.allCases.allSatisfy { Theme.light.style(of: $0).mark == nil && Theme.dark.style(of: $0).mark == nil })
    }
}

/// WCAG 2.2, contrast ratio.
private func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ colour: String) -> Double {
        let linear = linearChannels(colour)
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// sRGB as light (IEC 61966-2-1).
private func linearChannels(_ colour: String) -> [Double] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
        let channel = Double(value >> shift & 255) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
}

private func pairs(_ tones: [RelationTone]) -> [(RelationTone, RelationTone)] {
    tones.indices.flatMap { index in tones[(index + 1)...].map { (tones[index], $0) } }
}

/// Kinds of colour vision.
///
/// What the dichromat sees, on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0.
enum Eyes: String, CaseIterable {
    case normal, protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

/// CIE 1976 L*a*b* for D65, of what these eyes see.
private struct LabColour {
    var lightness, a, b: Double

    init(_ colour: String, seenBy eyes: Eyes) {
        func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
            matrix.map { zip($0, vector).map(*).reduce(0, +) }
        }
        let seen = product(eyes.matrix, linearChannels(colour)).map { min(max($0, 0), 1) }
        let xyz = product(
            [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]], seen)
        let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
            let ratio = value / white
            return ratio > pow(6.0 / 29, 3) ? cbrt(ratio) : ratio / (3 * pow(6.0 / 29, 2)) + 4.0 / 29
        }
        (lightness, a, b) = (116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
    }

    /// CIE76.
    func distance(to other: LabColour) -> Double {
        (pow(lightness - other.lightness, 2) + pow(a - other.a, 2) + pow(b - other.b, 2)).squareRoot()
    }
}

extension Substring {
    fileprivate func chunked(by length: Int) -> [Substring] {
        stride(from: 0, to: count, by: length).map { dropFirst($0).prefix(length) }
    }
}
