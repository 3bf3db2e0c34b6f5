import KnowledgeGraph
import Yams

/// Reads a YAML file of the relation catalogue; `Docs` and the files' own headers describe the form.
struct CatalogueParser {
    let file: String

    /// The entries of one file, in order.
    func entries(in yaml: String) throws -> [RelationEntry] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw CatalogueError(file: file, line: line(of: error), message: "not YAML: \(error)")
        }
        guard let root else { return [] }
        let top = try Fields(root, known: ["class", "relations"], parser: self)
        let name = try top.requiredString("class")
        guard let relationClass = RelationClass(rawValue: name.value) else {
            throw failure(name.node, unknown("class", name.value, known: RelationClass.allCases.map(\.rawValue)))
        }
        return try top.list("relations").map { try entry($0, relationClass) }
    }

    func failure(_ node: Node, _ message: String) -> CatalogueError {
        CatalogueError(file: file, line: node.mark?.line, column: node.mark?.column, message: message)
    }

    private func entry(_ node: Node, _ relationClass: RelationClass) throws -> RelationEntry {
        let fields = try Fields(
            node,
            known: [
                "relation", "label", "labels", "inverse", "symmetric", "from", "to", "reaches-owner", "subject", "object", "topic",
                "joint", "triggers", "examples",
            ], parser: self)
        let name = try fields.requiredString("relation").value
        let isSymmetric = try fields.bool("symmetric") ?? false
        let type = RelationType(
            name: name, relationClass: relationClass, label: try fields.string("label") ?? name.replacing("-", with: " "),
            labels: try fields.texts("labels"), inverseLabel: isSymmetric ? nil : try fields.string("inverse"), isSymmetric: isSymmetric)
        let defaults = Defaults(
            subject: try fields.pattern("subject"), object: try fields.pattern("object"), topic: try fields.pattern("topic"),
            isJoint: try fields.bool("joint") ?? isSymmetric)
        return RelationEntry(
            type: type, from: try fields.kinds("from") ?? Self.actors, to: try fields.kinds("to") ?? Self.actors,
            reachesOwner: try fields.string("reaches-owner").map { $0 == "true" ? name : $0 },
            triggers: try fields.list("triggers").map { try trigger($0, defaults) },
            examples: try fields.list("examples").map(example))
    }

    /// What an entry says for all of its triggers.
    private struct Defaults {
        var subject, object, topic: RolePattern?
        var isJoint: Bool
    }

    private func trigger(_ node: Node, _ defaults: Defaults) throws -> Trigger {
        let forms = Trigger.Form.allCases.map(\.rawValue)
        let fields = try Fields(
            node, known: forms + ["subject", "object", "topic", "joint", "when", "unless", "not", "from", "to", "mode", "status"],
            parser: self)
        let present = Trigger.Form.allCases.filter { fields[$0.rawValue] != nil }
        guard let form = present.first, present.count == 1 else {
            throw failure(node, "a trigger needs one of \(forms.joined(separator: ", "))")
        }
        let words = try fields.words(form.rawValue)
        let (subject, object) = Self.defaultRoles(form)
        return Trigger(
            form: form, lemmas: form == .phrases ? words.flatMap(Self.expanded) : words,
            subject: try fields.pattern("subject") ?? defaults.subject ?? subject,
            object: try fields.pattern("object") ?? defaults.object ?? object,
            topic: try fields.pattern("topic") ?? defaults.topic, isJoint: try fields.bool("joint") ?? defaults.isJoint,
            requirements: try fields.conditions("when"), exclusions: try fields.conditions("unless"),
            unlikelyObjects: Set(try fields.words("not")), from: try fields.kinds("from"),
            to: try fields.kinds("to"), mode: try fields.string("mode"), status: try fields.status("status"))
    }

    private func example(_ node: Node) throws -> RelationExample {
        let fields = try Fields(node, known: ["text", "finds"], parser: self)
        return RelationExample(
            text: try fields.requiredString("text").value, finds: try fields.words("finds"), line: node.mark?.line ?? 0)
    }

    private func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    /// Whoever can act of his own accord.
    static let actors: Set<ActorType> = [.person, .country, .organization, .group]

    private static func defaultRoles(_ form: Trigger.Form) -> (subject: RolePattern, object: RolePattern) {
        switch form {
        case .verbs, .phrases: (pattern("ARG0"), pattern("ARG1 | ARG2"))
        case .nouns: (pattern("ARG0 | by | owner"), pattern("ARG1 | on | against | of"))
        case .adjectives: (pattern("ARG0 | ARG1"), pattern("ARG1 | ARG2 | for | of | to"))
        case .titles: (pattern("ARG1 | ARG0"), pattern("owner | of | for | country"))
        }
    }

    private static func pattern(_ text: String) -> RolePattern {
        guard let pattern = RolePattern(text) else { preconditionFailure("the default pattern \(text) is well-formed") }
        return pattern
    }

    /// Every combination of the alternatives: "hold|carry_out talk|meeting" is four phrases; an underscore keeps words together.
    private static func expanded(_ phrase: String) -> [String] {
        phrase.split(separator: " " as Character).reduce([""]) { beginnings, word in
            let alternatives = word.split(separator: "|" as Character).map { String($0).replacing("_", with: " ") }
            return beginnings.flatMap { start in alternatives.map { start.isEmpty ? $0 : "\(start) \($0)" } }
        }
    }
}

