extension CoNLLUDocument {
    /// Appends the document as CoNLL-U to `output`.
    public func write(to output: inout some TextOutputStream) {
        for (sentence, comments) in zip(sentences, comments) {
            for comment in comments { output.write(comment + "\n") }
            write(sentence, to: &output)
            output.write("\n")
        }
    }

    private func write(_ sentence: Sentence, to output: inout some TextOutputStream) {
        var labels = [String?](repeating: nil, count: sentence.tokens.count)
        for entity in sentence.entities {
            for word in entity.tokens.clamped(to: 0..<labels.count) {
                labels[word] = (word == entity.tokens.lowerBound ? "B-" : "I-") + entity.kind.rawValue
            }
        }
        var start = 0
        while start < sentence.tokens.count {
            let first = sentence.tokens[start]
            var end = start + 1
            while end < sentence.tokens.count, sentence.tokens[end].surface == first.surface { end += 1 }
            let last = sentence.tokens[end - 1]
            if end - start > 1 {
                let span = first.span.lowerBound..<max(last.span.upperBound, first.span.lowerBound)
                let misc = last.isFollowedBySpace ? "_" : "SpaceAfter=No"
                let form = String(decoding: Self.slice(text, span), as: UTF8.self)
                output.write("\(start + 1)-\(end)\t\(field(form))\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n")
            }
            for word in start..<end {
                var misc: [String] = []
                if let label = labels[word] { misc.append("Entity=\(label)") }
                if end - start == 1, !first.isFollowedBySpace { misc.append("SpaceAfter=No") }
                output.write(line(sentence.tokens[word], number: word + 1, misc: misc.isEmpty ? "_" : misc.joined(separator: "|")))
            }
            start = end
        }
    }

    private func line(_ token: Token, number: Int, misc: String) -> String {
        let head = token.head.map { String($0 + 1) } ?? "0"
        return "\(number)\t\(field(token.form))\t\(field(token.lemma))\t\(token.upos.rawValue)\t\(token.xpos)\t\(token.features)\t\(head)"
            + "\t\(token.relation)\t_\t\(misc)\n"
    }

    /// A column can neither be empty nor hold the characters that separate columns and lines.
    private func field(_ text: String) -> String {
        if text.isEmpty { return "_" }
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
