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
            let statements = edge.statements.map(\.id).joined(separator: " ")
            let ends = " data-subject=\"\(diagram.nodes[edge.subject].id)\" data-object=\"\(diagram.nodes[edge.object].id)\""
            var element = Element(
                tooltip: tooltip.text(edge), attributes: " data-statements=\"\(XMLText.attribute(statements))\"\(ends)", link: nil)
            for id in [edge.id + "-a", edge.id + "-b"] { elements[id] = element }
            // A line that goes through a label is one stop for the keyboard, not three.
            element.link = edge.statements.lazy.compactMap { statementLinks[$0.id] }.first.flatMap(SVGFinish.allowed)
            elements[edge.id] = element
        }
        self.elements = elements
        // Inside an image nothing can be chosen.
        role = elements.values.contains { $0.link != nil } ? "group" : "img"
    }

    /// - Parameter svg: as `svg:svg:core` writes it, an element a line.
    func finished(_ svg: String) -> String {
        var output = ""
        output.reserveCapacity(svg.utf8.count * 2)
        var depth = 0
        var linksAtDepth: [Int] = []
        var element: Element?
        var headIsDue = true
        // The XML declaration, the document type and comments go: none is needed inside a page.
        for line in svg.split(separator: "\n").drop(while: { !$0.hasPrefix("<svg") }) where !line.hasPrefix("<!--") {
            if headIsDue, line.hasPrefix("<svg ") {
                let language = diagram.language.rawValue
                output += "<svg lang=\"\(language)\" xml:lang=\"\(language)\" role=\"\(role)\" "
                output += "aria-labelledby=\"newsgraph-title newsgraph-description\" \(line.dropFirst(5))\n"
            } else if headIsDue, line.contains("viewBox=") {
                output += "\(line)\n\(head)"
                headIsDue = false
            } else if line.hasPrefix("<g id=\"") {
                depth += 1
                let line = line.replacing("&#45;", with: "-")
                element = elements[String(line.dropFirst(7).prefix { $0 != "\"" })]
                if let link = element?.link {
                    output += "<a href=\"\(XMLText.attribute(link))\">\n"
                    linksAtDepth.append(depth)
                }
                output += openingTag(String(line), element) + "\n"
            } else if line.hasPrefix("<g ") || line == "<g>" {
                depth += 1
                output += "\(line)\n"
            } else if line.hasPrefix("<title>") {
                // Graphviz puts its own node names here.
                if let tooltip = element?.tooltip { output += "<title>\(XMLText.content(tooltip))</title>\n" }
                element = nil
            } else if line == "</g>" {
                output += "</g>\n"
                if linksAtDepth.last == depth {
                    output += "</a>\n"
                    linksAtDepth.removeLast()
                }
                depth -= 1
            } else {
                output += adjusted(line) + "\n"
            }
        }
        return output
    }

    private func openingTag(_ line: String, _ element: Element?) -> String {
        guard let element, line.hasSuffix(">") else { return line }
        return line.dropLast() + element.attributes + ">"
    }

    /// `transparent` is no colour of SVG 1.1, and the font stands in the style sheet.
    private func adjusted(_ line: Substring) -> String {
        // Text of the article is left alone: only the tag's own attributes change.
        guard let tagEnd = line.firstIndex(of: ">") else { return String(line) }
        let tag = line[...tagEnd].replacing("\"transparent\"", with: "\"none\"").replacing(" font-family=\"Arial\"", with: "")
        return String(tag) + line[line.index(after: tagEnd)...]
    }

    private var head: String {
        let description = diagram.subtitle + (diagram.omission.map { ". \($0)" } ?? "") + ". " + diagram.sentence
        return """
            <title id="newsgraph-title">\(XMLText.content(diagram.title))</title>
            <desc id="newsgraph-description">\(XMLText.content(description))</desc>
            <style>\(style)</style>

            """
    }

    private var style: String {
        var rules =
            "text{font-family:Arial,'Liberation Sans',Helvetica,sans-serif}a:focus .actor,.actor:hover path,.actor:hover polygon{stroke-width:2.4}"
        if diagram.theme == .light {
            let pairs = zip(Theme.light.palette.roles, Theme.dark.palette.roles)
            let dark = pairs.map { "[fill=\"\($0.colour)\"]{fill:\($1.colour)}[stroke=\"\($0.colour)\"]{stroke:\($1.colour)}" }
            rules += "@media (prefers-color-scheme:dark){\(dark.joined())}"
        }
        return rules
    }

    /// http, https and fragments; everything else (`javascript:`, `data:`, `file:`) is dropped.
    static func allowed(_ address: String) -> String? {
        let start = address.lowercased()
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
