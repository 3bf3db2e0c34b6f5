/// The counts of ``PathPrior``: for each context how often each role was seen.
///
/// ```
/// alpha⇥1
/// weight⇥0.5
/// path⇥^acl:relcl
/// v⇥a⇥to⇥a4b19c20⇥speak b2d
/// ```
/// A line `path` opens a section. Below it stand predicate class, voice, preposition (empty: any), the counts in this context (empty: it
/// is not in the table), then predicate lemmas with the counts of theirs. A role is the letter of its number, followed by its count
/// unless that is 1.
struct PathPriorTable {
    let alpha: Float
    let weight: Float
    /// For each context the place of its counts. Contexts are known by the hash of their text alone: 64 bits keep some thousand apart.
    private var places: [UInt64: Range<Int32>] = [:]
    private var roles: [UInt8] = []
    private var counts: [Float] = []

    struct Malformed: Error, Equatable {
        var line: Int
    }

    init(_ text: UnsafeBufferPointer<UInt8>, roles roleCount: Int) throws(Malformed) {
        var settings: [String: Float] = [:]
        var contexts = PathPriorTable(size: text.count)
        var path = ContextHash()
        var (start, line) = (0, 0)
        var tabs: [Int] = []
        while start < text.count {
            tabs.removeAll(keepingCapacity: true)
            var end = start
            while end < text.count, text[end] != newline {
                if text[end] == tab { tabs.append(end) }
                end += 1
            }
            line += 1
            if tabs.count == 1 {
                let (key, value) = (text[start..<tabs[0]], text[(tabs[0] + 1)..<end])
                if key.elementsEqual("path".utf8) {
                    path = ContextHash()
                    for byte in value { path.add(byte) }
                } else {
                    settings[String(decoding: key, as: UTF8.self)] = Float(String(decoding: value, as: UTF8.self))
                }
            } else {
                guard tabs.count >= 3, contexts.append(text, start, tabs + [end], path, roleCount) else { throw Malformed(line: line) }
            }
            start = end + 1
        }
        guard let alpha = settings["alpha"], let weight = settings["weight"], alpha > 0 else { throw Malformed(line: 1) }
        (self.alpha, self.weight) = (alpha, weight)
        (places, roles, counts) = (contexts.places, contexts.roles, contexts.counts)
    }

    private init(size: Int) {
        (alpha, weight) = (1, 0)
        places.reserveCapacity(size / 12)
        roles.reserveCapacity(size / 3)
        counts.reserveCapacity(size / 3)
    }

    /// Refines a distribution over roles by the counts of a context, if it is in the table.
    @inline(__always)
    func refine(_ distribution: inout [Float], by context: ContextHash) {
        guard let place = places[context.value] else { return }
        var total = alpha
        for index in place { total += counts[Int(index)] }
        let factor = alpha / total
        for role in distribution.indices { distribution[role] *= factor }
        for index in place { distribution[Int(roles[Int(index)])] += counts[Int(index)] / total }
    }

    /// Adds a line: its context with any lemma, and those with lemmas.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ ends: [Int], _ path: ContextHash, _ limit: Int) -> Bool
    {
        var context = path
        context.add(tab)
        for position in start..<ends[2] { context.add(text[position]) }
        context.add(tab)
        if ends[3] > ends[2] + 1 {
            guard append(text[(ends[2] + 1)..<ends[3]], to: context, limit) else { return false }
        }
        for field in ends.indices.dropFirst(4) {
            let entry = text[(ends[field - 1] + 1)..<ends[field]]
            guard let separator = entry.lastIndex(of: UInt8(ascii: " ")) else { return false }
            var special = context
            for byte in entry[..<separator] { special.add(byte) }
            guard append(entry[(separator + 1)...], to: special, limit) else { return false }
        }
        return true
    }

    /// Reads counts such as `a12bE3`.
    private mutating func append(_ written: Slice<UnsafeBufferPointer<UInt8>>, to context: ContextHash, _ limit: Int) -> Bool {
        let first = Int32(counts.count)
        var number = 0
        for byte in written {
            let role: Int
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                guard counts.count > first, number < 100_000_000 else { return false }
                counts[counts.count - 1] = Float(number)
                continue
            case UInt8(ascii: "a")...UInt8(ascii: "z"): role = Int(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): role = 26 + Int(byte - UInt8(ascii: "A"))
            default: return false
            }
            guard role < limit else { return false }
            roles.append(UInt8(role))
            counts.append(1)
            number = 0
        }
        guard counts.count > first else { return false }
        places[context.value] = first..<Int32(counts.count)
        return true
    }
}

/// FNV-1a, 64 bits, of a context's fields.
struct ContextHash {
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

private let newline = UInt8(ascii: "\n")
private let tab = UInt8(ascii: "\t")
