import TextAnalysis

/// Roles of one predicate while they are being collected: learned ones first, then what the tree adds.
struct RoleSlots {
    struct Slot {
        var token: Int
        var role: String
        var score: Float = 0
        var marker: String?
        var markerIsFixed = false
        /// Further words that belong to it: a continuation after an interruption.
        var continuation: [Int] = []
    }

    private(set) var slots: [Slot] = []

    func token(of role: String) -> Int? { slots.first { $0.role == role }?.token }

    func role(of token: Int) -> String? { slots.first { $0.token == token }?.role }

    func has(role: String) -> Bool { slots.contains { $0.role == role } }

    func has(token: Int) -> Bool { slots.contains { $0.token == token } }

    /// Adds a slot unless its word has a role already.
    mutating func add(_ token: Int, _ role: String, score: Float = 0, marker: String? = nil, markerIsFixed: Bool = false) {
        guard !has(token: token) else { return }
        slots.append(Slot(token: token, role: role, score: score, marker: marker, markerIsFixed: markerIsFixed))
    }

    /// Gives the word the first of these roles that nothing has yet; the last one when all are taken.
    mutating func add(_ token: Int, firstFreeOf roles: [String], score: Float = 0, marker: String? = nil) {
        guard let last = roles.last else { return }
        add(token, roles.first { !has(role: $0) } ?? last, score: score, marker: marker)
    }

    mutating func continueRole(_ role: String, with token: Int) {
        guard let index = slots.firstIndex(where: { $0.role == role }) else {
            slots.append(Slot(token: token, role: role))
            return
        }
        slots[index].continuation.append(token)
    }

    mutating func removeAll(where isUnwanted: (Slot) -> Bool) { slots.removeAll(where: isUnwanted) }

    /// Replaces words by what they stand for; a slot whose word then has a role already is dropped.
    mutating func mapTokens(_ transform: (Slot) -> Slot) {
        var mapped: [Slot] = []
        for slot in slots {
            let new = transform(slot)
            if let index = mapped.firstIndex(where: { $0.token == new.token && $0.role == new.role }) {
                mapped[index].marker = mapped[index].marker ?? new.marker
            } else {
                mapped.append(new)
            }
        }
        slots = mapped
    }
}

extension SentenceTree {
    /// The roles that the model gives a predicate, with relative pronouns resolved and continuations joined.
    func learnedRoles(of predicate: Predicate) -> RoleSlots {
        var roles = RoleSlots()
        for argument in predicate.arguments where sentence.tokens.indices.contains(argument.token) {
            let role = argument.role.rawValue
            switch role {
            case "ARGM-NEG", "ARGM-MOD", "ARGM-DIS", "ARGM-LVB", "ARGM-PRR", "ARGM-REC", "ARGM-DSP": continue
            default: break
            }
            if role.hasPrefix("C-") { continue }
            // "when" beside its verb says nothing by itself.
            if self[argument.token].xpos == "WRB", head(of: argument.token) == predicate.token, antecedent(ofPronoun: argument.token) == nil
            {
                continue
            }
            if role.hasPrefix("R-") {
                let plain = String(role.dropFirst(2))
                if !roles.has(role: plain), !predicate.arguments.contains(where: { $0.role.rawValue == plain }),
                    let antecedent = antecedent(ofPronoun: argument.token)
                {
                    roles.add(antecedent, plain, score: argument.score, marker: marker(of: argument.token), markerIsFixed: true)
                }
                continue
            }
            if let antecedent = antecedent(ofPronoun: argument.token) {
                roles.add(antecedent, role, score: argument.score, marker: marker(of: argument.token), markerIsFixed: true)
            } else {
                roles.add(argument.token, role, score: argument.score)
            }
        }
        for argument in predicate.arguments where argument.role.rawValue.hasPrefix("C-") {
            guard sentence.tokens.indices.contains(argument.token) else { continue }
            roles.continueRole(String(argument.role.rawValue.dropFirst(2)), with: argument.token)
        }
        return roles
    }

    /// The arguments that the slots stand for: one for each conjunct, quantities replaced by what they count.
    func arguments(_ roles: RoleSlots, of predicate: Int) -> [Proposition.Argument] {
        var arguments: [Proposition.Argument] = []
        for slot in roles.slots {
            let isDistributed =
                isParticipant(slot.token) && !(isClauseHead(slot.token) && relation(slot.token) != .conj && isClausal(slot.token))
            let heads = isDistributed ? conjuncts(of: slot.token).filter { isParticipant($0) && $0 != predicate } : [slot.token]
            for head in heads {
                let content = contentHead(of: head)
                if head != slot.token, roles.has(token: head) { continue }
                if arguments.contains(where: { $0.token == content && $0.role.rawValue == slot.role }) { continue }
                var words = phrase(of: head, for: predicate, extent: .minimal)
                if head == slot.token, isClauseHead(head) {
                    for token in slot.continuation { words += phrase(of: token, for: predicate, extent: .minimal) }
                }
                let marker =
                    slot.markerIsFixed || (!slot.role.hasPrefix("ARGM") && isShared(head, with: predicate))
                    ? slot.marker : marker(of: head) ?? slot.marker
                arguments.append(
                    .init(
                        role: SemanticRole(rawValue: slot.role), token: content, tokens: Set(words).sorted(), marker: marker,
                        score: slot.score))
            }
        }
        return arguments.sorted { ($0.token, $0.role.rawValue) < ($1.token, $1.role.rawValue) }
    }

    /// A noun, or an adjective that names somebody: "the Greek and Turkish sides".
    private func isParticipant(_ index: Int) -> Bool { isNominal(index) || entity(at: index) != nil }

    /// Whether an argument stands outside the predicate's clause, so that its preposition belongs to something else: "people" in
    /// "a number of people who fled".
    private func isShared(_ argument: Int, with predicate: Int) -> Bool {
        if isAncestor(argument, of: predicate) { return true }
        guard isVerb(predicate) else { return false }
        return !isAncestor(predicate, of: argument) && !isAncestor(firstConjunct(of: predicate), of: argument)
    }

    /// Whether a word heads a clause that is itself the argument ("said Rubio is the minister"), not a noun in it.
    func isClausal(_ index: Int) -> Bool {
        switch relation(index) {
        case .ccomp, .xcomp, .advcl, .csubj, .passiveClausalSubject, .parataxis, .root: true
        default: false
        }
    }
}
