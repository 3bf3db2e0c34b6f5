/// The counts of ``PathPrior``: for each context how often each role was seen.
///
/// ```
/// alpha⇥3
/// weight⇥0.5
/// path⇥^acl:relcl
/// v⇥a⇥to⇥⇥0:4,1:19,2:20
/// ```
/// A line `path` opens a section; below it stand class, voice, preposition and lemma of the predicate (empty for any), and counts.
struct PathPriorTable {
    let alpha: Float
    let weight: Float
    /// For each context the place of its counts. Contexts are known by the hash of their text alone: 64 bits keep some thousand apart.
    private let places: [UInt64: Range<Int32>]
    private let roles: [UInt8]
    private let counts: [Float]

    struct Malformed: Error, Equatable {
        var line: Int
    }

    init(_ text: UnsafeBufferPointer<UInt8>, roles roleCount: Int) throws(Malformed) {
        var settings: [String: Float] = [:]
        var places: [UInt64: Range<Int32>] = [:]
        places.reserveCapacity(text.count / 24)
        var (roles, counts): ([UInt8], [Float]) = ([], [])
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
                guard Self.append(value, limit: roleCount, &roles, &counts) else { throw Malformed(line: line) }
                places[key.value] = first..<Int32(counts.count)
            default: throw Malformed(line: line)
            }
            start = end + 1
        }
        guard let alpha = settings["alpha"], let weight = settings["weight"], alpha > 0, roleCount <= 256 else { throw Malformed(line: 1) }
        self.alpha = alpha
        self.weight = weight
        self.places = places
        self.roles = roles
        self.counts = counts
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

    /// Reads `role:count,role:count…`.
    private static func append(
        _ text: UnsafeBufferPointer<UInt8>, limit: Int, _ roles: inout [UInt8], _ counts: inout [Float]
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
                roles.append(UInt8(truncatingIfNeeded: role))
                counts.append(Float(number))
                (role, number, hasDigit) = (-1, 0, false)
            default: return false
            }
        }
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
