import Foundation

/// Reads a file with a strict reader of its format and gives all the texts that it holds, decoded.
///
/// Which reader is told by the end of the file's name. One that is not known here is an error, so that no format goes untested.
enum StrictReader {
    static func texts(in text: String, of file: String) throws -> [String] {
        switch file.split(separator: ".").last {
        case "jsonl": try jsonLines(text)
        case "json" where file.hasSuffix("ftm.json"): try jsonLines(text)
        case "json", "cyjs": try strings(in: json(text))
        case "jsonld": try JSONLDReader.triples(in: text).flatMap(texts(of:))
        case "ttl": try TurtleReader.triples(in: text).flatMap(texts(of:))
        case "graphml", "gexf", "xml": try strings(in: XMLTree(parsing: text))
        case "csv": try table(CSVCells.texts(text))
        case "tsv": try table(lines(text).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) })
        case "mmd": try MermaidReader(text).labels
        case "dot": try DOTReader.labels(in: text)
        default: throw SyntaxError(description: "no strict reader for \(file)")
        }
    }

    private static func texts(of triple: Triple) throws -> [String] {
        guard isIRI(triple.subject), isIRI(triple.property) else { throw SyntaxError(description: "no IRI: \(triple.subject.prefix(80))") }
        switch triple.object {
        case .iri(let iri):
            guard isIRI(iri) else { throw SyntaxError(description: "no IRI: \(iri.prefix(80))") }
            return []
        case .literal(let text, _): return [text]
        }
    }

    private static func lines(_ text: String) throws -> [String] {
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard lines.popLast() == "" else { throw SyntaxError(description: "the last line has no end") }
        return lines
    }

    private static func jsonLines(_ text: String) throws -> [String] { try lines(text).flatMap { strings(in: try json($0)) } }

    private static func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    private static func strings(in value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(strings(in:))
        case let object as [String: Any]: object.values.flatMap(strings(in:))
        default: []
        }
    }

    private static func strings(in element: XMLTree) -> [String] {
        [element.text] + element.attributes.values + element.children.flatMap(strings(in:))
    }

    private static func table(_ rows: [[String]]) throws -> [String] {
        guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else {
            throw SyntaxError(description: "rows of different widths: \(rows.map(\.count))")
        }
        return rows.flatMap(\.self)
    }
}

/// A strict reader of the DOT that we write, by code points as Graphviz is: statements of names and attribute lists, HTML-like labels that
/// are well-formed XML.
enum DOTReader {
    /// The text of each label.
    static func labels(in text: String) throws -> [String] {
        var labels: [String] = []
        guard text.hasPrefix("digraph newsgraph {\n"), text.hasSuffix("}\n") else { throw SyntaxError(description: "no digraph") }
        for line in text.dropFirst("digraph newsgraph {\n".count).dropLast(2).split(separator: "\n") {
            let statement = #/ +(?:subgraph \w+ \{|\}|(?:\w+(?: -> \w+)?|graph|node|edge) \[(.*)\];)/#.matchingSemantics(.unicodeScalar)
            guard let match = line.wholeMatch(of: statement) else {
                throw SyntaxError(description: "no statement of DOT: \(line.prefix(200))")
            }
            if let attributes = match.1 { labels += try self.labels(ofAttributes: attributes) }
        }
        return labels
    }

    private static func labels(ofAttributes text: Substring) throws -> [String] {
        var labels: [String] = []
        var rest = text
        while !rest.isEmpty {
            guard let name = rest.prefixMatch(of: #/(?:, )?\w+=/#.matchingSemantics(.unicodeScalar)) else {
                throw SyntaxError(description: "no attribute: \(rest.prefix(80))")
            }
            rest = rest[name.range.upperBound...]
            if rest.unicodeScalars.first == "<" {
                let label = try html(&rest)
                labels.append(flat(try XMLTree(parsing: "<label>" + label + "</label>")))
            } else if let value = rest.prefixMatch(of: #/"(?:[^"\\]|\\.)*"/#.matchingSemantics(.unicodeScalar)) {
                rest = rest[value.range.upperBound...]
            } else {
                throw SyntaxError(description: "no value: \(rest.prefix(80))")
            }
        }
        return labels
    }

    /// Takes `<…>` up to the bracket that closes it, as Graphviz counts them.
    private static func html(_ rest: inout Substring) throws -> String {
        let scalars = rest.unicodeScalars
        var depth = 0
        for index in scalars.indices {
            if scalars[index] == "<" { depth += 1 }
            if scalars[index] == ">" { depth -= 1 }
            guard depth == 0 else { continue }
            rest = Substring(scalars[scalars.index(after: index)...])
            return String(scalars[scalars.index(after: scalars.startIndex)..<index])
        }
        throw SyntaxError(description: "a label without end")
    }

    private static func flat(_ element: XMLTree) -> String { element.text + element.children.map(flat).joined(separator: " ") }
}
