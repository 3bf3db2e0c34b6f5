import Foundation

/// A reader of flat JSON-LD: one object a resource in `@graph`, a context that names prefixes and datatypes
/// (https://www.w3.org/TR/json-ld11-api/#expansion).
struct JSONLDReader {
    private var prefixes: [String: String] = [:]
    private var datatypes: [String: String] = [:]
    private var base = ""

    private static let xsd = "http://www.w3.org/2001/XMLSchema#"
    private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    static func triples(in text: String) throws -> [Triple] {
        guard let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let context = document["@context"] as? [String: Any], let graph = document["@graph"] as? [[String: Any]]
        else { throw SyntaxError(description: "@context and @graph expected") }
        var reader = JSONLDReader()
        for (key, value) in context {
            switch value {
            case let iri as String where key == "@base": reader.base = iri
            case let iri as String: reader.prefixes[key] = iri
            case let definition as [String: String]: reader.datatypes[key] = definition["@type"]
            default: guard key == "@version" else { throw SyntaxError(description: "unexpected \(key) in the context") }
            }
        }
        return try graph.flatMap(reader.triples(of:))
    }

    private func triples(of object: [String: Any]) throws -> [Triple] {
        guard let id = object["@id"] as? String else { throw SyntaxError(description: "no @id in \(object.keys.sorted())") }
        let subject = try iri(id)
        return try object.filter { $0.key != "@id" }.flatMap { key, value in
            try (value as? [Any] ?? [value]).map { value in
                if key == "@type" {
                    return Triple(subject: subject, property: Self.type, object: .iri(try iri(value as? String)))
                }
                return Triple(subject: subject, property: try iri(key), object: try term(value, datatype: datatypes[key]))
            }
        }
    }

    private func term(_ value: Any, datatype: String?) throws -> Triple.Term {
        switch value {
        case let text as String:
            guard let datatype else { return .literal(text, datatype: Self.xsd + "string") }
            return datatype == "@id" ? .iri(try iri(text)) : .literal(text, datatype: try iri(datatype))
        case let reference as [String: String]: return .iri(try iri(reference["@id"]))
        case let number as NSNumber where String(cString: number.objCType) == "c":
            return .literal(number.boolValue ? "true" : "false", datatype: Self.xsd + "boolean")
        case let number as NSNumber where number.doubleValue == Double(number.intValue):
            return .literal(String(number.intValue), datatype: Self.xsd + "integer")
        default: throw SyntaxError(description: "unexpected value \(value)")
        }
    }

    private func iri(_ text: String?) throws -> String {
        guard let text, isIRI(text.contains(":") ? text : "x:" + text) else {
            throw SyntaxError(description: "no IRI: \(text ?? "nothing")")
        }
        guard let colon = text.firstIndex(of: ":") else { return base + text }
        guard let namespace = prefixes[String(text[..<colon])] else {
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else { throw SyntaxError(description: "unknown prefix: \(text)") }
            return text
        }
        return namespace + text[text.index(after: colon)...]
    }
}
