import Foundation

/// How often a word with a Penn tag had which part of speech in the treebanks: what is their convention rather than the sentence's meaning
/// (“such” is an adjective, “like” an adposition). `weight · ln P(part | tag, word)` is added to what the head says.
///
/// The table is written as that of ``PathPrior``, the tag in place of the path and the word in place of the voice.
struct PartOfSpeechPrior {
    private let table: PathPriorTable
    private let parts: Int

    /// Nil if the model has none.
    init?(_ loader: ModelLoader) throws {
        guard loader.file.contains("upos.prior") else { return nil }
        do {
            let parts = loader.labels.upos.count
            self.init(try PathPriorTable(try loader.file.text("upos.prior"), roles: parts), parts: parts)
        } catch let error as PathPriorTable.Malformed {
            throw loader.file.damaged("line \(error.line) of upos.prior is malformed")
        }
    }

    init(_ table: PathPriorTable, parts: Int) {
        self.table = table
        self.parts = parts
    }

    /// Adds the prior to the scores of the parts of speech of a word with this tag.
    func add(to scores: UnsafeMutablePointer<Float>, tag: String, form: String) {
        var distribution = [Float](repeating: 1 / Float(parts), count: parts)
        let general = ContextHash(tag).extended(with: "")
        for word in ["", form.lowercased()] {
            table.refine(&distribution, by: general.extended(with: word).extended(with: "").extended(with: ""))
        }
        for part in 0..<parts { scores[part] += table.weight * logf(distribution[part]) }
    }
}
