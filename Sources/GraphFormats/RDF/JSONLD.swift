public import KnowledgeGraph

/// The graph as JSON-LD 1.1: the same triples as ``Turtle``, for programs that would rather read JSON.
///
/// One object a line in `@graph`; the context stands in the file, so that reading it fetches nothing.
/// Source of the syntax: https://www.w3.org/TR/json-ld11/.
public struct JSONLD: GraphFormat {
    public let name = "jsonld"
    public let mediaType = "application/ld+json"
    public let fileExtension = "jsonld"
    public let summary = "the same RDF as JSON, context included"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        output.write("{\"@context\":\(Self.context),\n\"@graph\":[\n")
        var separator = ""
        RDFDescription(graph: graph).forEachResource { resource in
            output.write(separator + Self.text(of: resource))
            separator = ",\n"
        }
        output.write("\n]}\n")
    }

    private static var context: String {
        var json = JSONText()
        json.object { json in
            json.key("@version") { $0.write(1.1) }
            json.key("@base", RDFName.base)
            for namespace in RDFNamespace.allCases { json.key(escaping: namespace.rawValue) { $0.write(namespace.iri) } }
            for (property, type) in NewsgraphVocabulary.coercions {
                json.key(escaping: text(of: property)) { json in
                    json.object { json in
                        json.key("@id", text(of: property))
                        json.key("@type", type)
                    }
                }
            }
        }
        return json.text
    }

    /// What the context coerces needs no type of its own.
    private static let coerced = Set(NewsgraphVocabulary.coercions.map(\.property))

    private static func text(of resource: RDFResource) -> String {
        var json = JSONText()
        json.object { json in
            json.key("@id", text(of: resource.name))
            if !resource.types.isEmpty { json.key("@type") { json in list(resource.types, in: &json) { $0.write(text(of: $1)) } } }
            for (property, values) in resource.properties {
                json.key(escaping: text(of: property)) { json in
                    list(values, in: &json) { write($1, isCoerced: coerced.contains(property), to: &$0) }
                }
            }
        }
        return json.text
    }

    private static func text(of name: RDFName) -> String {
        name.namespace.map { "\($0.rawValue):\(name.local)" } ?? name.local
    }

    /// One value stands alone, several stand in a list.
    private static func list<Value>(_ values: [Value], in json: inout JSONText, _ body: (inout JSONText, Value) -> Void) {
        if values.count == 1 { body(&json, values[0]) } else { json.array(values, body) }
    }

    private static func write(_ value: RDFValue, isCoerced: Bool, to json: inout JSONText) {
        switch value {
        case .name(let name):
            if isCoerced { return json.write(text(of: name)) }
            json.object { $0.key("@id", text(of: name)) }
        case .text(let text): json.write(text)
        case .date(let date): json.write(date.description)
        case .decimal(let digits): json.write(digits)
        case .integer(let number): json.write(number)
        case .boolean(let isTrue): json.write(isTrue)
        }
    }
}

extension GraphFormat where Self == JSONLD {
    public static var jsonLD: JSONLD { JSONLD() }
}
