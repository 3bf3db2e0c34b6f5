import KnowledgeGraph

/// A name of the RDF graph: a term of a vocabulary, or one of ours for what the graph speaks of.
///
/// `local` holds only what may stand in an IRI, in a Turtle local name and in a JSON string as it is.
struct RDFName: Hashable, Sendable {
    /// nil for what the graph speaks of: `local` is then relative to ``base``.
    var namespace: RDFNamespace?
    var local: String

    /// What the graph speaks of stands below this address: names, nothing that can be fetched.
    static let base = "https://w3id.org/newsgraph/"

    init(_ namespace: RDFNamespace, _ local: String) {
        self.namespace = namespace
        self.local = local
    }

    /// A page of the web, by an address that ``WebAddress`` passed.
    init(address: String) {
        local = address
    }

    private init(path: String) {
        local = path
    }

    /// A relation type as a property, such as `rel:met-with`.
    static func relation(_ name: String) -> RDFName {
        let encoded = PercentEncoding.encoded(name, keeping: [0x2D])
        // A local name of Turtle does not begin with a hyphen.
        return RDFName(.relation, encoded.hasPrefix("-") ? "%2D" + encoded.dropFirst() : encoded)
    }

    static func actor(_ id: Actor.ID) -> RDFName { RDFName(path: "actor/" + path(id)) }
    static func document(_ id: String) -> RDFName { RDFName(path: "document/" + path(id)) }
    static func publisher(_ name: String) -> RDFName { RDFName(path: "publisher/" + path(name)) }
    static func rule(_ name: String) -> RDFName { RDFName(path: "rule/" + path(name)) }
    static func statement(_ id: Statement.ID) -> RDFName { RDFName(path: "statement/" + path(id)) }

    /// A part of something, such as `document/briefing#bytes-17-242`.
    func part(_ fragment: String) -> RDFName { RDFName(path: local + "#" + fragment) }

    /// Different ids give different paths, and none that resolving against a base would shorten (RFC 3986, 5.2.4).
    private static func path(_ id: String) -> String {
        PercentEncoding.encoded(id, keeping: isShortenable(id) ? [0x2D] : [0x2D, 0x2E, 0x2F])
    }

    /// Whether a segment between slashes is empty or all dots.
    private static func isShortenable(_ id: String) -> Bool {
        var isOnlyDots = true
        for byte in id.utf8 {
            if byte == 0x2F, isOnlyDots { return true }
            isOnlyDots = byte == 0x2F || (isOnlyDots && byte == 0x2E)
        }
        return isOnlyDots
    }
}

/// The vocabularies that the export uses, by their usual prefixes.
enum RDFNamespace: String, CaseIterable, Sendable {
    case rdf, rdfs, owl, xsd, prov, schema
    case newsgraph = "ng"
    case relation = "rel"

    var iri: String {
        switch self {
        case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
        case .owl: "http://www.w3.org/2002/07/owl#"
        case .xsd: "http://www.w3.org/2001/XMLSchema#"
        case .prov: "http://www.w3.org/ns/prov#"
        case .schema: "https://schema.org/"
        case .newsgraph: RDFName.base + "ns#"
        // Relation types are the user's to name: a relation "status" must not be our term "status".
        case .relation: RDFName.base + "relation#"
        }
    }
}

/// What a property says of something.
enum RDFValue: Sendable {
    case name(RDFName)
    case text(String)
    case date(CalendarDate)
    /// Digits as xsd:decimal has them.
    case decimal(String)
    case integer(Int)
    case boolean(Bool)

    /// Text without NUL, which most RDF software cannot hold.
    static func cleaned(_ text: String) -> RDFValue {
        .text(text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text)
    }

    /// xsd:decimal knows neither exponents nor infinity: nil for what is not finite.
    static func decimal(_ value: Double) -> RDFValue? {
        guard value.isFinite else { return nil }
        let parts = value.description.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return .decimal(value.description) }
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
        let digits = mantissa.joined()
        let point = mantissa[0].count + exponent
        if point <= 0 { return .decimal("\(sign)0.\(String(repeating: "0", count: -point))\(digits)") }
        let padded = digits + String(repeating: "0", count: max(0, point - digits.count))
        let whole = padded.prefix(point)
        let fraction = padded.dropFirst(point)
        return .decimal("\(sign)\(whole).\(fraction.isEmpty ? "0" : fraction)")
    }
}

/// Something and what is said of it: the unit in which the graph is written.
struct RDFResource: Sendable {
    var name: RDFName
    var types: [RDFName]
    /// In the order they are written; values of one property stand together.
    private(set) var properties: [(property: RDFName, values: [RDFValue])] = []

    init(_ name: RDFName, _ types: RDFName...) {
        self.name = name
        self.types = types
    }

    /// Nothing is said where there is no value.
    mutating func add(_ property: RDFName, _ values: [RDFValue]) {
        if !values.isEmpty { properties.append((property, values)) }
    }

    mutating func add(_ property: RDFName, _ value: RDFValue?) {
        if let value { properties.append((property, [value])) }
    }

    mutating func add(_ property: RDFName, text: String?) {
        if let text { properties.append((property, [.cleaned(text)])) }
    }
}
