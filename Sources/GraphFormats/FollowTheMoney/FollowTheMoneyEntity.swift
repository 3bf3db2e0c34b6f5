import KnowledgeGraph

/// An entity being filled: an id, a schema, and properties that each hold a list of strings.
struct FollowTheMoneyEntity {
    var id: String
    var schema: String
    private var properties: [(name: String, values: [String])] = []

    init(id: String, schema: String) {
        self.id = id
        self.schema = schema
    }

    init(article document: DocumentDetails) {
        self.init(id: FollowTheMoneyID.text("document", document.id), schema: "Article")
        add("fileName", document.id)
        add("title", document.title)
        add("publishedAt", document.date?.description)
        add("publisher", document.source)
        add("sourceUrl", address: document.url)
    }

    init(actor: GraphRegister.Entry) {
        self.init(id: FollowTheMoneyID.actor(actor.id), schema: Self.schema(of: actor.type))
        let name = actor.name
        let shown = Self.clean(name, longest: Self.longestName)
        // Quotes around a name are taken off by FollowTheMoney, and an entity needs a name.
        let isNamed = shown.contains { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        add("name", [isNamed ? name : "(no name)"], longest: Self.longestName)
        add("alias", actor.aliases, longest: Self.longestName)
        if schema == "Address" { add("full", [isNamed ? name : "(no name)"], longest: 250) }
        // What a name cannot hold.
        if name.unicodeScalars.count > Self.longestName { add("description", name) }
    }

    mutating func add(_ property: String, _ value: String?) {
        add(property, value.map { [$0] } ?? [], longest: Self.longTexts.contains(property) ? 65_000 : 1_024)
    }

    mutating func add(_ property: String, texts: [String]) {
        add(property, texts, longest: 65_000)
    }

    mutating func add(_ property: String, address: String?) {
        // Cut off, an address leads elsewhere.
        guard let uri = address.flatMap(WebAddress.uri), uri.utf8.count <= 4_096 else { return }
        add(property, [uri], longest: 4_096)
    }

    /// The entity as a line of JSON, with the line break.
    var line: String {
        var json = JSONText()
        json.object { json in
            json.key("id", id)
            json.key("schema", schema)
            json.key("properties") { json in
                json.object { json in
                    for (name, values) in properties {
                        json.key(escaping: name) { $0.array(values) { $0.write($1) } }
                    }
                }
            }
        }
        return json.text + "\n"
    }

    /// For an actor of which nothing is known but that it speaks, a person or an organisation.
    static func schema(of type: ActorType?) -> String {
        switch type {
        case .person: "Person"
        case .organization: "Organization"
        // A country acts through its government.
        case .country: "PublicBody"
        case .group, nil: "LegalEntity"
        case .event: "Event"
        case .place: "Address"
        case .facility, .thing: "Asset"
        }
    }

    /// The lengths that the model of version 4.11 checks, in code points.
    private static let longestName = 384
    private static let longTexts: Set<String> = ["summary", "description"]

    private mutating func add(_ property: String, _ values: [String], longest: Int) {
        let cleaned = values.map { Self.clean($0, longest: longest) }.filter { !$0.allSatisfy(\.isWhitespace) }
        if !cleaned.isEmpty { properties.append((property, cleaned)) }
    }

    /// FollowTheMoney holds no control characters.
    private static func clean(_ text: String, longest: Int) -> String {
        if text.utf8.count <= longest, !text.utf8.contains(where: JSONText.mayNeedEscape) { return text }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars where !scalar.isObeyed || scalar.properties.isWhitespace {
            if count == longest {
                result.removeLast()
                result.append("…")
                break
            }
            result.append(scalar.isObeyed ? " " : scalar)
            count += 1
        }
        return String(result)
    }
}

/// Ids as FollowTheMoney allows them: ASCII letters, digits, hyphens and dots, a letter or digit at both ends, at most 200.
enum FollowTheMoneyID {
    static func actor(_ id: Actor.ID) -> String { text("actor", id) }

    /// Different ids give different texts: every other byte is written as `.2f`.
    ///
    /// An id that would be longer than 200 is cut and ends in a hash, which keeps apart what was not made to collide.
    static func text(_ kind: String, _ id: String) -> String {
        guard !id.isEmpty else { return kind }
        var text = kind + "."
        for byte in id.utf8 {
            let isKept = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            if isKept {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += (byte < 16 ? ".0" : ".") + String(byte, radix: 16)
            }
        }
        if text.hasSuffix("-") { text = text.dropLast() + ".2d" }
        guard text.utf8.count > 200 else { return text }
        return text.prefix(160) + ".." + String(hash(id), radix: 16)
    }

    /// FNV-1a with 128 bits (RFC 9923).
    private static func hash(_ text: String) -> UInt128 {
        text.utf8.reduce(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d) { ($0 ^ UInt128($1)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    }
}
