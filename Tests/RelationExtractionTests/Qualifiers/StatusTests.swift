import KnowledgeGraph
import TextAnalysis
import Testing

@testable import RelationExtraction

@Suite("Status")
struct StatusTests {
    @Test(
        "is told by auxiliaries, negation and what governs the verb",
        arguments: [
            ("Norway/Norway/NNP/2/nsubj bombed/bomb/VBD/0/root Iceland/Iceland/NNP/2/obj", 2, Status.actual),
            ("Norway/Norway/NNP/3/nsubj will/will/MD/3/aux bomb/bomb/VB/0/root Iceland/Iceland/NNP/3/obj", 3, .planned),
            ("Norway/Norway/NNP/3/nsubj may/may/MD/3/aux bomb/bomb/VB/0/root Iceland/Iceland/NNP/3/obj", 3, .possible),
            (
                "Norway/Norway/NNP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod bomb/bomb/VB/0/root Iceland/Iceland/NNP/4/obj", 4,
                .denied
            ),
            (
                "Norway/Norway/NNP/2/nsubj plans/plan/VBZ/0/root to/to/TO/4/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/4/obj", 4,
                .planned
            ),
            (
                "Norway/Norway/NNP/2/nsubj urged/urge/VBD/0/root Denmark/Denmark/NNP/2/obj to/to/TO/5/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/5/obj",
                5, .requested
            ),
            (
                "Norway/Norway/NNP/2/nsubj threatened/threaten/VBD/0/root to/to/TO/4/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/4/obj",
                4,
                .possible
            ),
            (
                "Norway/Norway/NNP/2/nsubj refused/refuse/VBD/0/root to/to/TO/4/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/4/obj", 4,
                .denied
            ),
            (
                "Norway/Norway/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/5/nsubj would/would/MD/5/aux bomb/bomb/VB/2/ccomp Iceland/Iceland/NNP/5/obj",
                5, .planned
            ),
            (
                "Norway/Norway/NNP/2/nsubj waits/wait/VBZ/0/root if/if/IN/5/mark they/they/PRP/5/nsubj bomb/bomb/VBP/2/advcl Iceland/Iceland/NNP/5/obj",
                5, .possible
            ),
            (
                "Norway/Norway/NNP/2/nsubj asked/ask/VBD/0/root Denmark/Denmark/NNP/2/obj not/not/RB/6/advmod to/to/TO/6/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/6/obj",
                6, .possible
            ),
            (
                "Norway/Norway/NNP/2/nsubj told/tell/VBD/0/root Denmark/Denmark/NNP/2/iobj that/that/IN/6/mark it/it/PRP/6/nsubj bombed/bomb/VBD/2/ccomp Iceland/Iceland/NNP/6/obj",
                6, .actual
            ),
            (
                "Norway/Norway/NNP/2/nsubj told/tell/VBD/0/root Denmark/Denmark/NNP/2/obj to/to/TO/5/mark bomb/bomb/VB/2/xcomp Iceland/Iceland/NNP/5/obj",
                5, .requested
            ),
            (
                "Norway/Norway/NNP/2/nsubj dropped/drop/VBD/0/root a/a/DT/4/det plan/plan/NN/2/obj to/to/TO/6/mark bomb/bomb/VB/4/acl Iceland/Iceland/NNP/6/obj",
                6, .denied
            ),
            (
                "Norway/Norway/NNP/2/nsubj used/use/VBD/0/root rockets/rocket/NNS/2/obj to/to/TO/5/mark bomb/bomb/VB/2/advcl Iceland/Iceland/NNP/5/obj",
                5, .actual
            ),
            (
                "Norway/Norway/NNP/3/nsubj will/will/MD/3/aux stay/stay/VB/0/root until/until/IN/6/mark Denmark/Denmark/NNP/6/nsubj bombs/bomb/VBZ/3/advcl Iceland/Iceland/NNP/6/obj",
                6, .possible
            ),
            (
                "Norway/Norway/NNP/2/nsubj waited/wait/VBD/0/root until/until/IN/5/mark Denmark/Denmark/NNP/5/nsubj bombed/bomb/VBD/2/advcl Iceland/Iceland/NNP/5/obj",
                5, .actual
            ),
            ("Norway/Norway/NNP/3/nsubj to/to/TO/3/mark bomb/bomb/VB/0/root Iceland/Iceland/NNP/3/obj", 3, .planned),
        ])
    func status(notation: String, verb: Int, expected: Status) throws {
        let tree = SentenceTree(Sentence(notation))
        let propositions = PropositionExtractor().propositions(in: tree)
        let context = SentenceContext(index: 0, tree: tree, propositions: propositions, actors: ActorIndex(), mentions: [])
        let proposition = try #require(propositions.first { $0.predicate == verb - 1 })
        #expect(StatusQualifier(context).status(of: proposition) == expected)
    }
}
