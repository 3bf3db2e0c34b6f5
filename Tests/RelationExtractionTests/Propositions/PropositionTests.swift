import Testing
import TextAnalysis

@testable import RelationExtraction

/// A sentence with what must, and what must not, be read from it. Propositions are written `kind lemma ROLE=word …`, flags before the roles.
struct PropositionCase: Sendable, CustomTestStringConvertible {
    var sentence: Sentence
    var says: [String]
    var never: [String] = []

    var testDescription: String { sentence.tokens.map(\.form).joined(separator: " ") }
}

extension Proposition {
    func notation(in sentence: Sentence) -> String {
        var parts = [kind.rawValue, lemma]
        if isNegated { parts.append("not") }
        if isPassive { parts.append("passive") }
        for argument in arguments {
            let marker = argument.marker.map { "/\($0)" } ?? ""
            parts.append("\(argument.role)\(marker)=\(sentence.tokens[argument.token].form)")
        }
        return parts.joined(separator: " ")
    }
}

private func expectPropositions(_ example: PropositionCase) {
    let found = PropositionExtractor().propositions(in: example.sentence).map { $0.notation(in: example.sentence) }
    for expected in example.says { #expect(found.contains(expected), "found \(found)") }
    for unwanted in example.never { #expect(!found.contains { $0.contains(unwanted) }, "found \(found)") }
}

@Suite("Propositions") struct PropositionTests {
    @Test(
        "of verbs: voice, particles, negation",
        arguments: [
            PropositionCase(
                sentence: Sentence("Rebels/rebel/NNS/2/nsubj shelled/shell/VBD/0/root towns/town/NNS/2/obj"),
                says: ["verb shell ARG0=Rebels ARG1=towns"]),
            PropositionCase(
                sentence: Sentence(
                    "Towns/town/NNS/3/nsubj:pass were/be/VBD/3/aux:pass shelled/shell/VBN/0/root by/by/IN/5/case rebels/rebel/NNS/3/obl:agent"
                ),
                says: ["verb shell passive ARG1=Towns ARG0/by=rebels"]),
            PropositionCase(
                sentence: Sentence(
                    "Rebels/rebel/NNS/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod blow/blow/VB/0/root up/up/RP/4/compound:prt bridges/bridge/NNS/4/obj"
                ),
                says: ["verb blow up not ARG0=Rebels ARG1=bridges"]),
            PropositionCase(
                sentence: Sentence("No/no/DT/2/det rebels/rebel/NNS/3/nsubj fled/flee/VBD/0/root"),
                says: ["verb flee not ARG0=rebels"]),
            PropositionCase(
                sentence: Sentence("Rebels/rebel/NNS/2/nsubj failed/fail/VBD/0/root to/to/TO/4/mark flee/flee/VB/2/xcomp"),
                says: ["verb flee ARG0=Rebels"], never: ["not"]),
            PropositionCase(
                sentence: Sentence("Trains/train/NNS/2/nsubj hit/hit/VBN/0/root in/in/IN/4/case strike/strike/NN/2/obl"),
                says: ["verb hit passive ARG1=Trains ARGM-LOC/in=strike"]),
        ])
    func verbs(_ example: PropositionCase) { expectPropositions(example) }

    @Test(
        "share subjects through conjunction, control, participles and relative clauses",
        arguments: [
            PropositionCase(
                sentence: Sentence(
                    "Rebels/rebel/NNS/2/nsubj came/come/VBD/0/root and/and/CC/4/cc burned/burn/VBD/2/conj towns/town/NNS/4/obj"),
                says: ["verb burn ARG0=Rebels ARG1=towns"]),
            PropositionCase(
                sentence: Sentence(
                    "Rebels/rebel/NNS/2/nsubj came/come/VBD/0/root and/and/CC/5/cc troops/troop/NNS/5/nsubj fired/fire/VBD/2/conj"),
                says: ["verb fire ARG0=troops"], never: ["fire ARG0=Rebels"]),
            PropositionCase(
                sentence: Sentence(
                    "Norway/Norway/NNP/2/nsubj agreed/agree/VBD/0/root to/to/TO/4/mark send/send/VB/2/xcomp medics/medic/NNS/4/obj"),
                says: ["verb send ARG0=Norway ARG1=medics"]),
            PropositionCase(
                sentence: Sentence(
                    "Norway/Norway/NNP/2/nsubj asked/ask/VBD/0/root Chad/Chad/NNP/2/obj to/to/TO/5/mark leave/leave/VB/2/xcomp"),
                says: ["verb leave ARG0=Chad"], never: ["leave ARG0=Norway"]),
            PropositionCase(
                sentence: Sentence(
                    "Norway/Norway/NNP/2/nsubj promised/promise/VBD/0/root Chad/Chad/NNP/2/obj to/to/TO/5/mark leave/leave/VB/2/xcomp"),
                says: ["verb leave ARG0=Norway"]),
            PropositionCase(
                sentence: Sentence(
                    "Miners/miner/NNS/5/nsubj killed/kill/VBN/1/acl in/in/IN/4/case May/May/NNP/2/obl protested/protest/VBD/0/root"),
                says: ["verb kill passive ARG1=Miners ARGM-TMP/in=May"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/2/det army/army/NN/5/nsubj that/that/WDT/4/nsubj attacked/attack/VBD/2/acl:relcl withdrew/withdraw/VBD/0/root"
                ),
                says: ["verb attack ARG0=army"]),
            PropositionCase(
                sentence: Sentence(
                    "Towns/town/NNS/4/nsubj rebels/rebel/NNS/3/nsubj took/take/VBD/1/acl:relcl burned/burn/VBD/0/root"),
                says: ["verb take ARG1=Towns ARG0=rebels"]),
            PropositionCase(
                sentence: Sentence(
                    "Risks/risk/NNS/0/root of/of/IN/3/mark losing/lose/VBG/1/acl towns/town/NNS/3/obj"),
                says: ["verb lose ARG1=towns"], never: ["ARG0=Risks"]),
            PropositionCase(
                sentence: Sentence("Minister/minister/NN/0/root to/to/TO/3/mark attend/attend/VB/1/acl funeral/funeral/NN/3/obj"),
                says: ["verb attend ARG0=Minister ARG1=funeral"]),
            PropositionCase(
                sentence: Sentence(
                    "A/a/DT/2/det plan/plan/NN/0/root to/to/TO/4/mark attack/attack/VB/2/acl towns/town/NNS/4/obj"),
                says: ["verb attack ARG1=towns"], never: ["ARG0=plan"]),
        ])
    func subjects(_ example: PropositionCase) { expectPropositions(example) }

    @Test(
        "give every conjunct an argument, and quantities their content",
        arguments: [
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/4/nsubj and/and/CC/3/cc Mali/Mali/NNP/1/conj met/meet/VBD/0/root with/with/IN/6/case envoys/envoy/NNS/4/obl"
                ),
                says: ["verb meet ARG0=Chad ARG0=Mali ARG2/with=envoys"]),
            PropositionCase(
                sentence: Sentence(
                    "Dozens/dozen/NNS/4/nsubj of/of/IN/3/case miners/miner/NNS/1/nmod left/leave/VBD/0/root"),
                says: ["verb leave ARG0=miners"], never: ["Dozens"]),
            PropositionCase(
                sentence: Sentence("Leaders/leader/NNS/4/nsubj of/of/IN/3/case miners/miner/NNS/1/nmod left/leave/VBD/0/root"),
                says: ["verb leave ARG0=Leaders"], never: ["ARG0=miners"]),
        ])
    func argumentHeads(_ example: PropositionCase) { expectPropositions(example) }
}
