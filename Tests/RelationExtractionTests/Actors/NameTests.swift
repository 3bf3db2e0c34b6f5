import KnowledgeGraph
import TextAnalysis
import Testing

@testable import RelationExtraction

@Suite("Names")
struct NameTests {
    @Test("A surname goes to the person whose full name the text gives, before or after")
    func surname() throws {
        let text = try ActorText(
            "Okafor/Okafor/NNP/2/nsubj resigned/resign/VBD/0/root ; PER 1",
            "Minister/minister/NN/2/nmod:desc Adaeze/Adaeze/NNP/4/nsubj Okafor/Okafor/NNP/2/flat left/leave/VBD/0/root ; PER 2 3",
            "Okafor/Okafor/NNP/2/nsubj returned/return/VBD/0/root ; PER 1")
        #expect(text.name(1, 1) == "Adaeze Okafor")
        #expect(text.id(2, 2) == "person/adaeze-okafor")
        #expect(text.name(3, 1) == "Adaeze Okafor")
        #expect(text.index.actors.count == 1)
    }

    @Test("Two people who share a surname stay two; the bare surname is whoever was named most, and first")
    func twoSmiths() throws {
        let text = try ActorText(
            "John/John/NNP/3/nsubj Smith/Smith/NNP/1/flat met/meet/VBD/0/root Mary/Mary/NNP/3/obj Smith/Smith/NNP/4/flat ; PER 1 2 ; PER 4 5",
            "Smith/Smith/NNP/2/nsubj left/leave/VBD/0/root ; PER 1",
            "Mr/Mr/NNP/2/nmod:desc Smith/Smith/NNP/3/nsubj stayed/stay/VBD/0/root ; PER 2")
        #expect(text.name(1, 1) == "John Smith")
        #expect(text.name(1, 4) == "Mary Smith")
        #expect(text.name(2, 1) == "John Smith")
        #expect(text.name(3, 2) == "John Smith")
    }

    @Test("A seat of government taken for a surname is the government, but not where the text has somebody of that name")
    func seat() throws {
        let washington = "Washington/Washington/NNP/2/nsubj rejected/reject/VBD/0/root it/it/PRP/2/obj ; PER 1"
        #expect(try ActorText(washington).name(1, 1) == "United States")
        let text = try ActorText(
            "Desmond/Desmond/NNP/3/nsubj Washington/Washington/NNP/1/flat spoke/speak/VBD/0/root ; PER 1 2", washington)
        #expect(text.name(2, 1) == "Desmond Washington")
    }

    @Test("Two names that the recogniser ran together are two where the second begins a clause")
    func runTogether() throws {
        let text = try ActorText(
            "He/he/PRP/2/nsubj told/tell/VBD/0/root Reuters/Reuters/NNP/2/obj Okafor/Okafor/NNP/6/nsubj would/would/MD/6/aux come/come/VB/2/ccomp ; PER 3 4"
        )
        #expect(text.name(1, 3) == "Reuters")
        #expect(text.name(1, 4) == "Okafor")
    }

    @Test("A middle name that the text has not given yet is another's name")
    func middleName() throws {
        let text = try ActorText(
            "Vale/Vale/NNP/2/nsubj resigned/resign/VBD/0/root ; PER 1",
            "Lena/Lena/NNP/4/nsubj Vale/Vale/NNP/1/flat Moss/Moss/NNP/1/flat left/leave/VBD/0/root ; PER 1 3")
        #expect(text.id(1, 1) != text.id(2, 1))
    }

    @Test("A name with a number is the only bearer's, unless there are several numbers")
    func regnal() throws {
        let text = try ActorText(
            "Paul/Paul/NNP/3/nsubj Orr/Orr/NNP/1/flat ruled/rule/VBD/0/root ; PER 1 2",
            "Orr/Orr/NNP/3/nsubj I/I/NNP/1/flat died/die/VBD/0/root ; PER 1 2")
        #expect(text.id(2, 1) == text.id(1, 1))
        let two = try ActorText(
            "Igor/Igor/NNP/3/nsubj V/V/NNP/1/flat ruled/rule/VBD/0/root ; PER 1 2",
            "Igor/Igor/NNP/3/nsubj VI/VI/NNP/1/flat died/die/VBD/0/root ; PER 1 2")
        #expect(two.id(2, 1) != two.id(1, 1))
    }

