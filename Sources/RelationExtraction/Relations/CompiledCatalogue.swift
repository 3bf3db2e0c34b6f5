import KnowledgeGraph

/// The catalogue as lines of tab-separated text, which is read in a small part of the time that YAML takes.
///
/// It is made of the YAML files and says from which state of them; examples stay in YAML. `CompiledCatalogueTests` writes it with
/// `RECORD_GOLDEN=1` and fails when it is out of date; then the YAML files are read.
enum CompiledCatalogue {
    static let fileName = "catalogue.tsv"

    /// The lines for these entries, which were read from these files.
    static func text(of entries: [RelationEntry], sources: [String]) -> String {
        var lines = ["newsgraph-relations\t2\t\(fingerprint(sources))"]
        for entry in entries {
            let type = entry.type
            lines.append(
                [
                    "E", type.name, type.relationClass.rawValue, type.label, type.inverseLabel ?? "", type.isSymmetric ? "1" : "0",
                    kinds(entry.from), kinds(entry.to), entry.reachesOwner ?? "", labels(type.labels),
                ].joined(separator: "\t"))
            for trigger in entry.triggers {
                lines.append(
                    [
                        "T", trigger.form.rawValue, trigger.lemmas.joined(separator: "|"), trigger.subject.description,
                        trigger.object.description, trigger.topic?.description ?? "", trigger.isJoint ? "1" : "0",
                        trigger.from.map(kinds) ?? "", trigger.to.map(kinds) ?? "", trigger.mode ?? "", trigger.status?.rawValue ?? "",
                        trigger.unlikelyObjects.sorted().joined(separator: "|"), conditions(trigger.requirements),
                        conditions(trigger.exclusions),
                    ].joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The entries, without their examples; nil when the text was not made of these files.
    static func entries(in text: String, sources: [String]) -> [RelationEntry]? {
        let lines = text.split(separator: "\n" as Character)
        guard lines.first == "newsgraph-relations\t2\t\(fingerprint(sources))" else { return nil }
        var entries: [RelationEntry] = []
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t" as Character, omittingEmptySubsequences: false).map(String.init)
            if let entry = entry(fields) {
                entries.append(entry)
            } else if let trigger = trigger(fields), !entries.isEmpty {
                entries[entries.count - 1].triggers.append(trigger)
            } else {
                return nil
            }
        }
        return entries
    }

    private static func entry(_ fields: [String]) -> RelationEntry? {
        guard fields.count == 10, fields[0] == "E", let relationClass = RelationClass(rawValue: fields[2]),
            let labels = labels(fields[9])
        else { return nil }
        return RelationEntry(
            type: RelationType(
                name: fields[1], relationClass: relationClass, label: fields[3], labels: labels,
                inverseLabel: fields[4].isEmpty ? nil : fields[4], isSymmetric: fields[5] == "1"),
            from: kinds(fields[6]), to: kinds(fields[7]), reachesOwner: fields[8].isEmpty ? nil : fields[8], triggers: [], examples: [])
    }

    private static func trigger(_ fields: [String]) -> Trigger? {
        guard fields.count == 14, fields[0] == "T", let form = Trigger.Form(rawValue: fields[1]), let subject = RolePattern(fields[3]),
            let object = RolePattern(fields[4]), let requirements = conditions(fields[12]), let exclusions = conditions(fields[13])
        else { return nil }
        return Trigger(
            form: form, lemmas: words(fields[2]), subject: subject, object: object, topic: RolePattern(fields[5]),
            isJoint: fields[6] == "1",
            requirements: requirements, exclusions: exclusions, unlikelyObjects: Set(words(fields[11])),
            from: fields[7].isEmpty ? nil : kinds(fields[7]), to: fields[8].isEmpty ? nil : kinds(fields[8]),
            mode: fields[9].isEmpty ? nil : fields[9], status: Status(rawValue: fields[10]))
    }

    /// `de=traf sich mit|fr=a rencontré`.
    private static func labels(_ labels: [String: String]) -> String {
        labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "|")
    }

    private static func labels(_ text: String) -> [String: String]? {
        var labels: [String: String] = [:]
        for part in words(text) {
            let sides = part.split(separator: "=" as Character, maxSplits: 1).map(String.init)
            guard sides.count == 2 else { return nil }
            labels[sides[0]] = sides[1]
        }
        return labels
    }

    private static func kinds(_ kinds: Set<ActorType>) -> String {
        ActorType.allCases.filter { kinds.contains($0) }.map(\.rawValue).joined(separator: "|")
    }

    private static func kinds(_ text: String) -> Set<ActorType> { Set(words(text).compactMap { ActorType(rawValue: $0) }) }

    /// `ARG1=aid|food;with=arm`.
    private static func conditions(_ conditions: [Trigger.Condition]) -> String {
        conditions.map { "\($0.role)=\($0.lemmas.sorted().joined(separator: "|"))" }.joined(separator: ";")
    }

    private static func conditions(_ text: String) -> [Trigger.Condition]? {
        var found: [Trigger.Condition] = []
        for part in text.split(separator: ";" as Character) {
            let sides = part.split(separator: "=" as Character, maxSplits: 1)
            guard sides.count == 2, let role = RolePattern(String(sides[0])) else { return nil }
            found.append(Trigger.Condition(role: role, lemmas: Set(words(String(sides[1])))))
        }
        return found
    }

    private static func words(_ text: String) -> [String] { text.split(separator: "|" as Character).map(String.init) }

    private static func fingerprint(_ sources: [String]) -> String {
        var hash = StableHash()
        for source in sources { hash.add(source) }
        return hash.hexadecimal
    }
}
