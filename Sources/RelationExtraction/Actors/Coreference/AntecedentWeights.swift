/// How much each feature counts, for each kind of pronoun; learnt from GUM by `Training/coreference.py`.
struct AntecedentWeights: Sendable {
    /// Pronouns that behave alike.
    enum Kind: Int, Sendable, CaseIterable {
        case it, they, person

        init(_ pronoun: Mention) {
            self = pronoun.isPlural ? .they : pronoun.type == .person ? .person : .it
        }
    }

    private var antecedent: [[Double]]
    private var expletive: [[Double]]

    /// Rows are a feature's name and its weight for `it`, `they` and persons; a feature that has no row counts nothing.
    init(_ table: SortedTable) {
        antecedent = Array(repeating: Array(repeating: 0, count: AntecedentFeatures.Name.allCases.count), count: Kind.allCases.count)
        expletive = Array(repeating: Array(repeating: 0, count: ExpletiveFeatures.Name.allCases.count), count: Kind.allCases.count)
        let rows = Dictionary(table.rows.map { ($0[0], $0.dropFirst().map { Double($0) ?? 0 }) }, uniquingKeysWith: { first, _ in first })
        for kind in Kind.allCases {
            for name in AntecedentFeatures.Name.allCases {
                if let row = rows["\(name)"], row.indices.contains(kind.rawValue) {
                    antecedent[kind.rawValue][name.rawValue] = row[kind.rawValue]
                }
            }
            for name in ExpletiveFeatures.Name.allCases {
                if let row = rows["no-\(name)"], row.indices.contains(kind.rawValue) {
                    expletive[kind.rawValue][name.rawValue] = row[kind.rawValue]
                }
            }
        }
    }

    func score(_ features: AntecedentFeatures, _ kind: Kind) -> Double { sum(features.values, antecedent[kind.rawValue]) }

    func score(_ features: ExpletiveFeatures, _ kind: Kind) -> Double { sum(features.values, expletive[kind.rawValue]) }

    private func sum(_ values: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for index in values.indices { sum += values[index] * weights[index] }
        return sum
    }
}