    @Test("The sign of a firm on an exchange is no name")
    func stockSymbol() throws {
        let text = try ActorText(
            "Delvo/Delvo/NNP/6/nsubj </</-LRB-/3/punct CTC/CTC/NNP/1/appos >/>/-RRB-/3/punct has/have/VBZ/6/aux grown/grow/VBN/0/root ; ORG 1 ; ORG 3",
            "CTC/CTC/NNP/2/nsubj left/leave/VBD/0/root ; ORG 1")
        #expect(text.name(1, 1) == "Delvo")
        #expect(text.name(1, 3) == nil)
        #expect(text.name(2, 1) != "Delvo")
    }

    @Test("A firm named for two is one where the text never has the first alone")
    func partners() throws {
        let vikAndOrr = "Vik/Vik/NNP/5/nsubj and/and/CC/3/cc Orr/Orr/NNP/1/conj Co/Co/NNP/3/flat left/leave/VBD/0/root ; ORG 1 ; ORG 3 4"
        #expect(try ActorText(vikAndOrr, vikAndOrr).name(1, 1) == "Vik and Orr Co")
        #expect(try ActorText(vikAndOrr).name(1, 1) == "Vik")
        #expect(try ActorText(vikAndOrr, vikAndOrr, "Vik/Vik/NNP/2/nsubj grew/grow/VBD/0/root ; ORG 1").name(1, 1) == "Vik")
    }

    @Test("Who is taken for a person is the firm of that name, unless somebody bears it")
    func firm() throws {
        let firm = "Delvo/Delvo/NNP/3/nsubj Inc/Inc/NNP/1/flat left/leave/VBD/0/root ; ORG 1 2"
        let bare = "Delvo/Delvo/NNP/2/nsubj grew/grow/VBD/0/root ; PER 1"
        #expect(try ActorText(firm, bare).name(2, 1) == "Delvo Inc")
        let person = "Ana/Ana/NNP/3/nsubj Delvo/Delvo/NNP/1/flat spoke/speak/VBD/0/root ; PER 1 2"
        #expect(try ActorText(firm, person, bare).name(3, 1) == "Ana Delvo")
    }

    @Test("Little words end no name, and a country inside a name is not put before it")
    func edges() throws {
        let court = try ActorText(
            "The/the/DT/2/det Court/Court/NNP/7/nsubj of/of/IN/4/case Appeals/Appeals/NNPS/2/nmod for/for/IN/6/case cod/cod/NN/2/nmod ruled/rule/VBD/0/root ; ORG 2 5"
        )
        #expect(court.name(1, 2) == "Court of Appeals")
        let bank = try ActorText(
            "The/the/DT/2/det Bank/Bank/NNP/5/nsubj of/of/IN/4/case Norway/Norway/NNP/2/nmod sold/sell/VBD/0/root ; ORG 2 4")
        #expect(bank.name(1, 2) == "Bank of Norway")
    }

    @Test("A name goes on after its hyphen")
    func hyphen() throws {
        var sentence = Sentence(
            "Li/Li/NNP/5/nsubj Sung/Sung/NNP/1/flat -/-/HYPH/4/punct min/min/NNP/1/flat left/leave/VBD/0/root", names: ["PER 1 2"])
        for token in 1...2 { sentence.tokens[token].isFollowedBySpace = false }
        let index = ActorResolver(tables: try .bundled()).actors(in: [sentence])
        #expect(index.actor(sentence: 0, head: 0)?.name == "Li Sung-min")
    }

    @Test("A surname that is a trade is a name beside a form of address, an office is not")
    func trade() throws {
        let text = try ActorText(
            "Ms/Ms/NNP/2/nmod:desc Potter/Potter/NNP/3/nsubj spoke/speak/VBD/0/root ; PER 2",
            "Potter/Potter/NNP/2/nsubj left/leave/VBD/0/root ; PER 1",
            "Mr/Mr/NNP/2/nmod:desc President/President/NNP/3/nsubj stayed/stay/VBD/0/root ; PER 2")
        #expect(text.index.mention(sentence: 1, head: 0)?.form == .name)
        #expect(text.id(1, 2) == text.id(2, 1))
        #expect(text.index.mention(sentence: 2, head: 1)?.form == .description)
    }

