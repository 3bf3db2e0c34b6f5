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
            (
                "Norway/Norway/NNP/3/nsubj will/will/MD/3/aux answer/answer/VB/0/root by/by/IN/5/mark bombing/bomb/VBG/3/advcl Iceland/Iceland/NNP/5/obj",
                5, .planned
            ),
            (
                "Norway/Norway/NNP/3/nsubj may/may/MD/3/aux answer/answer/VB/0/root ,/,/,/5/punct bombing/bomb/VBG/3/advcl Iceland/Iceland/NNP/5/obj",
                5, .possible
            ),
            (
                "Norway/Norway/NNP/2/nsubj answered/answer/VBD/0/root by/by/IN/4/mark bombing/bomb/VBG/2/advcl Iceland/Iceland/NNP/4/obj",
                4, .actual
            ),
            (
                "It/it/PRP/3/expl is/be/VBZ/3/cop unlikely/unlikely/JJ/0/root that/that/IN/7/mark Norway/Norway/NNP/7/nsubj will/will/MD/7/aux bomb/bomb/VB/3/csubj Iceland/Iceland/NNP/7/obj",
                7, .possible
            ),
            (
                "Norway/Norway/NNP/3/nsubj may/may/MD/3/aux refuse/refuse/VB/0/root to/to/TO/5/mark bomb/bomb/VB/3/xcomp Iceland/Iceland/NNP/5/obj",
                5, .possible
            ),
            (
                "Rumors/rumor/NNS/2/nsubj spread/spread/VBD/0/root that/that/IN/6/mark Norway/Norway/NNP/6/nsubj had/have/VBD/6/aux bombed/bomb/VBN/1/acl Iceland/Iceland/NNP/6/obj",
                6, .possible
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

    @Test(
        "of an event that a noun names is told by what governs the noun",
        arguments: [
            ("Norway/Norway/NNP/2/nsubj urged/urge/VBD/0/root talks/talk/NNS/2/obj", 3, Status.requested),
            ("Norway/Norway/NNP/2/nsubj called/call/VBD/0/root for/for/IN/4/case talks/talk/NNS/2/obl", 4, .requested),
            (
                "Norway/Norway/NNP/2/nsubj called/call/VBD/0/root the/the/DT/4/det raid/raid/NN/2/obj a/a/DT/6/det crime/crime/NN/2/xcomp",
                4, .actual
            ),
            (
                "Norway/Norway/NNP/2/nsubj urged/urge/VBD/0/root sanctions/sanction/NNS/2/obj after/after/IN/6/case the/the/DT/6/det raid/raid/NN/2/obl",
                6, .actual
            ),
            ("Any/any/DT/2/det raid/raid/NN/4/nsubj will/will/MD/4/aux hurt/hurt/VB/0/root", 2, .possible),
            ("Norway/Norway/NNP/3/nsubj may/may/MD/3/aux avert/avert/VB/0/root the/the/DT/5/det raid/raid/NN/3/obj", 5, .possible),
            (
                "Peace/peace/NN/3/nsubj is/be/VBZ/3/cop conditional/conditional/JJ/0/root on/on/IN/6/case a/a/DT/6/det withdrawal/withdrawal/NN/3/obl",
                6, .possible
            ),
        ])
    func statusOfNouns(notation: String, noun: Int, expected: Status) {
        let tree = SentenceTree(Sentence(notation))
        let context = SentenceContext(index: 0, tree: tree, propositions: [], actors: ActorIndex(), mentions: [])
        let proposition = Proposition(
            kind: .noun, predicate: noun - 1, predicateTokens: [noun - 1], lemma: tree.lemma(noun - 1), arguments: [])
        #expect(StatusQualifier(context).status(of: proposition) == expected)
    }
}
