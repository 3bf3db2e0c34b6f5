import KnowledgeGraph

/// Organizations that the document names, for descriptions that repeat a name in other letters or in short.
///
/// "Indonesian navy" is the "Indonesian Navy"; "Iraqi forces" are the "Iraqi Security Forces" where no other Iraqi forces are named.
struct KnownBodies {
    private var byText: [String: Int] = [:]
    /// By country and head word; nil where several are alike.
    private var byCountry: [String: Int?] = [:]

    init(_ document: DocumentMentions, _ clusters: Clusters) {
        for (index, mention) in document.mentions.enumerated() where mention.form == .name && mention.type != .person && !mention.isCountry
        {
            guard let id = clusters.id(of: index) else { continue }
            byText[folded(mention.text)] = byText[folded(mention.text)] ?? id
            guard mention.type == .organization, let code = mention.country?.code else { continue }
            let key = "\(code) \(mention.lemma)"
            if let known = byCountry[key] { byCountry[key] = known == id ? id : .some(nil) } else { byCountry[key] = id }
        }
    }

    func cluster(for mention: Mention) -> Int? {
        guard mention.determiner != .indefinite, mention.form == .description else { return nil }
        let isName = mention.text.contains(" ") || mention.text.first?.isUppercase == true && mention.determiner == .bare
        if isName, let id = byText[folded(mention.text)] { return id }
        guard mention.kind.first == .organization, mention.modifiers.count == 1, let code = mention.country?.code else { return nil }
        return byCountry["\(code) \(mention.lemma)"] ?? nil
    }
}
