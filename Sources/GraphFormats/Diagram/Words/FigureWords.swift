package import KnowledgeGraph

/// What newsgraph itself writes on a figure, in one language; names and words of documents stay as they are.
///
/// A language is one value in a file of its own; numbers come with the right plural. Names cannot be declined, so each
/// language words what stands around them so that none needs to be.
package struct FigureWords: Sendable {
    /// Headline of a figure that has no other.
    var title: String
    /// Headline of an actor's surroundings, by his name.
    var around: @Sendable (_ name: String) -> String
    /// "3 documents"; two or more.
    var documents: @Sendable (_ count: Int) -> String
    /// "5 relations between 3 actors".
    var relationsBetweenActors: @Sendable (_ relations: Int, _ actors: Int) -> String
    /// "events of 1–4 May 2025".
    var eventsOf: @Sendable (_ days: String) -> String
    /// "The 60 most important of 312 relations".
    var mostImportant: @Sendable (_ count: Int, _ total: Int) -> String
    var nothingToShow: String
    /// "and 3 more": rows or statements that are left out.
    package var andMore: @Sendable (_ count: Int) -> String
    /// Stands for a name without a character that can be shown.
    var noName: String

    var planned, requested, possible: String
    /// The word for a denied relation.
    package var didNotHappen: String

    /// "head of Norway", under a name.
    var headOf: @Sendable (_ name: String) -> String
    var memberOf: @Sendable (_ name: String) -> String
    /// Whom somebody represents.
    var onBehalfOf: @Sendable (_ name: String) -> String
    var bornIn: @Sendable (_ name: String) -> String

    /// A class in the legend.
    var legend: @Sendable (RelationClass) -> String

    /// "according to the Gazette".
    package var accordingTo: @Sendable (_ speaker: String) -> String
    /// "reported 3 May 2025": the day of the document, where the text has none.
    package var reported: @Sendable (_ day: String) -> String

    var timeline: TimelineWords
    var calendar: CalendarWords
}

extension FigureWords {
    /// The word for a status; none for what simply happened.
    package func word(for status: Status) -> String? {
        switch status {
        case .actual: nil
        case .planned: planned
        case .requested: requested
        case .possible: possible
        case .denied: didNotHappen
        }
    }
}

extension FigureLanguage {
    package var words: FigureWords {
        switch self {
        case .english: .english
        case .german: .german
        case .french: .french
        case .spanish: .spanish
        case .russian: .russian
        }
    }
}
