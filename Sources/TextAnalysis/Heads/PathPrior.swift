import Foundation

/// How often a word had which role, by its path in the tree from the predicate, the predicate's class, voice and lemma, and the word's
/// preposition; learnt from PropBank. `weight · ln P(role | context)` is added to what the argument head says.
///
/// Contexts go from general to special, and each that was seen often enough refines the distribution of the one before:
/// `P(role) = (count(role) + alpha · P_before(role)) / (Σ counts + alpha)`. `Training/README.md` describes the table's text.
struct PathPrior {
    private let alpha: Float
    private let weight: Float
    private let roles: Int
    /// For each context the place of its counts. Contexts are known by the hash of their text alone: 64 bits keep some thousand apart.
    private let places: [UInt64: Range<Int32>]
    private let countedRoles: [UInt8]
    private let counts: [Float]

    private static let longestPath = 4

    /// Nil if the model has none.
    init?(_ loader: ModelLoader) throws {
        guard loader.file.contains("path.prior") else { return nil }
        let text = try loader.file.text("path.prior")
        guard !text.isEmpty else { return nil }
        do {
            try self.init(text, roles: loader.labels.role.count)
        } catch let error as Malformed {
            throw loader.file.damaged("line \(error.line) of path.prior is malformed")
        }
    }

    struct Malformed: Error, Equatable {
        var line: Int
    }

    init(_ text: UnsafeBufferPointer<UInt8>, roles: Int) throws(Malformed) {
        var settings: [String: Float] = [:]
        var places: [UInt64: Range<Int32>] = [:]
        places.reserveCapacity(text.count / 24)
        var (countedRoles, counts): ([UInt8], [Float]) = ([], [])
        var path = ContextHash()
        var (start, line) = (0, 0)
        while start < text.count {
            var (end, tabs, lastTab) = (start, 0, start)
            while end < text.count, text[end] != newline {
                if text[end] == tab { (tabs, lastTab) = (tabs + 1, end) }
                end += 1
            }
            line += 1
            let value = UnsafeBufferPointer(rebasing: text[min(lastTab + 1, end)..<end])
            switch tabs {
            case 1 where text[start..<lastTab].elementsEqual("path".utf8):
                path = ContextHash()
                for byte in value { path.add(byte) }
            case 1:
                settings[String(decoding: text[start..<lastTab], as: UTF8.self)] = Float(String(decoding: value, as: UTF8.self))
            case 4:
                var key = path
                key.add(tab)
                for position in start..<lastTab { key.add(text[position]) }
                let first = Int32(counts.count)
                guard Self.append(value, roles, &countedRoles, &counts) else { throw Malformed(line: line) }
                places[key.value] = first..<Int32(counts.count)
            default: throw Malformed(line: line)
            }
            start = end + 1
        }
        guard let alpha = settings["alpha"], let weight = settings["weight"], alpha > 0, roles <= 256 else { throw Malformed(line: 1) }
        self.alpha = alpha
        self.weight = weight
        self.roles = roles
        self.places = places
        self.countedRoles = countedRoles
        self.counts = counts
    }

    /// Adds the prior to `scores` (row × role; row 0 is the root, then come `words`) of the predicate at a token.
    func add(to scores: UnsafeMutablePointer<Float>, predicate: Int, kind: Predicate.Kind, words: Range<Int>, tokens: [Token]) {
        let tree = LocalTree(tokens, words: words)
        var paths = [ContextHash?](repeating: nil, count: words.count)
        follow(tree, from: predicate - words.lowerBound) { paths[$0] = $1 }
        let voice = tree.isPassive(predicate - words.lowerBound) ? UInt8(ascii: "p") : UInt8(ascii: "a")
        let lemma = tokens[predicate].lemma.lowercased()
        let far = logarithms(
            of: distribution([ContextHash("*").extended(with: kind.rawValue).extended(with: "").extended(with: "").extended(with: "")]))
        for word in 0..<words.count where word != predicate - words.lowerBound {
            let row = scores + (word + 1) * roles
            var values = far
            if let path = paths[word] {
                let preposition = tree.preposition(of: word) ?? "-"
                let general = path.extended(with: kind.rawValue)
                let voiced = general.extended(with: voice)
                let prepositional = voiced.extended(with: preposition)
                values = logarithms(
                    of: distribution([
                        general.extended(with: "").extended(with: "").extended(with: ""), voiced.extended(with: "").extended(with: ""),
                        prepositional.extended(with: ""), prepositional.extended(with: lemma),
                    ]))
            }
            for role in 0..<roles { row[role] += values[role] }
        }
    }

