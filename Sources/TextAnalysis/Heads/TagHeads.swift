/// Part of speech, Penn tag, features and lemma of each word: the best label of four linear layers, that of the part of speech with a prior.
struct TagHeads {
    private let upos: Linear
    private let xpos: Linear
    private let features: Linear
    private let lemma: Linear
    private let partsOfSpeech: [PartOfSpeech]
    private let tags: [String]
    private let featureSets: [String]
    private let rules: [LemmaRule]
    private let forms: WordForms
    private let prior: PartOfSpeechPrior?

    init(_ loader: ModelLoader) throws {
        forms = try WordForms(contentsOf: try ModelLocation.resource(named: WordForms.fileName))
        let (labels, size) = (loader.labels, loader.configuration.hidden)
        upos = try loader.linear("upos", inputs: size, outputs: labels.upos.count)
        xpos = try loader.linear("xpos", inputs: size, outputs: labels.xpos.count)
        features = try loader.linear("feats", inputs: size, outputs: labels.feats.count)
        lemma = try loader.linear("lemma", inputs: size, outputs: labels.lemmaRule.count)
        partsOfSpeech = try labels.upos.map {
            guard let known = PartOfSpeech(rawValue: $0) else { throw loader.file.damaged("“\($0)” is no universal part of speech") }
            return known
        }
        prior = try PartOfSpeechPrior(loader)
        tags = labels.xpos
        featureSets = labels.feats
        rules = try labels.lemmaRule.map {
            guard let rule = LemmaRule($0) else { throw loader.file.damaged("“\($0)” is no lemma rule") }
            return rule
        }
    }

    func annotate(
        _ sentences: inout [Sentence], _ batch: Batch, _ words: LanguageModel.Words, in workspace: Workspace, by library: any MatrixLibrary
    ) {
        let states = QuantizedRows(words.rows(.tags), rows: words.count, depth: words.size, in: workspace)
        let tags = best(xpos, states, in: workspace, by: library)
        let sets = best(features, states, in: workspace, by: library)
        let rules = best(lemma, states, in: workspace, by: library)
        let integers = upos.integers(states, in: workspace, by: library)
        let parts = workspace.logits.reserve(upos.outputs)
        for window in batch.windows {
            for (word, row) in zip(window.words, window.rows.dropFirst()) {
                let form = sentences[window.sentence].tokens[word].form
                upos.dequantize(integers + row * upos.outputs, scale: states.scales[row], minimum: states.minima[row], into: parts)
                prior?.add(to: parts, tag: self.tags[tags[row]], form: form)
                sentences[window.sentence].tokens[word].upos = partsOfSpeech[Rows.indexOfMaximum(parts, upos.outputs)]
                sentences[window.sentence].tokens[word].xpos = self.tags[tags[row]]
                sentences[window.sentence].tokens[word].features = featureSets[sets[row]]
                sentences[window.sentence].tokens[word].lemma = forms.lemma(
                    of: form, tag: self.tags[tags[row]], learned: self.rules[rules[row]].lemma(of: form))
            }
        }
    }

    private func best(_ layer: Linear, _ states: QuantizedRows, in workspace: Workspace, by library: any MatrixLibrary) -> [Int] {
        let integers = layer.integers(states, in: workspace, by: library)
        let logits = workspace.logits.reserve(layer.outputs)
        return (0..<states.rows).map { row in
            layer.dequantize(integers + row * layer.outputs, scale: states.scales[row], minimum: states.minima[row], into: logits)
            return Rows.indexOfMaximum(logits, layer.outputs)
        }
    }
}