/// The keys of a YAML mapping, each known; reading one of the wrong kind is an error with its place.
private struct Fields {
    private let node: Node
    private let parser: CatalogueParser
    private var values: [String: Node] = [:]

    init(_ node: Node, known: [String], parser: CatalogueParser) throws {
        self.node = node
        self.parser = parser
        guard let mapping = node.mapping else { throw parser.failure(node, "expected \"key: value\" pairs") }
        for (key, value) in mapping {
            guard let name = key.string, known.contains(name) else {
                throw parser.failure(key, unknown("key", key.string ?? "", known: known))
            }
            values[name] = value
        }
    }

    subscript(key: String) -> Node? { values[key] }

    func string(_ key: String) throws -> String? {
        guard let value = values[key] else { return nil }
        guard let text = value.scalar?.string else { throw parser.failure(value, "\"\(key)\" must be a text") }
        return text
    }

    func requiredString(_ key: String) throws -> (value: String, node: Node) {
        guard let text = try string(key), let value = values[key] else { throw parser.failure(node, "\"\(key)\" is missing") }
        return (text, value)
    }

    /// Texts by the name of each.
    func texts(_ key: String) throws -> [String: String] {
        guard let value = values[key] else { return [:] }
        guard let mapping = value.mapping else { throw parser.failure(value, "\"\(key)\" must be \"name: text\" pairs") }
        return try mapping.reduce(into: [:]) { texts, pair in
            guard let name = pair.key.string, let text = pair.value.scalar?.string else {
                throw parser.failure(pair.value, "\"\(key)\" must be \"name: text\" pairs")
            }
            texts[name] = text
        }
    }

    func bool(_ key: String) throws -> Bool? {
        guard let value = values[key] else { return nil }
        switch value.scalar?.string {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw parser.failure(value, "\"\(key)\" must be true or false")
        }
    }

    func list(_ key: String) throws -> [Node] {
        guard let value = values[key] else { return [] }
        guard let sequence = value.sequence else { throw parser.failure(value, "\"\(key)\" must be a list") }
        return Array(sequence)
    }

    func words(_ key: String) throws -> [String] {
        try list(key).map { item in
            guard let text = item.scalar?.string else { throw parser.failure(item, "\"\(key)\" must be a list of texts") }
            return text
        }
    }

    func pattern(_ key: String) throws -> RolePattern? {
        guard let text = try string(key), let value = values[key] else { return nil }
        guard let pattern = RolePattern(text) else {
            throw parser.failure(value, "\"\(text)\" is no role pattern, such as \"ARG2 | with | in ARG1\"")
        }
        return pattern
    }

    /// `actor`, `any`, or kinds of actors, as one word or a list.
    func kinds(_ key: String) throws -> Set<ActorType>? {
        guard let value = values[key] else { return nil }
        let names = value.scalar.map { [$0.string] } ?? []
        return try (names.isEmpty ? words(key) : names).reduce(into: []) { kinds, name in
            switch name {
            case "actor": kinds.formUnion(CatalogueParser.actors)
            case "any": kinds.formUnion(ActorType.allCases)
            default:
                guard let kind = ActorType(rawValue: name) else {
                    throw parser.failure(
                        value, unknown("kind of actor", name, known: ["actor", "any"] + ActorType.allCases.map(\.rawValue)))
                }
                kinds.insert(kind)
            }
        }
    }

    func status(_ key: String) throws -> Status? {
        guard let text = try string(key), let value = values[key] else { return nil }
        guard let status = Status(rawValue: text) else {
            throw parser.failure(value, unknown("status", text, known: Status.allCases.map(\.rawValue)))
        }
        return status
    }

    func conditions(_ key: String) throws -> [Trigger.Condition] {
        guard let value = values[key] else { return [] }
        guard let mapping = value.mapping else { throw parser.failure(value, "\"\(key)\" must map roles to lists of lemmas") }
        return try mapping.map { role, lemmas in
            guard let pattern = RolePattern(role.string ?? "") else {
                throw parser.failure(role, "\"\(role.string ?? "")\" is no role pattern")
            }
            guard let words = lemmas.sequence?.compactMap({ $0.scalar?.string }), !words.isEmpty else {
                throw parser.failure(lemmas, "expected a list of lemmas")
            }
            return Trigger.Condition(role: pattern, lemmas: Set(words))
        }
    }
}
