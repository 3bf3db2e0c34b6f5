import Testing
import TextAnalysis

@testable import RelationExtraction

@Suite("Open extraction") struct OpenExtractionTests {
    private func written(_ sentence: Sentence, extent: PhraseExtent = .full) -> [String] {
        OpenExtractor(extent: extent).extractions(in: sentence).map { extraction in
            ([extraction.subject, extraction.relation] + extraction.arguments).joined(separator: " | ")
        }
    }

    @Test("takes the first argument's preposition into the relation and leaves the others theirs") func prepositions() {
        let sentence = Sentence(
            "Ada/Ada/NNP/3/nsubj:pass was/be/VBD/3/aux:pass sent/send/VBN/0/root to/to/IN/5/case Lyon/Lyon/NNP/3/obl in/in/IN/7/case May/May/NNP/3/obl"
        )
        #expect(written(sentence) == ["Ada | was sent to | Lyon | in May"])
    }

    @Test("writes one tuple for each conjunct") func conjuncts() {
        let sentence = Sentence(
            "Ada/Ada/NNP/4/nsubj and/and/CC/3/cc Bob/Bob/NNP/1/conj sold/sell/VBD/0/root milk/milk/NN/4/obj and/and/CC/7/cc bread/bread/NN/5/conj"
        )
        #expect(written(sentence) == ["Ada | sold | milk", "Ada | sold | bread", "Bob | sold | milk", "Bob | sold | bread"])
    }

    @Test("writes a verb with the verbs that govern it, once") func chains() {
        let sentence = Sentence(
            "Ada/Ada/NNP/2/nsubj agreed/agree/VBD/0/root to/to/TO/4/mark sell/sell/VB/2/xcomp milk/milk/NN/4/obj")
        #expect(written(sentence) == ["Ada | agreed to sell | milk"])
    }

    @Test("keeps negation in the relation") func negation() {
        let sentence = Sentence(
            "Ada/Ada/NNP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod sell/sell/VB/0/root milk/milk/NN/4/obj")
        #expect(written(sentence) == ["Ada | did not sell | milk"])
    }

    @Test("understands is and has") func implied() {
        let sentence = Sentence(
            "Mayor/mayor/NN/2/nmod:desc Ada/Ada/NNP/4/nmod:poss 's/'s/POS/2/case office/office/NN/5/nsubj closed/close/VBD/0/root",
            names: ["PER 2"])
        #expect(written(sentence) == ["Ada | is | Mayor", "Mayor Ada | has | office", "Mayor Ada 's office | closed"])
    }

    @Test("writes phrases in full or minimal") func extents() {
        let sentence = Sentence(
            "Ada/Ada/NNP/2/nsubj sold/sell/VBD/0/root milk/milk/NN/2/obj that/that/WDT/5/nsubj soured/sour/VBD/3/acl:relcl")
        #expect(written(sentence).contains("Ada | sold | milk that soured"))
        #expect(written(sentence, extent: .minimal).contains("Ada | sold | milk"))
    }

    @Test(
        "says nothing of commands and fragments",
        arguments: [
            "Read/read/VB/0/root it/it/PRP/1/obj",
            "Milk/milk/NN/0/root and/and/CC/3/cc bread/bread/NN/1/conj",
        ])
    func nothing(_ notation: String) { #expect(written(Sentence(notation)).isEmpty) }

    @Test("writes lines whose fields hold no tabs or line ends") func lines() {
        let extraction = OpenExtraction(relation: "sold\tout", subject: "A\r\nB", arguments: ["x\ny"], confidence: 1.7)
        #expect(extraction.line(for: "S\t.") == "S .\t1.000\tsold out\tA B\tx y")
    }

    @Test("keeps words joined as the sentence writes them") func spacing() {
        var sentence = Sentence("Ada/Ada/NNP/4/nsubj do/do/VBP/4/aux n't/not/RB/4/advmod sell/sell/VB/0/root milk/milk/NN/4/obj")
        sentence.tokens[1].isFollowedBySpace = false
        #expect(written(sentence) == ["Ada | don't sell | milk"])
    }
}
