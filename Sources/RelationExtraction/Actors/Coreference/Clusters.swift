import KnowledgeGraph

/// Mentions that stand for one actor, and what is known of it by them.
struct Cluster: Sendable {
    /// In order of the text.
    var mentions: [Int]
    var type: ActorType
    var gender: Gender?
    var likelyGender: Gender?
    var isPlural: Bool
    /// Some mention is plural in form.
    var hasPluralForm = false
    var roles: [Role] = []
    var country: Country?
    var isCountry = false
    var isNamed = false
    /// The usual name of a well-known organization.
    var knownName: String?
}

/// The clusters of a document while mentions are being brought together.
struct Clusters: Sendable {
    /// Nil once merged into another.
    private(set) var all: [Cluster?] = []
    private var ofMention: [Int?]

    init(mentions: Int) {
        ofMention = Array(repeating: nil, count: mentions)
    }

    func id(of mention: Int) -> Int? { ofMention[mention] }

    subscript(id: Int) -> Cluster {
        guard let cluster = all[id] else { preconditionFailure("a merged cluster is never looked up by its old number") }
        return cluster
    }

    func cluster(of mention: Int) -> Cluster? { ofMention[mention].map { self[$0] } }

    /// A new cluster with this mention alone.
    @discardableResult
    mutating func start(_ index: Int, _ mention: Mention) -> Int {
        if let id = ofMention[index] { return id }
        all.append(
            Cluster(
                mentions: [index], type: mention.type, gender: mention.gender, likelyGender: mention.likelyGender,
                isPlural: mention.isPlural,
                hasPluralForm: mention.hasPluralForm, country: mention.country,
                isCountry: mention.isCountry, isNamed: mention.isNamed))
        ofMention[index] = all.count - 1
        return all.count - 1
    }

    /// Puts a mention, with all it was together with, into a cluster.
    mutating func join(_ index: Int, _ mention: Mention, to id: Int) {
        guard let old = ofMention[index] else {
            ofMention[index] = id
            update(id) { $0.add(index, mention) }
            return
        }
        merge(old, into: id)
    }

    mutating func merge(_ old: Int, into id: Int) {
        guard old != id, let moved = all[old] else { return }
        for mention in moved.mentions { ofMention[mention] = id }
        all[old] = nil
        update(id) { $0.absorb(moved) }
    }

    mutating func update(_ id: Int, _ change: (inout Cluster) -> Void) {
        guard var cluster = all[id] else { return }
        all[id] = nil
        change(&cluster)
        all[id] = cluster
    }
}

extension Cluster {
    fileprivate mutating func add(_ index: Int, _ mention: Mention) {
        mentions.insert(index, at: mentions.firstIndex { $0 > index } ?? mentions.endIndex)
        if mention.isNamed, !isNamed {
            type = mention.type
            isPlural = mention.isPlural
        }
        isNamed = isNamed || mention.isNamed
        isCountry = isCountry || mention.isCountry
        hasPluralForm = hasPluralForm || mention.hasPluralForm && !mention.isCountry
        country = country ?? mention.country
        gender = gender ?? mention.gender
        likelyGender = likelyGender ?? mention.likelyGender
    }

    fileprivate mutating func absorb(_ other: Cluster) {
        mentions = (mentions + other.mentions).sorted()
        // "Central Tea Company (CTC)": what the letters stand for elsewhere is not its name.
        if !isNamed || !other.isNamed { knownName = knownName ?? other.knownName }
        if other.isNamed, !isNamed {
            type = other.type
            isPlural = other.isPlural
        }
        isNamed = isNamed || other.isNamed
        isCountry = isCountry || other.isCountry
        hasPluralForm = hasPluralForm || other.hasPluralForm && !other.isCountry
        country = country ?? other.country
        gender = gender ?? other.gender
        likelyGender = likelyGender ?? other.likelyGender
        roles += other.roles.filter { !roles.contains($0) }
    }
}
