import TextAnalysis

/// The UD relations that propositions are read from; anything else is `other`.
enum GrammaticalRelation: String, Sendable {
    case root, nsubj, csubj, obj, iobj, obl, ccomp, xcomp, advcl, advmod, acl, nmod, appos, conj, cc, punct, `case`, mark, det, amod
    case nummod, compound, flat, fixed, cop, aux, expl, parataxis, vocative, discourse, list, dislocated, orphan, goeswith, dep
    case passiveSubject = "nsubj:pass"
    case outerSubject = "nsubj:outer"
    case passiveClausalSubject = "csubj:pass"
    case passiveAuxiliary = "aux:pass"
    case agent = "obl:agent"
    case unmarkedOblique = "obl:unmarked"
    case relativeClause = "acl:relcl"
    case adverbialRelativeClause = "advcl:relcl"
    case possessor = "nmod:poss"
    case descriptor = "nmod:desc"
    case unmarkedNominal = "nmod:unmarked"
    case particle = "compound:prt"
    case preconjunction = "cc:preconj"
    case predeterminer = "det:predet"
    case other

    init(_ relation: DependencyRelation) {
        switch relation.rawValue {
        case "obl:tmod", "obl:npmod": self = .unmarkedOblique
        case "nmod:tmod", "nmod:npmod": self = .unmarkedNominal
        case "csubj:outer": self = .csubj
        default: self = Self(rawValue: relation.rawValue) ?? Self(rawValue: String(relation.main)) ?? .other
        }
    }

    /// Any subject of its own clause.
    var isSubject: Bool {
        switch self {
        case .nsubj, .csubj, .passiveSubject, .passiveClausalSubject, .outerSubject: true
        default: false
        }
    }

    /// A noun phrase or prepositional phrase that depends on a verb or adjective and is neither subject nor object.
    var isOblique: Bool { self == .obl || self == .agent || self == .unmarkedOblique }
}
