import KnowledgeGraph
import TextAnalysis

/// Finds names inside other names: "Ana Li" in "Ana Li Foundation", "Lagos" in "Lagos State University", "Baron Li" in "Baron Li Bridge".
///
/// Only what the document also names by itself is found: a country, a place or organization whose name is no common noun, and a person in full
/// or with the same title, since a surname alone may be another's. An organization inside the name of an organization is most often the same.
struct NestedNames {
    let tables: ActorTables
    let trees: [SentenceTree]

    /// The mentions with those inside them, in order.
    func added(to mentions: [Mention]) -> [Mention] {
        let known = known(mentions)
        guard !known.isEmpty else { return mentions }
        let taken = Set(mentions.map { [$0.sentence, $0.head] })
        let inner = mentions.filter { $0.form == .name && $0.type != .person && $0.tokens.count > 1 }.flatMap { outer in
            nested(in: outer, known).filter { !taken.contains([$0.sentence, $0.head]) }
        }
        return (mentions + inner).sorted { ($0.sentence, $0.head) < ($1.sentence, $1.head) }
    }

    /// A name that stands by itself somewhere, after so many words of title.
    private struct Known {
        var mention: Mention
        var titles: Int
    }

    private func known(_ mentions: [Mention]) -> [[String]: Known] {
        let alone = mentions.filter { $0.form == .name && $0.tokens.count == $0.name.count }
        var known: [[String]: Known] = [:]
        for (name, bearers) in Dictionary(grouping: alone, by: \.name) {
            // "Vik" that is now the town, now the company tells nothing of "Vik Works".
            let types = Dictionary(grouping: bearers, by: \.type).mapValues(\.count)
            guard let first = bearers.first(where: { types[$0.type, default: 0] * 2 > bearers.count }), isTelling(first) else { continue }
            known[name] = Known(mention: first, titles: 0)
        }
        for mention in alone {
            guard let title = title(before: mention) else { continue }
            known[[title] + mention.name] = known[[title] + mention.name] ?? Known(mention: mention, titles: 1)
        }
        return known
    }

    private func isTelling(_ mention: Mention) -> Bool {
        switch mention.type {
        case .person: mention.name.count > 1
        case .country: true
        case .place, .organization: mention.name.count > 1 || tables.kind(ofNoun: mention.lemma) == .abstract
        default: false
        }
    }

    /// "Baron" of "Baron Li".
    private func title(before name: Mention) -> String? {
        let tree = trees[name.sentence]
        let before = name.tokens.lowerBound - 1
        guard name.type == .person, before >= 0, tree[before].form.first?.isUppercase == true,
            tables.kind(ofNoun: tree.lemma(before)).may(.person)
        else { return nil }
        return tree[before].form
    }

    /// From left to right, the longest first.
    private func nested(in outer: Mention, _ known: [[String]: Known]) -> [Mention] {
        let tree = trees[outer.sentence]
        var found: [Mention] = []
        var start = outer.tokens.lowerBound
        while start < outer.tokens.upperBound {
            let runs = (start + 1...min(start + longestName, outer.tokens.upperBound)).reversed().lazy.map { start..<$0 }
            let longest = runs.first { words in
                guard words.count < outer.tokens.count, !words.contains(outer.head), let name = known[tree.forms(of: words)] else {
                    return false
                }
                return name.mention.type != .organization || outer.type != .organization
            }
            guard let words = longest, let name = known[tree.forms(of: words)] else {
                start += 1
                continue
            }
            let tokens = words.dropFirst(name.titles)
            var inner = name.mention
            inner.sentence = outer.sentence
            inner.tokens = tokens
            inner.head = tokens.first { token in tree.head(of: token).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
            inner.possessor = nil
            inner.isQuoted = outer.isQuoted
            found.append(inner)
            start = words.upperBound
        }
        return found
    }
}

/// Words of the longest name that is looked for inside another; names as long as a page are no names.
private let longestName = 8

extension SentenceTree {
    fileprivate func forms(of words: Range<Int>) -> [String] { words.map { self[$0].form } }
}
