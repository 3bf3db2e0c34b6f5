import Foundation
import FoundationXML

/// What a test sees of a page, read by a strict parser of XML.
///
/// A class because `XMLParser` wants a delegate with identity.
final class PageText: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    /// All text outside the script and the style sheets.
    private(set) var text = ""
    /// Why the page is no XML; nil when it is.
    private(set) var error: String?
    private var path: [String] = []

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { error = "\(parser.parserError.map { "\($0)" } ?? "?") in line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
        path.append(name)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if path.last != "script", path.last != "style" { text += string }
    }

    /// Levels of headings, in their order: 1 for `h1`.
    var headings: [Int] {
        elements.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
    }

    var ids: [String] { elements.compactMap { $0.attributes["id"] } }
    var links: [String] { elements.compactMap { $0.attributes["href"] ?? $0.attributes["xlink:href"] ?? $0.attributes["src"] } }
}
