import GraphFormats
import KnowledgeGraph

/// Makes libgvc's SVG fit for readers, scripts and the web.
///
/// libgvc writes links and titles raw, so the DOT text carries none; they are added here, escaped: a title and a description
/// for those who cannot see the figure, tooltips with the evidence, links from an allow-list, and a dark mode in CSS.
struct SVGFinish {
    private let diagram: Diagram
    private let elements: [String: Element]
    private let role: String

    /// What an element of the figure gets.
    private struct Element {
        var tooltip: String
        var attributes: String
        var link: String?
    }

    init(_ diagram: Diagram, links: [Actor.ID: String] = [:], statementLinks: [Statement.ID: String] = [:]) {
        self.diagram = diagram
        let tooltip = Tooltip(diagram)
        var elements: [String: Element] = [:]
        for node in diagram.nodes {
            elements[node.id] = Element(
                tooltip: tooltip.text(node), attributes: " data-actor=\"\(XMLText.attribute(node.actor.id))\"",
                link: links[node.actor.id].flatMap(SVGFinish.allowed))
        }
        for edge in diagram.edges {
            let statements = edge.statements.map { Self.word($0.id) }.joined(separator: " ")
            let ends = " data-subject=\"\(diagram.nodes[edge.subject].id)\" data-object=\"\(diagram.nodes[edge.object].id)\""
            var element = Element(
                tooltip: tooltip.text(edge), attributes: " data-statements=\"\(statements)\"\(ends)", link: nil)
            for id in [edge.id + "-a", edge.id + "-b"] { elements[id] = element }
            // A line that goes through a label is one stop for the keyboard, not three.
            element.link = edge.statements.lazy.compactMap { statementLinks[$0.id] }.first.flatMap(SVGFinish.allowed)
            elements[edge.id] = element
        }
        self.elements = elements
        // Inside an image nothing can be chosen.
        role = elements.values.contains { $0.link != nil } ? "group" : "img"
    }

    /// An id as one word of a list, for scripts: any text may be an id. `decodeURIComponent` gives it again.
    private static func word(_ id: Statement.ID) -> String { PercentEncoding.encoded(id, keeping: Array("-.~/:".utf8)) }

    /// - Parameter svg: UTF-8 as `svg:svg:core` writes it, an element a line.
    ///
    /// Bytes, not characters: finding the borders of characters took longer than Graphviz takes for a small figure.
    func finished(_ svg: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(svg.count * 2)
        var depth = 0
        var linksAtDepth: [Int] = []
        var element: Element?
        var headIsDue = true
        // The XML declaration, the document type and comments go: none is needed inside a page.
        let lines = svg.split(separator: UInt8(ascii: "\n")).drop { !$0.starts(with: "<svg") }
        for line in lines where !line.starts(with: "<!--") {
            if headIsDue, line.starts(with: "<svg ") {
                let language = diagram.language.rawValue
                output += "<svg lang=\"\(language)\" xml:lang=\"\(language)\" role=\"\(role)\" ".utf8
                output += "aria-labelledby=\"newsgraph-title newsgraph-description\" ".utf8
                output += line.dropFirst(5)
            } else if headIsDue, line.range(of: "viewBox=") != nil {
                output += line
                output += "\n\(head)".utf8
                headIsDue = false
                continue
            } else if line.starts(with: Self.group) {
                depth += 1
                // Graphviz escapes the hyphens of identifiers.
                let line = line.replacing(["&#45;": "-"])
                let id = line.dropFirst(Self.group.utf8CodeUnitCount).prefix { $0 != UInt8(ascii: "\"") }
                element = elements[String(decoding: id, as: UTF8.self)]
                if let link = element?.link {
                    output += "<a href=\"\(XMLText.attribute(link))\">\n".utf8
                    linksAtDepth.append(depth)
                }
                output += line.dropLast()
                output += "\(element?.attributes ?? "")>".utf8
            } else if line.starts(with: "<g ") || line == "<g>" {
                depth += 1
                output += line
            } else if line.starts(with: "<title>") {
                // Graphviz puts its own node names here.
                defer { element = nil }
                guard let tooltip = element?.tooltip else { continue }
                output += "<title>\(XMLText.content(tooltip))</title>".utf8
            } else if line == "</g>" {
                output += line
                if linksAtDepth.last == depth {
                    output += "\n</a>".utf8
                    linksAtDepth.removeLast()
                }
                depth -= 1
            } else {
                appendAdjusted(line, to: &output)
            }
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }

    private static let group: StaticString = "<g id=\""

    /// `transparent` is no colour of SVG 1.1, and the font stands in the style sheet; bold type is its weight.
    private func appendAdjusted(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        // Text of the article is left alone: only the tag's own attributes change.
        let end = line.firstIndex(of: UInt8(ascii: ">")) ?? line.startIndex
        output += line[..<end].replacing([
            "\"transparent\"": "\"none\"", " font-family=\"Arial\"": "", " font-family=\"Arial Bold\"": " font-weight=\"bold\"",
        ])
        output += line[end...]
    }

    private var head: String {
        let description = diagram.subtitle + (diagram.omission.map { ". \($0)" } ?? "") + ". " + diagram.sentence
        return """
            <title id="newsgraph-title">\(XMLText.content(diagram.title))</title>
            <desc id="newsgraph-description">\(XMLText.content(description))</desc>
            <style>\(style)</style>

            """
    }

    private var style: String { Self.styleSheet(diagram.theme) }

    static func styleSheet(_ theme: Theme) -> String {
        var rules =
            "text{font-family:Arial,'Liberation Sans',Helvetica,sans-serif}a:focus .actor,.actor:hover path,.actor:hover polygon{stroke-width:2.4}"
        if theme == .light {
            let pairs = zip(Theme.light.palette.roles, Theme.dark.palette.roles)
            let dark = pairs.map { "[fill=\"\($0.colour)\"]{fill:\($1.colour)}[stroke=\"\($0.colour)\"]{stroke:\($1.colour)}" }
            rules += "@media (prefers-color-scheme:dark){\(dark.joined())}"
        }
        return rules
    }

    /// http, https, fragments and paths of the same site; everything else (`javascript:`, `data:`, `file:`, `//host`) is dropped.
    static func allowed(_ address: String) -> String? {
        let start = address.lowercased()
        if start.utf8.first == UInt8(ascii: "/") {
            // Browsers read a backslash as a slash, and two slashes as the beginning of a host.
            let second = start.utf8.dropFirst().first
            return second == UInt8(ascii: "/") || second == UInt8(ascii: "\\") || start.utf8.contains { $0 < 0x20 } ? nil : address
        }
        return ["https://", "http://", "#"].contains(where: start.hasPrefix) ? address : nil
    }
}

extension Diagram {
    /// The figure in one sentence a relation, for those who cannot see it.
    fileprivate var sentence: String {
        let sentences = edges.prefix(40).compactMap { edge -> String? in
            let labels = edge.rows.map { row in
                let remarks = [row.isDenied ? language.words.didNotHappen : nil, row.note].compactMap(\.self)
                return row.label + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
            }
            guard !labels.isEmpty else { return nil }
            return "\(nodes[edge.subject].actor.name): \(labels.joined(separator: "; ")): \(nodes[edge.object].actor.name)."
        }
        return sentences.joined(separator: " ") + (edges.count > 40 ? " …" : "")
    }
}
