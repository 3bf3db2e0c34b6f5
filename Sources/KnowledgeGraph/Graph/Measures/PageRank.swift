extension Ties {
    /// How often a reader who follows statements at random comes by each actor: PageRank, on the multigraph.
    ///
    /// S. Brin and L. Page, "The Anatomy of a Large-Scale Hypertextual Web Search Engine" (1998). The reader goes on with the probability
    /// `damping`, along one of the actor's statements, each as likely; otherwise, and where no statement leads on, the next actor is anybody.
    /// Each step over the whole graph costs O(actors + ties); about 140 are needed for the usual numbers.
    ///
    /// - Parameters:
    ///   - damping: at least 0 and less than 1.
    ///   - tolerance: how much all values together may still change when the search ends. It ends after 1000 steps in any case.
    /// - Returns: a value for each actor; those of the participants are positive and add up to 1, the others are 0.
    package func pageRank(damping: Double, tolerance: Double) -> [Double] {
        precondition(damping >= 0 && damping < 1, "the damping of PageRank is at least 0 and less than 1")
        var rank = [Double](repeating: 0, count: starts.count - 1)
        guard !participants.isEmpty else { return rank }
        let everybody = Double(participants.count)
        for actor in participants { rank[actor] = 1 / everybody }
        let statements = rank.indices.map { actor in counts[row(actor)].reduce(0.0) { $0 + Double($1) } }

        for _ in 0..<1000 {
            var next = [Double](repeating: 0, count: rank.count)
            var stranded = 0.0
            for actor in participants {
                guard statements[actor] > 0 else {
                    stranded += rank[actor]
                    continue
                }
                let share = damping * rank[actor] / statements[actor]
                for place in row(actor) { next[Int(neighbours[place])] += share * Double(counts[place]) }
            }
            let anybody = (1 - damping + damping * stranded) / everybody
            var change = 0.0
            for actor in participants {
                next[actor] += anybody
                change += abs(next[actor] - rank[actor])
            }
            rank = next
            if change <= tolerance { break }
        }
        return rank
    }
}
