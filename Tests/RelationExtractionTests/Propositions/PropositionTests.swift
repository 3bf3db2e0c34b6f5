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
                    "Rates/rate/NNS/3/nsubj:pass were/be/VBD/3/aux:pass cut/cut/VBN/0/root by/by/IN/5/mark selling/sell/VBG/3/advcl bonds/bond/NNS/5/obj"
                ),
                says: ["verb sell ARG1=bonds"], never: ["sell ARG0=Rates"]),
            PropositionCase(
                sentence: Sentence(
                    "Ada/Ada/NNP/2/nsubj thanked/thank/VBD/0/root Roy/Roy/NNP/2/obj for/for/IN/5/mark coming/come/VBG/2/advcl"),
                says: ["verb come ARG1=Roy"], never: ["come ARG0=Ada", "come ARG1=Ada"]),
            PropositionCase(
                sentence: Sentence(
                    "Guards/guard/NNS/2/nsubj kept/keep/VBD/0/root ships/ship/NNS/2/obj from/from/IN/5/mark entering/enter/VBG/2/advcl ports/port/NNS/5/obj"
                ),
                says: ["verb enter ARG0=ships ARG1=ports"], never: ["enter ARG0=Guards"]),
            PropositionCase(
                sentence: Sentence(
                    "Guards/guard/NNS/2/nsubj sold/sell/VBD/0/root ships/ship/NNS/2/obj for/for/IN/5/mark buying/buy/VBG/2/advcl ports/port/NNS/5/obj"
                ),
                says: ["verb buy ARG0=Guards ARG1=ports"]),
            PropositionCase(
                sentence: Sentence(
                    "Ada/Ada/NNP/2/nsubj filed/file/VBD/0/root charges/charge/NNS/2/obj against/against/IN/5/case Roy/Roy/NNP/2/obl for/for/IN/7/mark stealing/steal/VBG/2/advcl ships/ship/NNS/7/obj"
                ),
                says: ["verb steal ARG0=Roy ARG1=ships"]),
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

    @Test(
        "of event nouns: possessors, prepositions, demonyms, pairs",
        arguments: [
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/3/nmod:poss 's/'s/POS/1/case attack/attack/NN/7/nsubj on/on/IN/5/case Mali/Mali/NNP/3/nmod was/be/VBD/7/cop brief/brief/JJ/0/root"
                ),
                says: ["noun attack ARG0=Chad ARG1/on=Mali"], never: ["possessive"]),
            PropositionCase(
                sentence: Sentence(
                    "Talks/talk/NNS/0/root between/between/IN/3/case Chad/Chad/NNP/1/nmod and/and/CC/5/cc Mali/Mali/NNP/3/conj"),
                says: ["noun talk ARG0/between=Chad ARG0/between=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/3/det Chadian/Chadian/JJ/3/amod raid/raid/NN/0/root on/on/IN/5/case Mali/Mali/NNP/3/nmod", names: ["MISC 2"]
                ),
                says: ["noun raid ARG0=Chadian ARG1/on=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/3/compound -/-/HYPH/1/punct Mali/Mali/NNP/4/compound talks/talk/NNS/0/root", names: ["LOC 1", "LOC 3"]),
                says: ["noun talk ARG0=Chad ARG0=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/5/det Greek/greek/JJ/5/amod and/and/CC/4/cc Turkish/turkish/JJ/2/conj raids/raid/NNS/0/root on/on/IN/7/case Mali/Mali/NNP/5/nmod",
                    names: ["MISC 2", "MISC 4", "LOC 7"]),
                says: ["noun raid ARG0=Greek ARG0=Turkish ARG1/on=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/3/det General/general/JJ/3/amod election/election/NN/0/root of/of/IN/5/case Ada/Ada/NNP/3/nmod"),
                says: ["noun election ARG1/of=Ada"], never: ["General"]),
            PropositionCase(
                sentence: Sentence(
                    "Mali/Mali/NNP/3/nmod:poss 's/'s/POS/1/case arrest/arrest/NN/0/root by/by/IN/5/case Chad/Chad/NNP/3/nmod"),
                says: ["noun arrest ARG1=Mali ARG0/by=Chad"]),
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/4/nsubj is/be/VBZ/4/cop in/in/IN/4/case talks/talk/NNS/0/root with/with/IN/6/case Mali/Mali/NNP/4/nmod"),
                says: ["lightVerb be in talk ARG0=Chad ARG2/with=Mali"], never: ["copula"]),
            PropositionCase(
                sentence: Sentence("Chad/Chad/NNP/3/nmod:poss 's/'s/POS/1/case river/river/NN/0/root in/in/IN/5/case Mali/Mali/NNP/3/nmod"),
                says: ["possessive river ARG0=Chad ARG1=river"], never: ["noun"]),
            PropositionCase(
                sentence: Sentence("The/the/DT/2/det attack/attack/NN/3/nsubj failed/fail/VBD/0/root"), says: [], never: ["noun"]),
        ])
    func nouns(_ example: PropositionCase) { expectPropositions(example) }

    @Test(
        "of light verbs have the noun's roles",
        arguments: [
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj with/with/IN/5/case Mali/Mali/NNP/2/obl"),
                says: ["lightVerb hold talk ARG0=Chad ARG2/with=Mali"], never: ["verb hold", "noun"]),
            PropositionCase(
                sentence: Sentence(
                    "Talks/talk/NNS/3/nsubj:pass were/be/VBD/3/aux:pass held/hold/VBN/0/root between/between/IN/5/case Chad/Chad/NNP/1/nmod and/and/CC/7/cc Mali/Mali/NNP/5/conj"
                ),
                says: ["lightVerb hold talk passive ARG0/between=Chad ARG0/between=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "Raids/raid/NNS/4/nsubj:pass were/be/VBD/4/aux:pass not/not/RB/4/advmod conducted/conduct/VBN/0/root by/by/IN/6/case Chad/Chad/NNP/4/obl:agent"
                ),
                says: ["lightVerb conduct raid not passive ARG0/by=Chad"]),
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/2/nsubj suffered/suffer/VBD/0/root attacks/attack/NNS/2/obj from/from/IN/5/case Mali/Mali/NNP/2/obl"),
                says: ["lightVerb suffer attack ARG1=Chad ARG0/from=Mali"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/2/det talks/talk/NNS/6/nsubj Chad/Chad/NNP/4/nsubj held/hold/VBD/2/acl:relcl soon/soon/RB/6/advmod failed/fail/VBD/0/root"
                ),
                says: ["lightVerb hold talk ARG0=Chad"]),
            PropositionCase(
                sentence: Sentence("Chad/Chad/NNP/2/nsubj held/hold/VBD/0/root gold/gold/NN/2/obj with/with/IN/5/case Mali/Mali/NNP/2/obl"),
                says: ["verb hold ARG0=Chad ARG1=gold ARG2/with=Mali"], never: ["lightVerb"]),
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/2/nsubj condemned/condemn/VBD/0/root attacks/attack/NNS/2/obj on/on/IN/5/case Mali/Mali/NNP/3/nmod"),
                says: ["verb condemn ARG0=Chad ARG1=attacks", "noun attack ARG1/on=Mali"], never: ["lightVerb"]),
            PropositionCase(
                sentence: Sentence(
                    "Chad/Chad/NNP/2/nsubj repeated/reiterate/VBD/0/root Mali/Mali/NNP/5/nmod:poss 's/'s/POS/3/case demand/demand/NN/2/obj"),
                says: ["verb reiterate ARG0=Chad ARG1=demand", "noun demand ARG0=Mali"], never: ["lightVerb"]),
        ])
    func lightVerbs(_ example: PropositionCase) { expectPropositions(example) }

    @Test(
        "of copulas, adjectives, titles, appositions and possessives",
        arguments: [
            PropositionCase(
                sentence: Sentence(
                    "Ada/Ada/NNP/5/nsubj was/be/VBD/5/cop not/not/RB/5/advmod the/the/DT/5/det mayor/mayor/NN/0/root of/of/IN/7/case Lyon/Lyon/NNP/5/nmod"
                ),
                says: ["copula be not ARG1=Ada ARG2=mayor ARG3/of=Lyon"]),
            PropositionCase(
                sentence: Sentence("Ada/Ada/NNP/4/nsubj is/be/VBZ/4/cop in/in/IN/4/case Lyon/Lyon/NNP/0/root"),
                says: ["copula be ARG1=Ada ARG2/in=Lyon"]),
            PropositionCase(
                sentence: Sentence(
                    "Ada/Ada/NNP/3/nsubj is/be/VBZ/3/cop critical/critical/JJ/0/root of/of/IN/6/case the/the/DT/6/det plan/plan/NN/3/obl"),
                says: ["adjective critical ARG1=Ada ARG2/of=plan"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/2/det group/group/NN/6/nsubj responsible/responsible/JJ/2/amod for/for/IN/5/case it/it/PRP/3/obl fled/flee/VBD/0/root"
                ),
                says: ["adjective responsible ARG1=group ARG2/for=it"]),
            PropositionCase(
                sentence: Sentence("The/the/DT/3/det large/large/JJ/3/amod group/group/NN/4/nsubj fled/flee/VBD/0/root"),
                says: ["verb flee ARG0=group"], never: ["adjective"]),
            PropositionCase(
                sentence: Sentence(
                    "Elysée/Elysée/NNP/2/compound aide/aide/NN/3/nmod:desc Ada/Ada/NNP/5/nsubj Roy/Roy/NNP/3/flat left/leave/VBD/0/root",
                    names: ["ORG 1", "PER 3 4"]),
                says: ["title aide ARG3=Elysée ARG2=aide ARG1=Ada", "verb leave ARG0=Ada"]),
            PropositionCase(
                sentence: Sentence(
                    "Ada/Ada/NNP/6/nsubj ,/,/,/4/punct Elysée/Elysée/NNP/4/compound aide/aide/NN/1/appos ,/,/,/4/punct left/leave/VBD/0/root",
                    names: ["PER 1", "ORG 3"]),
                says: ["apposition aide ARG1=Ada ARG3=Elysée ARG2=aide"]),
            PropositionCase(
                sentence: Sentence(
                    "The/the/DT/2/det mayor/mayor/NN/6/nsubj ,/,/,/4/punct Ada/Ada/NNP/2/appos ,/,/,/4/punct left/leave/VBD/0/root",
                    names: ["PER 4"]),
                says: ["apposition mayor ARG2=mayor ARG1=Ada"]),
            PropositionCase(
                sentence: Sentence(
                    "Radio/radio/NN/2/nsubj quoted/quote/VBD/0/root aide/aide/NN/2/obj Ada/Ada/NNP/3/flat as/as/IN/6/mark saying/say/VBG/2/advcl so/so/RB/6/advmod",
                    names: ["PER 4"], roles: ["6 v ARG0=1"]),
                says: ["title aide ARG2=aide ARG1=Ada", "verb quote ARG0=Radio ARG1=Ada ARGM-ADV/as=saying", "verb say ARG0=Ada"],
                never: ["say ARG0=Radio"]),
            PropositionCase(
                sentence: Sentence(
                    "US/US/NNP/3/compound President/president/NNP/3/nmod:desc Ada/Ada/NNP/5/nsubj Roy/Roy/NNP/3/flat left/leave/VBD/0/root",
                    names: ["LOC 1", "PER 3 4"]),
                says: ["title president ARG3=US ARG2=President ARG1=Ada"]),
            PropositionCase(
                sentence: Sentence(
                    "A/a/DT/2/det firm/firm/NN/0/root whose/whose/WP$/4/nmod:poss staff/staff/NN/5/nsubj left/leave/VBD/2/acl:relcl"),
                says: ["possessive staff ARG0=firm ARG1=staff"]),
            PropositionCase(
                sentence: Sentence(
                    "Bob/Bob/NNP/2/nsubj said/say/VBD/0/root Ada/Ada/NNP/6/nsubj is/be/VBZ/6/cop in/in/IN/6/case Lyon/Lyon/NNP/2/ccomp",
                    names: ["PER 1", "PER 3", "LOC 6"]),
                says: ["verb say ARG0=Bob ARG1=Lyon", "copula be ARG1=Ada ARG2/in=Lyon"]),
            PropositionCase(
                sentence: Sentence(
                    "In/in/IN/2/case Lyon/Lyon/NNP/0/root ,/,/,/4/punct France/France/NNP/2/appos", names: ["LOC 2", "LOC 4"]),
                says: [], never: ["apposition"]),
            PropositionCase(
                sentence: Sentence("Ada/Ada/NNP/3/nmod:poss 's/'s/POS/1/case office/office/NN/4/nsubj closed/close/VBD/0/root"),
                says: ["possessive office ARG0=Ada ARG1=office"]),
            PropositionCase(
                sentence: Sentence("Monday/Monday/NNP/3/nmod:poss 's/'s/POS/1/case paper/paper/NN/4/nsubj sold/sell/VBD/0/root"),
                says: [], never: ["possessive"]),
        ])
    func descriptions(_ example: PropositionCase) { expectPropositions(example) }

    @Test("take the model's roles, with relative pronouns resolved and what it misses added") func learnedRoles() {
        let sentence = Sentence(
            "The/the/DT/2/det firm/firm/NN/0/root which/which/WDT/4/nsubj met/meet/VBD/2/acl:relcl Ada/Ada/NNP/4/obj today/today/NN/4/obl:unmarked",
            roles: ["4 v R-ARG0=3 ARG1=5 ARGM-DIS=1"])
        let found = PropositionExtractor().propositions(in: sentence).map { $0.notation(in: sentence) }
        #expect(found == ["verb meet ARG0=firm ARG1=Ada ARGM-TMP=today"])
    }

    @Test("name the proposition that governs them") func parents() throws {
        let sentence = Sentence(
            "Ada/Ada/NNP/2/nsubj said/say/VBD/0/root Chad/Chad/NNP/4/nsubj called/call/VBD/2/ccomp for/for/IN/6/case talks/talk/NNS/4/obl with/with/IN/8/case Mali/Mali/NNP/6/nmod"
        )
        let found = PropositionExtractor().propositions(in: sentence)
        #expect(found.map(\.lemma) == ["say", "call", "talk"])
        #expect(found.map(\.parent) == [nil, 1, 3])
    }

    @Test("keep arguments minimal: no relative clauses, appositions, conjuncts or prepositions") func minimalPhrases() throws {
        let sentence = Sentence(
            "With/with/IN/3/case old/old/JJ/3/amod friends/friend/NNS/9/obl ,/,/,/6/punct who/who/WP/6/nsubj laughed/laugh/VBD/3/acl:relcl ,/,/,/6/punct Ada/Ada/NNP/9/nsubj ate/eat/VBD/0/root"
        )
        let eating = try #require(PropositionExtractor().propositions(in: sentence).first { $0.lemma == "eat" })
        #expect(eating.arguments.map(\.tokens) == [[1, 2], [7]])
    }

    @Test(
        "of broken trees end without a crash",
        arguments: [
            "a/a/VBD/2/nsubj b/b/VBD/1/conj c/c/NN/3/conj",
            "a/a/VBN/9/acl:relcl b/b/NN/1/appos",
            "a/a/WDT/2/nsubj b/b/VBD/3/acl:relcl c/c/NN/2/xcomp d/d/VBD/3/conj",
            "",
        ])
    func brokenTrees(_ notation: String) {
        let sentence = Sentence(notation, names: ["PER 1 90"], roles: ["1 v ARG0=1 ARG1=40", "70 n ARG0=1"])
        _ = PropositionExtractor().propositions(in: sentence)
        _ = OpenExtractor().extractions(in: sentence)
    }

    @Test("of a very deep tree end in time") func deepTree() {
        let words = (1...400).map { "w\($0)/w/VBD/\($0 - 1)/\($0 % 2 == 0 ? "conj" : "xcomp")" }.joined(separator: " ")
        #expect(PropositionExtractor().propositions(in: Sentence(words)).count <= 400)
    }
}
