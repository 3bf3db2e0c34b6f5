/// What a network's statements are in the file, in the order of their keys. Adding to them shares what is there.
struct StatementRows: Sendable {
    /// In one place, as it is mostly asked for together: 40 bytes.
    struct Row: Sendable {
        let key: Int64
        let sentence: Int64
        /// The number that the statement's id writes.
        fileprivate let id: Int64
        private let document: Int64
        private let start: Int32
        /// Negative when the sentence has a text of its own.
        private let length: Int32

        init(key: Int64, sentence: Int64, id: Int64, sentencePlace: SentencePlace?) {
            self.key = key
            self.sentence = sentence
            self.id = id
            document = sentencePlace?.document ?? 0
            start = sentencePlace?.start ?? 0
            length = sentencePlace?.length ?? -1
        }

        /// Nil when the sentence has a text of its own.
        var sentencePlace: SentencePlace? {
            length < 0 ? nil : SentencePlace(document: document, start: start, length: length)
        }
    }

    /// So many added rows are copied each time; more are joined to the others.
    private static let recentLimit = 65_536

    private var base: [Row]
    private var recent: [Row] = []
    private var places: KeyIndex
    /// Rows whose statement's id is no number.
    private var withoutNumber: Set<Int>

    /// - Parameter withoutNumber: places of rows whose statement's id is no number.
    init(_ rows: [Row], withoutNumber: [Int]) {
        base = rows
        places = KeyIndex(rows.map(\.key))
        self.withoutNumber = Set(withoutNumber)
    }

    var count: Int { base.count + recent.count }

    /// The largest key; `Int64.min` without a row.
    var newest: Int64 { (recent.last ?? base.last)?.key ?? Int64.min }

    subscript(place: Int) -> Row { place < base.count ? base[place] : recent[place - base.count] }

    /// Nil for a key that is not there. O(1).
    func place(ofKey key: Int64) -> Int? { places[key] }

    /// The id of a row's statement; nil when it has to be read.
    func id(at place: Int) -> String? {
        withoutNumber.isEmpty || !withoutNumber.contains(place) ? StoredID.text(of: self[place].id) : nil
    }

    /// With rows of larger keys.
    func adding(_ rows: [Row], withoutNumber places: [Int]) -> StatementRows {
        var result = self
        result.withoutNumber.formUnion(places.map { count + $0 })
        result.places.append(rows.map(\.key), from: count)
        result.recent += rows
        if result.recent.count > Self.recentLimit {
            result.base += result.recent
            result.recent = []
        }
        return result
    }
}

/// Where the document's text has a sentence: UTF-8 bytes.
package struct SentencePlace: Sendable, Hashable {
    /// Key of the document.
    package var document: Int64
    var start: Int32
    var length: Int32
}
