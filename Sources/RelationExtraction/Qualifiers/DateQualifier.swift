import KnowledgeGraph
import TextAnalysis

/// When a proposition holds: its own expression of time, one of its clause, the date carried over from before, or the document's.
struct DateQualifier {
    let context: SentenceContext
    let documentDate: CalendarDate?
    /// The day told last, which "two days later" counts from.
    var toldDate: CalendarDate?

    /// The date said in the sentence; nil when it says none.
    func spokenDate(of proposition: Proposition, status: Status) -> StatementDate? {
        let tree = context.tree
        for words in expressions(of: proposition) where !words.isEmpty {
            let forms = words.map { tree[$0].form }
            let last = forms.last?.lowercased() ?? ""
            let isCounted = ["later", "earlier", "before", "afterwards"].contains(last)
            // What is later than a day that is not known has no day.
            if isCounted, toldDate == nil, last != "earlier" { continue }
            guard
                let reading = DateExpression.read(
                    forms, reference: isCounted ? toldDate ?? documentDate : documentDate,
                    isFuture: status == .planned || status == .requested || isAhead(words))
            else { continue }
            let text = tree.text(of: Array(words[reading.words.clamped(to: words.indices)]))
            return StatementDate(start: reading.start, end: reading.end, precision: reading.precision, text: text, source: .text)
        }
        return nil
    }

    /// "for Monday's talks", "ahead of the meeting on Friday": what lies before them is still to come.
    private func isAhead(_ words: [Int]) -> Bool {
        let tree = context.tree
        var current = words.first
        for _ in 0..<4 {
            guard let word = current else { return false }
            if let marker = tree.marker(of: word), ["for", "ahead of", "until", "by"].contains(marker) { return true }
            if tree.isClauseHead(word) { return false }
            current = tree.head(of: word)
        }
        return false
    }

    /// Phrases that may tell when, the nearest first.
    private func expressions(of proposition: Proposition) -> [[Int]] {
        let tree = context.tree
        var found = proposition.arguments("ARGM-TMP").map { withMarker($0.token) }
        var words = [proposition.predicate]
        if let verb = proposition.lightVerb { words.append(verb) }
        found += words.flatMap { times(under: $0) }
        if proposition.kind == .noun {
            // "talks set for Monday", "Monday peace talks"
            found += tree.children(of: proposition.predicate).filter { tree.relation($0) == .acl || tree.relation($0) == .compound }
                .map { tree.branch($0) { _ in true } }
        }
        var word = words.last ?? proposition.predicate
        for _ in 0..<3 {
            guard let governor = tree.head(of: word) else { break }
            switch tree.relation(word) {
            case .obj, .nsubj, .passiveSubject, .obl, .xcomp, .conj, .ccomp, .nmod, .advcl, .acl: break
            default: return found
            }
            if tree.isClauseHead(governor), AttributionQualifier.speechVerbs.contains(tree.lemma(governor)) { return found }
            found += times(under: governor)
            word = governor
        }
        return found
    }

    private func times(under word: Int) -> [[Int]] {
        let tree = context.tree
        return tree.children(of: word).filter { child in
            switch tree.relation(child) {
            case .obl, .unmarkedOblique, .unmarkedNominal, .nmod, .advmod: true
            default: false
            }
        }.map { withMarker($0) }
    }

    private func withMarker(_ token: Int) -> [Int] {
        let tree = context.tree
        return tree.branch(token) { word in
            switch tree.relation(word) {
            case .relativeClause, .acl, .advcl, .conj, .appos: false
            default: true
            }
        }
    }
}
