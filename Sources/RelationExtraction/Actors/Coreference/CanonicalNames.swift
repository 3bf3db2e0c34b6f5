import KnowledgeGraph

/// Gives every cluster its name, type, aliases and id.
struct CanonicalNames {
    private var taken: [String: Int] = [:]

    /// The actor and all that the document calls it, in order of first use.
    mutating func actor(for cluster: Cluster, _ mentions: [Mention]) -> (Actor, aliases: [String]) {
        let members = cluster.mentions.map { mentions[$0] }.filter { !$0.isPronoun && !($0.isWeak && $0.type == .person) }
        let name = name(of: cluster, members)
        let type = type(of: cluster, members)
        var aliases: [String] = []
        for alias in members.flatMap({ [$0.name.isEmpty ? $0.text : $0.nameText, $0.text] + $0.variants })
        where alias != name && !aliases.contains(alias) && !alias.isEmpty {
            aliases.append(alias)
        }
        if let known = cluster.knownName, known != name, !aliases.contains(known) { aliases.append(known) }
        return (Actor(id: id(Actor.canonicalID(of: name, type)), name: name, type: type), aliases)
    }

    /// Two actors of one document never share an id: the second "person/john-smith" is "person/john-smith-2".
    private mutating func id(_ base: String) -> String {
        taken[base, default: 0] += 1
        guard let count = taken[base], count > 1 else { return base }
        let next = "\(base)-\(count)"
        return taken[next] == nil
            ? {
                taken[next] = 1; return next
            }() : id(next)
    }

    private func name(of cluster: Cluster, _ members: [Mention]) -> String {
        if cluster.isCountry, let country = cluster.country { return country.name }
        if let known = cluster.knownName { return known }
        let named = members.filter(\.isNamed)
        if cluster.type == .person, let fullest = named.max(by: { ($0.name.count, $0.nameText.count) < ($1.name.count, $1.nameText.count) })
        {
            // The first of equally full names; initials are less than a name.
            let full = named.filter { $0.name.count == fullest.name.count && !hasInitial($0) }
            return (full.first ?? fullest).nameText
        }
        // Of equally long names the first. What a headline in capitals calls somebody may have taken a verb with it.
        let texts = named.map(\.text)
        let running = texts.filter { $0.contains(where: \.isLowercase) }
        if let longest = (running.isEmpty ? texts : running).max(by: { $0.count < $1.count }) {
            return (running.isEmpty ? texts : running).first { $0.count == longest.count } ?? longest
        }
        let strong = members.filter { !$0.isWeak && $0.determiner != .demonstrative }
        // "North Korean military" says more than the "military" of a headline.
        return (strong.first { $0.country != nil } ?? strong.first ?? members.first)?.text ?? ""
    }

    private func hasInitial(_ mention: Mention) -> Bool { mention.name.first.map { $0.contains(".") || $0.count == 1 } ?? false }

    private func type(of cluster: Cluster, _ members: [Mention]) -> ActorType {
        if cluster.isCountry { return .country }
        if cluster.isNamed { return cluster.type }
        return (members.first { !$0.isWeak } ?? members.first)?.type ?? cluster.type
    }
}

extension Mention {
    /// The name as written, without what was added to it.
    fileprivate var nameText: String { form == .name && !name.isEmpty ? (type == .person ? text : variants.first ?? text) : text }
}
