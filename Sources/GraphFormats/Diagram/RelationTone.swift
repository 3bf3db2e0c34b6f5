package import KnowledgeGraph

/// The five colours into which a diagram gathers the classes of relations; the most striking first.
///
/// A bundle of several relations takes the colour of its most striking one.
package enum RelationTone: Int, CaseIterable, Hashable, Sendable, Comparable {
    case attack, criticism, aid, talks, state

    package init(_ relationClass: RelationClass) {
        switch relationClass {
        case .consult, .support, .request: self = .talks
        case .agree, .concede, .cooperate, .aid, .retreat, .business: self = .aid
        case .accuse, .reject, .threaten, .protest: self = .criticism
        case .sanction, .mobilize, .coerce, .assault: self = .attack
        case .state, .speech, .other: self = .state
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Points in colour: deeds are drawn stronger than words, standing relations weaker.
    var lineWidth: Double {
        switch self {
        case .attack, .aid: 2.0
        case .criticism, .talks: 1.5
        case .state: 1.2
        }
    }

    /// For `class` attributes and style sheets.
    package var name: String { String(describing: self) }
}

extension RelationClass {
    /// The class in English words.
    var legend: String { FigureWords.english.legend(self) }

    /// The order in which a legend lists the classes of one colour.
    static let legendOrder: [RelationClass] = [
        .consult, .support, .request, .aid, .agree, .cooperate, .concede, .retreat, .business, .accuse, .threaten, .reject,
        .protest, .assault, .sanction, .coerce, .mobilize, .state, .other,
    ]
}
