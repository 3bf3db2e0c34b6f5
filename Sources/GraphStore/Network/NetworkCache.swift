import Synchronization

/// The network of the last state that one was asked for, its counts, and the vocabulary of its sentences.
///
/// A class: every connection of a store shares it.
final class NetworkCache: Sendable {
    struct Entry {
        /// What `state` said when it was read.
        let state: StoreState
        let network: StoreNetwork
    }

    private let entry = Mutex<Entry?>(nil)
    private let words = Mutex<SentenceVocabulary?>(nil)
    private let lastCounts = Mutex<(tally: StatisticsTally, statistics: GraphStatistics)?>(nil)

    var last: Entry? { entry.withLock { $0 } }
    var counts: (tally: StatisticsTally, statistics: GraphStatistics)? { lastCounts.withLock { $0 } }
    var vocabulary: SentenceVocabulary? { words.withLock { $0 } }

    func remember(_ vocabulary: SentenceVocabulary) {
        words.withLock { $0 = vocabulary }
    }

    func remember(_ new: (tally: StatisticsTally, statistics: GraphStatistics)) {
        lastCounts.withLock { counts in
            if let known = counts, known.tally.state.changes > new.tally.state.changes { return }
            counts = new
        }
    }

    func remember(_ new: Entry) {
        entry.withLock { entry in
            // A reader of an older state does not take away what others need.
            if let known = entry, known.state.changes > new.state.changes { return }
            entry = new
        }
    }
}

/// How far a file has come: equal numbers mean equal contents.
struct StoreState: Hashable {
    /// Transactions that have changed the graph.
    var changes: Int
    /// Those among them that have done more than add to it.
    var removals: Int
}
