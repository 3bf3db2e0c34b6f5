import Foundation
import FoundationXML

/// What a figure's SVG has where, in points: texts with the boxes that they take, shapes, and the sheet.
///
/// A class because `XMLParser` wants a delegate with identity.
final class FigureGeometry: NSObject, XMLParserDelegate {
    struct Box {
        var left, right, top, bottom: Double

        /// The smaller side of what both cover; zero when they are apart.
        func overlap(with other: Box) -> Double {
            max(0, min(min(right, other.right) - max(left, other.left), min(bottom, other.bottom) - max(top, other.top)))
        }

        /// How far this box reaches out of the other.
        func excess(over other: Box) -> Double {
            max(other.left - left, right - other.right, other.top - top, bottom - other.bottom)
        }
    }

    struct Text {
        var content: String
        /// Id of the innermost group that has one.
        var group: String
        var box: Box
    }

    /// The outline of a group: its first polygon or path.
    struct Shape {
        var group: String
        var classes: [Substring]
        let corners: [(x: Double, y: Double)]
        let box: Box

        init(group: String, classes: [Substring], corners: [(x: Double, y: Double)]) {
            (self.group, self.classes, self.corners) = (group, classes, corners)
            let (x, y) = (corners.map(\.x), corners.map(\.y))
            box = Box(left: x.min() ?? 0, right: x.max() ?? 0, top: y.min() ?? 0, bottom: y.max() ?? 0)
        }

        /// How deep the box reaches into the outline, which is convex: along the direction in which that is least.
        func overlap(with box: Box) -> Double {
            guard self.box.overlap(with: box) > 0 else { return 0 }
            let boxCorners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
            let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).map { ($1.x - $0.x, $1.y - $0.y) }
            var least = Double.infinity
            for (x, y) in sides + [(1, 0), (0, 1)] {
                let length = (x * x + y * y).squareRoot()
                guard length > 0.01 else { continue }
                let own = corners.map { ($0.x * -y + $0.y * x) / length }
                let others = boxCorners.map { ($0.0 * -y + $0.1 * x) / length }
                guard let a = own.min(), let b = own.max(), let c = others.min(), let d = others.max() else { continue }
                least = min(least, min(b, d) - max(a, c))
            }
            return max(0, least)
        }
    }

    private(set) var texts: [Text] = []
    private(set) var shapes: [Shape] = []
    private(set) var sheet = Box(left: 0, right: 0, top: 0, bottom: 0)

    private let metrics: FontMetrics
    private var groups: [(id: String, classes: [Substring], hasShape: Bool)] = []
    private var offset = (x: 0.0, y: 0.0)
    private var scale = 1.0
    private var text: (attributes: [String: String], content: String)?

    init?(_ svg: [UInt8], _ metrics: FontMetrics) {
        self.metrics = metrics
        super.init()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    /// Everything that is wrong with the figure, in words; empty when nothing overlaps and nothing is cut off.
    ///
    /// Half a point is no overlap: kerning is not known here.
    func faults() -> [String] {
        let tolerance = 0.5
        var faults: [String] = []
        for (index, text) in texts.enumerated() {
            if text.box.excess(over: sheet) > 0 { faults.append("“\(text.content)” leaves the sheet") }
            for other in texts[(index + 1)...] where text.box.overlap(with: other.box) > tolerance {
                faults.append("“\(text.content)” and “\(other.content)” overlap by \(text.box.overlap(with: other.box))")
            }
        }
        let boxes = shapes.filter { $0.classes.contains("actor") }
        for (index, shape) in boxes.enumerated() {
            if shape.box.excess(over: sheet) > 0 { faults.append("box \(shape.group) leaves the sheet") }
            for text in texts {
                if text.group == shape.group {
                    if text.box.excess(over: shape.box) > tolerance { faults.append("“\(text.content)” leaves its box") }
                } else if shape.overlap(with: text.box) > tolerance {
                    faults.append("“\(text.content)” lies on box \(shape.group) by \(shape.overlap(with: text.box))")
                }
            }
            for other in boxes[(index + 1)...]
            where shape.overlap(with: other.box) > tolerance && other.overlap(with: shape.box) > tolerance {
                faults.append("boxes \(shape.group) and \(other.group) overlap")
            }
        }
        return faults
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        switch name {
        case "svg":
            let numbers = Self.numbers(attributes["viewBox"] ?? "")
            if numbers.count == 4 {
                sheet = Box(left: numbers[0], right: numbers[0] + numbers[2], top: numbers[1], bottom: numbers[1] + numbers[3])
            }
        case "g":
            if let transform = attributes["transform"] {
                // "scale(1 1) rotate(0) translate(21.6 376.6)"
                let numbers = Self.numbers(transform)
                if numbers.count == 5 { (scale, offset) = (numbers[0], (numbers[3], numbers[4])) }
            }
            groups.append((attributes["id"] ?? "", (attributes["class"] ?? "").split(separator: " "), false))
        case "text": text = (attributes, "")
        case "polygon", "path":
            guard let group = groups.last, !group.hasShape, !group.id.isEmpty else { return }
            groups[groups.count - 1].hasShape = true
            let numbers = Self.numbers(attributes["points"] ?? attributes["d"] ?? "")
            let corners = stride(from: 0, to: numbers.count - 1, by: 2).map { place(numbers[$0], numbers[$0 + 1]) }
            shapes.append(Shape(group: group.id, classes: group.classes, corners: corners))
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text?.content += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "g" { groups.removeLast() }
        guard name == "text", let (attributes, content) = text else { return }
        text = nil
        // A lone space is a cell without text.
        guard content.contains(where: { !$0.isWhitespace }) else { return }
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        let size = number("font-size")
        let leading = content.prefix { $0 == "\u{A0}" }
        let isBold = attributes["font-weight"] == "bold"
        let width = metrics.width(content, size: size, bold: isBold)
        let indent = metrics.width(String(leading), size: size, bold: isBold)
        let start =
            switch attributes["text-anchor"] {
            case "middle": number("x") - width / 2
            case "end": number("x") - width
            default: number("x")
            }
        // Arial's letters reach from 0.73 above the baseline to 0.21 below.
        let (topLeft, bottomRight) = (
            place(start + indent, number("y") - size * 0.73), place(start + width, number("y") + size * 0.21)
        )
        texts.append(
            Text(
                content: content, group: groups.last { !$0.id.isEmpty }?.id ?? "",
                box: Box(left: topLeft.x, right: bottomRight.x, top: topLeft.y, bottom: bottomRight.y)))
    }

    private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) { ((x + offset.x) * scale, (y + offset.y) * scale) }

    private static func numbers(_ text: String) -> [Double] {
        text.split { !$0.isNumber && $0 != "." && $0 != "-" }.compactMap { Double($0) }
    }
}
