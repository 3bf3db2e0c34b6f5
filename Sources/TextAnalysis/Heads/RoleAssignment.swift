/// The roles of all words for one predicate: the likeliest of each word, some roles no more than once.
enum RoleAssignment {
    /// For each row a role, 0 for none.
    ///
    /// Of several rows that want one of the `single` roles, the row that would lose most by its next best role keeps it; the others take
    /// their next best. That comes close to the assignment with the greatest sum, which it need not be.
    ///
    /// - Parameters:
    ///   - scores: row × role, log-probabilities; what a row had to give up becomes −∞ in it.
    ///   - rows: how many; row 0 is the root.
    ///   - predicate: the predicate's own row, which like the root gets no role.
    static func roles(_ scores: UnsafeMutablePointer<Float>, rows: Int, roles: Int, predicate: Int, single: [Int]) -> [Int] {
        var chosen = (0..<rows).map { $0 == 0 || $0 == predicate ? 0 : Rows.indexOfMaximum(scores + $0 * roles, roles) }
        while let role = single.first(where: { role in chosen.count(where: { $0 == role }) > 1 }) {
            let rivals = chosen.indices.filter { chosen[$0] == role }
            let losses = rivals.map { scores[$0 * roles + role] - nextBest(scores + $0 * roles, roles, except: role) }
            let keeper = rivals[Rows.indexOfMaximum(losses, losses.count)]
            for rival in rivals where rival != keeper {
                scores[rival * roles + role] = -.infinity
                chosen[rival] = Rows.indexOfMaximum(scores + rival * roles, roles)
            }
        }
        return chosen
    }

    private static func nextBest(_ row: UnsafePointer<Float>, _ count: Int, except role: Int) -> Float {
        var best = -Float.infinity
        for other in 0..<count where other != role && row[other] > best { best = row[other] }
        return best
    }
}
