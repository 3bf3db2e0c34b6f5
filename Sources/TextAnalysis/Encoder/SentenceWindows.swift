/// Cuts a sentence that is longer than the encoder reads at once into stretches, each read with some words around it.
///
/// The cost of a sentence is so linear in its length, and quadratic within a window only.
struct SentenceWindows {
    /// Word pieces of a window; sentences up to this length stay whole.
    let maximumPieces: Int

    /// Words to decide and words to read, for each window.
    func windows(of sentence: SentencePieces) -> [(words: Range<Int>, context: Range<Int>)] {
        let count = sentence.wordCount
        guard sentence.pieces.count > maximumPieces else { return [(0..<count, 0..<count)] }
        let margin = maximumPieces / 8
        let limit = maximumPieces - 2 * margin
        var result: [(words: Range<Int>, context: Range<Int>)] = []
        var start = 0
        while start < count {
            var end = start
            while end < count, sentence.pieces(of: end).upperBound - sentence.pieces(of: start).lowerBound <= limit { end += 1 }
            end = max(end, start + 1)
            var (first, last) = (start, end)
            while first > 0, sentence.pieces(of: start).lowerBound - sentence.pieces(of: first - 1).lowerBound <= margin { first -= 1 }
            while last < count, sentence.pieces(of: last).upperBound - sentence.pieces(of: end - 1).upperBound <= margin { last += 1 }
            result.append((start..<end, first..<last))
            start = end
        }
        return result
    }
}