    private func distribution(_ contexts: [ContextHash]) -> [Float] {
        var distribution = [Float](repeating: 1 / Float(roles), count: roles)
        for context in contexts {
            guard let place = places[context.value] else { continue }
            var total = alpha
            for index in place { total += counts[Int(index)] }
            let factor = alpha / total
            for role in 0..<roles { distribution[role] *= factor }
            for index in place { distribution[Int(countedRoles[Int(index)])] += counts[Int(index)] / total }
        }
        return distribution
    }

    private func logarithms(of distribution: [Float]) -> [Float] {
        distribution.map { weight * logf($0) }
    }

    /// Paths from the predicate of at most four steps: up to a word, then down from it.
    private func follow(_ tree: LocalTree, from predicate: Int, found: (Int, ContextHash) -> Void) {
        var (top, steps, path) = (predicate, 0, ContextHash())
        descend(tree, top, steps, path, except: nil, found: found)
        while steps < Self.longestPath, let head = tree.heads[top] {
            if steps > 0 { path.add(UInt8(ascii: ">")) }
            path.add(UInt8(ascii: "^"))
            path.add(tree.tokens[top + tree.offset].relation.rawValue)
            let below = top
            (top, steps) = (head, steps + 1)
            descend(tree, top, steps, path, except: below, found: found)
        }
    }

    private func descend(
        _ tree: LocalTree, _ word: Int, _ steps: Int, _ path: ContextHash, except: Int?, found: (Int, ContextHash) -> Void
    ) {
        found(word, path)
        guard steps < Self.longestPath else { return }
        for child in tree.children[word] where child != except {
            var below = path
            if steps > 0 { below.add(UInt8(ascii: ">")) }
            below.add(tree.tokens[child + tree.offset].relation.rawValue)
            descend(tree, child, steps + 1, below, except: nil, found: found)
        }
    }

    /// Reads `role:count,role:count…`.
    private static func append(
        _ text: UnsafeBufferPointer<UInt8>, _ limit: Int, _ countedRoles: inout [UInt8], _ counts: inout [Float]
    ) -> Bool {
        var (role, number, hasDigit) = (-1, 0, false)
        for position in 0...text.count {
            let byte = position < text.count ? text[position] : UInt8(ascii: ",")
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where number < 100_000_000:
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                hasDigit = true
            case UInt8(ascii: ":") where role < 0 && hasDigit && number < limit:
                (role, number, hasDigit) = (number, 0, false)
            case UInt8(ascii: ",") where role >= 0 && hasDigit:
                countedRoles.append(UInt8(truncatingIfNeeded: role))
                counts.append(Float(number))
                (role, number, hasDigit) = (-1, 0, false)
            default: return false
            }
        }
        return true
    }
}

/// FNV-1a, 64 bits, of a context's fields.
private struct ContextHash {
    private(set) var value: UInt64 = 14_695_981_039_346_656_037

    init() {}

    init(_ text: String) {
        add(text)
    }

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 1_099_511_628_211
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    func extended(with field: String) -> ContextHash {
        var longer = self
        longer.add(tab)
        longer.add(field)
        return longer
    }

    func extended(with field: UInt8) -> ContextHash {
        var longer = self
        longer.add(tab)
        longer.add(field)
        return longer
    }
}

/// The tree of a stretch of words, counted from its start.
private struct LocalTree {
    let tokens: [Token]
    let offset: Int
    /// Nil for words whose head is the root or outside.
    let heads: [Int?]
    let children: [[Int]]

    init(_ tokens: [Token], words: Range<Int>) {
        self.tokens = tokens
        offset = words.lowerBound
        heads = words.map { word in tokens[word].head.flatMap { words.contains($0) ? $0 - words.lowerBound : nil } }
        var children = [[Int]](repeating: [], count: words.count)
        for (word, head) in heads.enumerated() {
            if let head { children[head].append(word) }
        }
        self.children = children
    }

    func isPassive(_ word: Int) -> Bool {
        let relations = children[word].map { tokens[$0 + offset].relation }
        if relations.contains(where: { $0 == "aux:pass" || $0 == "nsubj:pass" || $0 == "obl:agent" }) { return true }
        let token = tokens[word + offset]
        return token.xpos == "VBN" && ["acl", "amod", "advcl"].contains(token.relation.rawValue) && !relations.contains("aux")
    }

    /// The word's first child with the relation `case`, in lower case.
    func preposition(of word: Int) -> String? {
        children[word].first { tokens[$0 + offset].relation == "case" }.map { tokens[$0 + offset].form.lowercased() }
    }
}

private let newline = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
