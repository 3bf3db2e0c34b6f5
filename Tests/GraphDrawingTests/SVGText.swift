import Foundation
import FoundationXML

/// What a test sees of an SVG file: elements with their ids and titles, and where text stands.
///
/// A class because `XMLParser` wants a delegate with identity.
final class SVGText: NSObject, XMLParserDelegate {
    /// A piece of text and about the box that it takes.
    struct Label {
        var text: String
        /// Id of the innermost group that has one.
        var group: String
        var left, right, top, bottom: Double

        /// The part that both cover, smaller of width and height; zero when they are apart.
        func overlap(with other: Label) -> Double {
            max(0, min(min(right, other.right) - max(left, other.left), min(bottom, other.bottom) - max(top, other.top)))
        }
    }

    private(set) var labels: [Label] = []
    /// `<title>` by id of the group it stands in.
    private(set) var titles: [String: String] = [:]
    private(set) var links: [String] = []
    private(set) var elementNames: Set<String> = []
    /// Why the text is no XML; nil when it is.
    private(set) var error: String?

    private var groups: [String] = []
    private var text: (attributes: [String: String], content: String)?
    private var title: String?

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        if !parser.parse() { error = "\(parser.parserError.map { "\($0)" } ?? "?") in line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        elementNames.insert(name)
        if let link = attributes["href"] ?? attributes["xlink:href"] { links.append(link) }
        switch name {
        case "g": groups.append(attributes["id"] ?? "")
        case "text": text = (attributes, "")
        case "title": title = ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text?.content += string
        title? += string
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "g": groups.removeLast()
        case "title":
            titles[groups.last ?? ""] = title
            title = nil
        case "text":
            if let text { labels.append(label(text.attributes, text.content)) }
            text = nil
        default: break
        }
    }

    private func label(_ attributes: [String: String], _ content: String) -> Label {
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        let size = number("font-size")
        // Average advance of Arial in text; bold is about a tenth wider.
        let advance = attributes["font-weight"] == "bold" ? 0.56 : 0.5
        let width = size * advance * Double(content.count)
        let start =
            switch attributes["text-anchor"] {
            case "middle": number("x") - width / 2
            case "end": number("x") - width
            default: number("x")
            }
        return Label(
            text: content, group: groups.last { !$0.isEmpty } ?? "", left: start, right: start + width, top: number("y") - size * 0.75,
            bottom: number("y") + size * 0.2)
    }
}
