import Foundation

/// How often a word had which role, by its path in the tree from the predicate, the predicate's class, voice and lemma, and the word's
/// preposition; learnt from PropBank. `weight · ln P(role | context)` is added to what the argument head says.
///
/// Contexts go from general to special (first all words of predicates of a class), and each that was seen often enough refines the distribution of the one before:
/// `P(role) = (count(role) + alpha · P_before(role)) / (Σ counts + alpha)`. `Training/README.md` describes the table's text.
struct PathPrior {
    private let table: PathPriorTable
    private let roles: Int

    private static let longestPath = 4
    /// Copulas did better without.
    private static let kinds: Set<Predicate.Kind> = [.verb, .noun, .adjective, .lightVerb]

    /// Nil if the model has none.
    init?(_ loader: ModelLoader) throws {
        guard loader.file.contains("path.prior") else { return nil }
        let text = try loader.file.text("path.prior")
        guard !text.isEmpty else { return nil }
        do {
            self.init(try PathPriorTable(text, roles: loader.labels.role.count), roles: loader.labels.role.count)
        } catch {
            throw loader.file.damaged("line \(error.line) of path.prior is malformed")
        }
    }

    init(_ table: PathPriorTable, roles: Int) {
        self.table = table
        self.roles = roles
    }

    /// Adds the prior to `scores` (row × role; row 0 is the root, then come the words) of the predicate at a word of `tree`.
    func add(to scores: UnsafeMutablePointer<Float>, predicate: Int, kind: Predicate.Kind, tree: WindowTree) {
        guard Self.kinds.contains(kind) else { return }
        var paths = [ContextHash?](repeating: nil, count: tree.heads.count)
        follow(tree, from: predicate) { paths[$0] = $1 }
        let voice = tree.isPassive(predicate) ? UInt8(ascii: "p") : UInt8(ascii: "a")
        let lemma = tree.tokens[predicate + tree.offset].lemma.lowercased()
        var far = [Float](repeating: 1 / Float(roles), count: roles)
        table.refine(&far, by: ContextHash("*").extended(with: kind.rawValue).extended(with: "").extended(with: "").extended(with: ""))
        var distribution = far
        for word in paths.indices where word != predicate {
            if let path = paths[word] {
                for role in 0..<roles { distribution[role] = far[role] }
                let general = path.extended(with: kind.rawValue)
                let voiced = general.extended(with: voice)
                let prepositional = voiced.extended(with: tree.preposition(of: word) ?? "-")
                table.refine(&distribution, by: general.extended(with: "").extended(with: "").extended(with: ""))
                table.refine(&distribution, by: voiced.extended(with: "").extended(with: ""))
                table.refine(&distribution, by: prepositional.extended(with: ""))
                table.refine(&distribution, by: prepositional.extended(with: lemma))
            } else {
                for role in 0..<roles { distribution[role] = far[role] }
            }
            let row = scores + (word + 1) * roles
            for role in 0..<roles { row[role] += table.weight * logf(distribution[role]) }
        }
    }

    /// Paths from the predicate of at most four steps: up to a word, then down from it.
    private func follow(_ tree: WindowTree, from predicate: Int, found: (Int, ContextHash) -> Void) {
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
        _ tree: WindowTree, _ word: Int, _ steps: Int, _ path: ContextHash, except: Int?, found: (Int, ContextHash) -> Void
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
}
