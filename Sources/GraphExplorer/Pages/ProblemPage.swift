/// The page of a request that has no answer.
struct ProblemPage: Page {
    static let template = "problem"

    let title: String
    let site: String
    let detail: String
    let excerpt: String?
    let candidates: [Candidate]

    struct Candidate {
        var name: String
        var id: String
        var address: String
    }

    init(_ problem: Problem, title site: String) {
        title = problem.title
        self.site = site
        detail = problem.detail
        excerpt = problem.excerpt
        candidates = problem.candidates.map { Candidate(name: $0.name, id: $0.id, address: PageAddress.actor($0.id)) }
    }
}
