import Foundation
import FoundationXML

/// What a test sees of an SVG file: elements with their ids and titles, and its text.
///
/// A class because `XMLParser` wants a delegate with identity.
final class SVGText: NSObject, XMLParserDelegate {
    /// A piece of text.
    struct Label {
        var text: String
        /// Id of the innermost group that has one.
        var group: String
    }

    private(set) var labels: [Label] = []
    /// `<title>` by id of the group it stands in.
    private(set) var titles: [String: String] = [:]
    private(set) var links: [String] = []
    private(set) var elementNames: Set<String> = []
    /// Why the text is no XML; nil when it is.
    private(set) var error: String?

    private var groups: [String] = []
    private var text: String?
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
        case "text": text = ""
        case "title": title = ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text? += string
        title? += string
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "g": groups.removeLast()
        case "title":
            titles[groups.last ?? ""] = title
            title = nil
        case "text":
            if let text { labels.append(Label(text: text, group: groups.last { !$0.isEmpty } ?? "")) }
            text = nil
        default: break
        }
    }
}
