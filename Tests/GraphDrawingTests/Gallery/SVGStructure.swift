import Foundation
import FoundationXML

/// The elements of an SVG file with their ids, classes and text, without where they stand.
struct SVGStructure: Equatable {
    struct NotSVG: Error {}

    private let parts: [String]

    init(_ bytes: [UInt8]) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        guard parser.parse() else { throw NotSVG() }
        parts = reader.parts
    }

    /// A class because `XMLParser` wants a delegate with identity.
    private final class Reader: NSObject, XMLParserDelegate {
        var parts: [String] = []
        /// The parser may give a text in pieces.
        private var isInText = false

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            isInText = false
            parts.append([name, attributes["id"], attributes["class"]].compactMap(\.self).joined(separator: " "))
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if isInText { parts[parts.count - 1] += string } else { parts.append(string) }
            isInText = true
        }
    }
}
