import TextAnalysis

/// Whose office a title is that names no owner.
extension ActorSearch {
    /// The country of an office that names no owner: the only one of the sentence but those with officers of their own ("Norway's premier"), where
    /// it stands for itself or before one of its bodies ("the US State Department"), not before another noun ("the Iran arms deal").
    ///
    /// "Norway Fish Board (NFB) president Vik", however it hangs together, is the board's.
    func impliedCountry(of frame: EventFrame) -> [Found] {
        if let body = body(before: frame.proposition.predicate) {
            return kinds.contains(context.actor(body).type) ? [Found(mention: body, directness: 0.8)] : []
        }
        let countries = context.allMentions.filter { mention in
            guard context.actor(mention).type == .country else { return false }
            return !context.propositions.contains { other in
                guard other.predicate != frame.proposition.predicate else { return false }
                switch other.kind {
                case .possessive: return isOffice(other.predicate) && other.arguments("ARG0").contains { $0.token == mention.head }
                case .title, .apposition, .copula: return other.arguments("ARG3").contains { $0.token == mention.head }
                case .verb, .noun, .adjective, .lightVerb: return false
                }
            }
        }
        let named = countries.first { country in
            // "President X regretted Norway's law": nor need he here.
            if context.propositions.contains(where: { $0.kind == .possessive && $0.arguments("ARG0").contains { $0.token == country.head } }
            ) {
                return false
            }
            // "Minister X flew to Norway": he need not be Norway's.
            let relation = tree.relation(country.head)
            if relation.isOblique || relation == .obj || relation == .iobj { return false }
            guard [.compound, .amod].contains(tree.relation(country.head)), let noun = tree.head(of: country.head) else { return true }
            return context.mention(at: noun).map { context.actor($0).type == .organization } ?? false
        }
        guard kinds.contains(.country), let named, countries.allSatisfy({ $0.actor == named.actor }) else { return [] }
        return [Found(mention: named, directness: 0.6)]
    }

    /// The named organisation right before a title, with its acronym or not.
    private func body(before title: Int) -> ActorMention? {
        var before = title - 1
        while before >= 0, tree.head(of: before) == title || tree.head(of: before) == tree.head(of: title),
            [.compound, .amod, .descriptor].contains(tree.relation(before)), context.mention(at: before)?.form != .name
        {
            before -= 1
        }
        if before > 2, [")", ">"].contains(tree[before].form) { before -= 3 }
        guard before >= 0, let body = context.mention(at: before), body.form == .name, context.actor(body).type == .organization,
            ![.obj, .iobj].contains(tree.relation(body.head))
        else { return nil }
        return body
    }

    /// Whether a noun stands for somebody: "minister", "officials".
    private func isOffice(_ noun: Int) -> Bool {
        context.mention(at: noun).map { [.person, .group].contains(context.actor($0).type) } ?? false
    }
}