    @Test("A body is called by its head word where the text names one such body and no other")
    func headWord() throws {
        let text = try ActorText(
            "The/the/DT/4/det Arden/Arden/NNP/3/compound Valley/Valley/NNP/4/compound Bank/Bank/NNP/5/nsubj lent/lend/VBD/0/root ; ORG 2 4",
            "The/the/DT/2/det Bank/Bank/NNP/3/nsubj refused/refuse/VBD/0/root ; ORG 2")
        #expect(text.id(2, 2) == text.id(1, 4))
        let two = try ActorText(
            "Arden/Arden/NNP/2/compound Bank/Bank/NNP/3/nsubj sued/sue/VBD/0/root Melk/Melk/NNP/5/compound Bank/Bank/NNP/3/obj ; ORG 1 2 ; ORG 4 5",
            "The/the/DT/2/det Bank/Bank/NNP/3/nsubj refused/refuse/VBD/0/root ; ORG 2")
        #expect(two.id(2, 2) != two.id(1, 2))
        #expect(two.id(2, 2) != two.id(1, 5))
    }

    @Test("Names inside a name are whom the text names in full; a surname inside is not")
    func nested() throws {
        let text = try ActorText(
            "Paul/Paul/NNP/3/nsubj Orr/Orr/NNP/1/flat left/leave/VBD/0/root ; PER 1 2",
            "The/the/DT/4/det Paul/Paul/NNP/4/compound Orr/Orr/NNP/2/flat Foundation/Foundation/NNP/5/nsubj closed/close/VBD/0/root ; ORG 2 4",
            "The/the/DT/3/det Orr/Orr/NNP/3/compound Bridge/Bridge/NNP/4/nsubj fell/fall/VBD/0/root ; LOC 2 3")
        #expect(text.name(2, 2) == "Paul Orr")
        #expect(text.name(2, 4) == "Paul Orr Foundation")
        #expect(text.name(3, 2) == nil)
    }

    @Test("Two people whom the recogniser took for one are two")
    func joinedPeople() throws {
        let text = try ActorText(
            "Paul/Paul/NNP/6/nsubj Orr/Orr/NNP/1/flat and/and/CC/4/cc Ivan/Ivan/NNP/1/conj Roth/Roth/NNP/4/flat left/leave/VBD/0/root ; PER 1 5"
        )
        #expect(text.name(1, 1) == "Paul Orr")
        #expect(text.name(1, 4) == "Ivan Roth")
    }

    @Test("An acronym that the text defines is what it says, not what the letters stand for elsewhere")
    func definedAcronym() throws {
        let text = try ActorText(
            "Norway/Norway/NNP/9/nsubj 's/'s/POS/1/case Internal/Internal/NNP/4/compound Ports/Ports/NNP/5/compound Commission/Commission/NNP/9/nsubj (/(/-LRB-/7/punct IPC/IPC/NNP/5/appos )/)/-RRB-/7/punct met/meet/VBD/0/root ; ORG 3 5 ; ORG 7",
            "The/the/DT/2/det IPC/IPC/NNP/3/nsubj left/leave/VBD/0/root ; ORG 2")
        #expect(text.name(2, 2) == "Internal Ports Commission")
        let nato = try ActorText(
            "Nordic/Nordic/NNP/4/compound Air/Air/NNP/4/compound Transport/Transport/NNP/4/compound Office/Office/NNP/8/nsubj (/(/-LRB-/6/punct NATO/NATO/NNP/4/appos )/)/-RRB-/6/punct closed/close/VBD/0/root ; ORG 1 4 ; ORG 6"
        )
        #expect(nato.name(1, 6) == "Nordic Air Transport Office")
        let icc = try ActorText(
            "Interstate/Interstate/NNP/3/compound Canal/Canal/NNP/3/compound Commission/Commission/NNP/4/nsubj met/meet/VBD/0/root ; ORG 1 3",
            "The/the/DT/2/det ICC/ICC/NNP/3/nsubj left/leave/VBD/0/root ; ORG 2")
        #expect(icc.name(2, 2) == "Interstate Canal Commission")
    }

    @Test("A first name that is a noun too is no title; a title that the tree takes for one is")
    func nounAsFirstName() throws {
        let text = try ActorText(
            "Lech/Lech/NNP/3/nsubj Orr/Orr/NNP/1/flat left/leave/VBD/0/root ; PER 1 2",
            "Minister/minister/NNP/3/nsubj Roth/Roth/NNP/1/flat stayed/stay/VBD/0/root ; PER 1 2")
        #expect(text.name(1, 1) == "Lech Orr")
        #expect(text.index.actors.map(\.name) == ["Lech Orr", "Roth"])
    }

