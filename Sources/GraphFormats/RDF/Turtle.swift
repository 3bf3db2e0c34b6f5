public import KnowledgeGraph

/// The graph as RDF 1.1 Turtle: schema.org for actors, PROV-O for the evidence, terms of our own for statements.
///
/// Every statement is a resource; an actual one also stands as a triple of its own, so that `?a rel:met-with ?b` finds it and
/// nothing denied or planned. Docs/Exports.md has the terms and queries. Source of the syntax: https://www.w3.org/TR/turtle/.
public struct Turtle: GraphFormat {
    public let name = "turtle"
    public let mediaType = "text/turtle; charset=utf-8"
    public let fileExtension = "ttl"
    public let summary = "RDF for triple stores: schema.org, PROV-O and every statement"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        for namespace in RDFNamespace.allCases { output.write("@prefix \(namespace.rawValue): <\(namespace.iri)> .\n") }
        output.write("@base <\(RDFName.base)> .\n")
        RDFDescription(graph: graph).forEachResource { output.write(Self.text(of: $0)) }
    }

    private static func text(of resource: RDFResource) -> String {
        var lines = resource.types.isEmpty ? [] : ["a " + resource.types.map(text(of:)).joined(separator: ", ")]
        lines += resource.properties.map { property, values in
            text(of: property) + " " + values.map(text(of:)).joined(separator: ", ")
        }
        return "\n" + text(of: resource.name) + " " + lines.joined(separator: " ;\n    ") + " .\n"
    }

    private static func text(of name: RDFName) -> String {
        name.namespace.map { "\($0.rawValue):\(name.local)" } ?? "<\(name.local)>"
    }

    private static func text(of value: RDFValue) -> String {
        switch value {
        case .name(let name): text(of: name)
        case .text(let text): quoted(text)
        case .date(let date): "\"\(date)\"^^xsd:date"
        case .decimal(let digits): digits
        case .integer(let number): String(number)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        }
    }

    /// A string with the escapes that Turtle asks for. What a terminal or an editor would obey is escaped too: controls, line
    /// separators and marks that turn the direction of what follows.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: JSONText.mayNeedEscape) else { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.isObeyed:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension GraphFormat where Self == Turtle {
    public static var turtle: Turtle { Turtle() }
}
