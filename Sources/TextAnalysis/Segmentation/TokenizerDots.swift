/// Dots of abbreviations and initials, apostrophes of possessives.
extension Tokenizer {
    func use(ofDotAt dot: Int, word: Range<Int>, startsUpper: Bool, isAcronym: Bool) -> SurfaceToken.Dot {
        let after = peek(dot + 1)
        // A letter directly behind: "St.Petersburg", but not "end.Next".
        let next = nextCharacter(after: dot + 1)
        if isAcronym {
            let key = short(word.lowerBound, word.upperBound)
            return key == "e.g" || key == "i.e" ? .title : .abbreviation
        }
        let length = word.count
        if length == 1 || (length == 2 && bytes[word.lowerBound] >= 0x80) {
            return useAfterLetter(word: word, startsUpper: startsUpper, after: after, next: next)
        }
        guard let key = short(word.lowerBound, word.upperBound) else { return continuation(after) }
        if EnglishSpelling.titles.contains(key) { return .title }
        if EnglishSpelling.beforeNumbers.contains(key) {
            return next.kind == .digit ? .title : continuation(after)
        }
        if EnglishSpelling.abbreviations.contains(key) {
            let isAlwaysShort = startsUpper || key == "etc" || key == "al" || key == "lbs" || key == "yrs"
            return isAlwaysShort ? .abbreviation : continuation(after)
        }
        return continuation(after)
    }

    /// A dot with a comma or the like behind it belongs to the word: "Ltd.,".
    private func continuation(_ after: ClassifiedCharacter) -> SurfaceToken.Dot {
        after.scalar == 0x2C || after.scalar == 0x3B || after.scalar == 0x3A ? .abbreviation : .none
    }

    /// "J. Smith" has an initial; "Plan B. The" and "so do I." end sentences.
    private func useAfterLetter(
        word: Range<Int>, startsUpper: Bool, after: ClassifiedCharacter, next: (kind: CharacterClass, start: Int)
    ) -> SurfaceToken.Dot {
        guard startsUpper else {
            guard next.kind == .digit, let key = short(word.lowerBound, word.upperBound) else { return continuation(after) }
            return EnglishSpelling.beforeNumbers.contains(key) ? .title : .none
        }
        if after.kind.isLetter { return .initial }
        guard next.kind == .upper else { return next.kind == .lower ? .initial : continuation(after) }
        let isName = !startsSentence(at: next.start)
        guard let previous = output.last, previous.isWord else { return isName ? .initial : .none }
        if previous.kind == .upperWord { return isName || previous.dot == .initial ? .initial : .none }
        let isPronoun = byte(word.lowerBound) == UInt8(ascii: "I")
        return isName && !isPronoun ? .initial : .none
    }

    private func nextCharacter(after position: Int) -> (kind: CharacterClass, start: Int) {
        var start = position
        let bound = min(limit, position + 16)
        while start < bound {
            let character = peek(start)
            if character.kind != .space { return (character.kind, start) }
            start += character.length
        }
        return (.space, start)
    }

    private func startsSentence(at start: Int) -> Bool {
        var end = start
        while end < min(limit, start + ShortWord.maximumLength), peek(end).kind.isLetter { end += peek(end).length }
        return short(start, min(end, limit)).map(EnglishSpelling.starters.contains) ?? false
    }

    /// The end of "workers'" with its apostrophe, unless the mark closes a quotation.
    func possessiveApostrophe(at end: Int) -> Int? {
        let mark = peek(end)
        guard mark.scalar == 0x27 || mark.scalar == 0x2019, openSingleQuotes == 0 else { return nil }
        let last = byte(end - 1) | 0x20
        guard last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z") else { return nil }
        let next = peek(end + mark.length)
        guard !next.kind.isWord, next.scalar != mark.scalar else { return nil }
        return end + mark.length
    }
}