    @Test("Initials are the full name's, not another's")
    func initials() throws {
        let text = try ActorText(
            "Sofia/Sofia/NNP/3/nsubj Brandt/Brandt/NNP/1/flat spoke/speak/VBD/0/root ; PER 1 2",
            "S.K./S.K./NNP/3/nsubj Brandt/Brandt/NNP/1/flat spoke/speak/VBD/0/root ; PER 1 2",
            "T./T./NNP/3/nsubj Brandt/Brandt/NNP/1/flat spoke/speak/VBD/0/root ; PER 1 2")
        #expect(text.name(2, 1) == "Sofia Brandt")
        #expect(text.name(3, 1) == "T. Brandt")
    }

    @Test("An acronym stands for the name whose initials it is")
    func acronym() throws {
        let text = try ActorText(
            "Lake/Lake/NNP/4/compound Chad/Chad/NNP/4/compound Basin/Basin/NNP/4/compound Commission/Commission/NNP/5/nsubj met/meet/VBD/0/root ; ORG 1 4",
            "The/the/DT/2/det LCBC/LCBC/NNP/3/nsubj agreed/agree/VBD/0/root ; ORG 2")
        #expect(text.name(2, 2) == "Lake Chad Basin Commission")
        #expect(text.index.aliases[0].contains("LCBC"))
    }

    @Test("A ministry is named with its country, however the text puts it")
    func ministry() throws {
        let text = try ActorText(
            "Norway/Norway/NNP/4/nmod:poss 's/'s/POS/1/case Defence/Defence/NNP/4/compound Ministry/Ministry/NNP/5/nsubj said/say/VBD/0/root ; LOC 1 ; ORG 3 4",
            "The/the/DT/2/det ministry/ministry/NN/3/nsubj denied/deny/VBD/0/root it/it/PRP/3/obj")
        #expect(text.name(1, 4) == "Norwegian Defence Ministry")
        #expect(text.name(1, 1) == "Norway")
        #expect(text.name(2, 2) == "Norwegian Defence Ministry")
        #expect(text.index.aliases[0].contains("Defence Ministry") || text.index.aliases[1].contains("Defence Ministry"))
    }

    @Test("A capital stands for its government when it acts, and for itself when things are in it")
    func metonym() throws {
        let text = try ActorText(
            "Oslo/Oslo/NNP/2/nsubj protested/protest/VBD/0/root ; LOC 1",
            "They/they/PRP/2/nsubj met/meet/VBD/0/root in/in/IN/4/case Oslo/Oslo/NNP/2/obl ; LOC 4",
            "Talks/talk/NNS/0/root with/with/IN/3/case Oslo/Oslo/NNP/1/nmod ; LOC 3")
        #expect(text.id(1, 1) == "country/norway")
        #expect(text.id(2, 4) == "place/oslo")
        #expect(text.id(3, 3) == "country/norway")
    }

    @Test("Names that only look like countries are not")
    func notCountries() throws {
        let text = try ActorText(
            "Paris/Paris/NNP/3/nsubj Hilton/Hilton/NNP/1/flat left/leave/VBD/0/root ; PER 1 2",
            "Jordan/Jordan/NNP/2/nsubj left/leave/VBD/0/root ; PER 1",
            "The/the/DT/3/det Washington/Washington/NNP/3/compound Post/Post/NNP/4/nsubj reported/report/VBD/0/root ; ORG 2 3")
        #expect(text.id(1, 1) == "person/paris-hilton")
        #expect(text.index.actor(sentence: 1, head: 0)?.type == .person)
        #expect(text.name(3, 3) == "Washington Post")
        #expect(!text.index.actors.contains { $0.type == .country })
    }

    @Test("A demonym is its country, and the noun beside it is not")
    func demonym() throws {
        let text = try ActorText(
            "The/the/DT/3/det Kenyan/Kenyan/JJ/3/amod attack/attack/NN/4/nsubj failed/fail/VBD/0/root",
            "Two/two/CD/3/nummod Kenyan/Kenyan/JJ/3/amod soldiers/soldier/NNS/4/nsubj died/die/VBD/0/root")
        #expect(text.id(1, 2) == "country/kenya")
        #expect(text.index.mention(sentence: 0, head: 1)?.form == .adjective)
        #expect(text.name(1, 3) == "Kenyan attack")
        #expect(text.name(2, 3) == "Two Kenyan soldiers")
        #expect(text.index.actor(sentence: 1, head: 2)?.type == .group)
    }

    @Test("A language is not a country", arguments: ["She/she/PRP/2/nsubj speaks/speak/VBZ/0/root Thai/Thai/NNP/2/obj"])
    func language(line: String) throws {
        #expect(try ActorText(line).index.actor(sentence: 0, head: 2)?.type != .country)
    }
}
