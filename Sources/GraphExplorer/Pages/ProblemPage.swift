/// The page of a request that has no answer.
struct ProblemPage: Page {
    static let template = "problem"

    let frame: PageFrame
    let problemTitle: String
    let problemDetail: String
    let problemExcerpt: String?
    let candidates: [Candidate]
    let hasCandidates: Bool
    let statusCode: Int

    struct Candidate: Sendable {
        var candidateName: String
        var candidateID: String
        var candidateAddress: String
    }

    init(_ problem: Problem, title site: String) {
        frame = PageFrame(problem.title, site: site)
        problemTitle = problem.title
        problemDetail = problem.detail.asSentence
        problemExcerpt = problem.excerpt
        candidates = problem.candidates.map {
            Candidate(candidateName: PageWords.name($0.name), candidateID: $0.id, candidateAddress: PageAddress.actor($0.id))
        }
        hasCandidates = !candidates.isEmpty
        statusCode = problem.status.code
    }
}
