/// Closed classes and word lists of English that trees and roles do not tell.
///
/// Lists are of lemmas; they stand for grammar, not for subjects of the news.
enum PropositionLexicon {
    /// Verbs whose subject also acts in their infinitive although they have an object: "promised him to come".
    static let subjectControlVerbs = words("promise threaten vow swear pledge offer")

    /// Prepositions after which the object of a verb acts in a gerund: "thanked him for coming", "kept it from turning".
    static let objectControlMarkers: [String: Set<String>] = {
        let verbs = [
            "for": words(
                """
                accuse applaud arrest attack blame castigate chide commend condemn congratulate criticise criticize denounce detain dismiss
                excuse expel fault fine forgive hail honour honor jail lambast mock pardon praise prosecute punish rebuke reprimand reproach
                reward ridicule scold slam sue thank upbraid
                """),
            "from": words(
                """
                ban bar block debar deter discourage disqualify dissuade exclude exempt forbid hinder impede keep preclude prevent prohibit
                protect rescue restrain restrict save stop
                """),
            "of": words("accuse acquit convict suspect"),
            "into": words("bully coax coerce force frighten lure mislead persuade pressure provoke push scare talk trick"),
        ]
        return verbs.keys.sorted().reduce(into: [:]) { markers, marker in
            for verb in verbs[marker] ?? [] { markers[verb, default: []].insert(marker) }
        }
    }()

    /// Verbs that name an event through their object and add only that it takes place: "hold talks", "carry out an attack".
    static let lightVerbs = words(
        """
        make take have give do hold launch conduct carry_out stage mount pay reach strike conclude issue lodge file deliver wage undertake
        perform commit execute express extend offer send convey reiterate voice begin start open resume continue end suspend halt complete
        arrange organise organize host sign enter order plan schedule attempt lead join impose exchange forge establish seal clinch secure
        """)

    /// Light verbs whose subject is on the receiving end: "suffered an attack".
    static let receivingVerbs = words("receive suffer undergo face sustain endure get come_under fall_under face_down accept win")

    /// Light verbs that show what their subject feels or says, with a noun that takes its target by "to", "for", "with" or "over".
    static let expressiveVerbs = words("express extend offer send convey reiterate voice give pay")

    /// Light verbs that do more than state that the event happens; the proposition keeps what they add by its `lightVerb`.
    static let aspectualVerbs = words(
        "begin start open resume continue end suspend halt complete arrange plan schedule attempt order impose")

    /// Verbs whose only argument undergoes: "the building collapsed".
    static let unaccusativeVerbs = words(
        """
        die fall rise occur happen arise emerge appear disappear vanish collapse explode crash sink drown erupt grow drop decline increase
        decrease shrink expand worsen improve deteriorate break burst burn melt freeze dry ripen exist remain arrive result ensue follow
        survive perish slip slide tumble plunge soar surge climb jump dip weaken strengthen ease stall fail end begin start stop continue
        last belong consist seem come go return
        """)

    /// Nouns that name events with participants.
    static let eventNouns = words(
        """
        abduction accusation acquisition advance aggression agreement aid airstrike alliance ambush annexation announcement appeal
        appointment arrest assassination assault assistance attack award ban battle bid blockade blow bombardment bombing boycott breach
        bribe call campaign capture ceasefire charge clash coalition collaboration collapse complaint compromise concession condemnation
        condolence condolences conference confrontation congratulation congratulations consultation contact contract conversation
        conviction cooperation coup crackdown criticism cut cyberattack deal death debate decision declaration defeat defence defense
        delivery demand demonstration denial departure deployment destruction detention dialogue discussion dismissal dispute donation
        drill election embargo encounter endorsement engagement escalation evacuation exchange execution exercise expulsion extradition
        fight fighting fire funding gift grant gratitude hacking handover help hostility humiliation imprisonment incursion indictment
        injury inquiry intervention interview invasion investigation investment invitation involvement issuance kidnapping killing landing
        launch lawsuit letter liberation loan loss manoeuvre maneuver march massacre mediation meeting merger message mission murder
        negotiation negotiations nomination occupation offensive offer operation opposition order ouster partnership patrol payment pledge
        poisoning praise pressure promise protest provocation purchase pursuit quarrel raid rally ratification reconciliation recognition
        refusal rejection relations release remark removal request rescue resignation resistance response retaliation retreat return riot
        robbery rocket_attack sale sanction sanctions seizure session settlement shelling shooting shutdown siege strike struggle
        submission suggestion summit support surrender suspension sympathy takeover talk talks theft threat thanks trade training transfer
        treaty trial trip truce ultimatum uprising veto victory violence visit vote war warning withdrawal
        """)

    /// Event nouns whose possessor or "of" undergoes the event: "Lavrov's arrest".
    static let undergoerNouns = words(
        """
        abduction appointment arrest assassination capture collapse conviction death defeat deportation destruction detention dismissal
        evacuation execution expulsion extradition imprisonment indictment injury kidnapping killing liberation loss murder nomination
        ouster poisoning release removal rescue suspension trial
        """)

    /// Nouns that count or measure the noun after "of".
    static let quantityNouns = words(
        """
        dozen hundred thousand million billion trillion score lot number couple handful majority minority rest bulk part portion half
        third quarter percent percentage fraction total series string range variety plenty bunch host wave amount pair trio most
        many some several few all any both none each one two three four five six seven eight nine ten more much little ton tonne barrel
        """)

    /// Nouns that tell when.
    static let timeNouns = words(
        """
        second minute hour day night morning afternoon evening noon midnight dawn dusk week weekend fortnight month quarter year decade
        century season spring summer autumn fall winter today yesterday tomorrow tonight time moment period era eve anniversary monday
        tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
        december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. past future
        """)

    /// Nouns that a relative clause without a pronoun tells the circumstances of: "the reason he left".
    static let circumstanceNouns = words("reason way manner place fact idea extent")

    /// Adverbs that tell when.
    static let timeAdverbs = words(
        """
        today yesterday tomorrow tonight now then recently lately soon later earlier already previously formerly currently meanwhile ago
        once often always sometimes again still afterwards afterward immediately eventually finally initially originally overnight
        """)

    /// Adverbs that tell where.
    static let placeAdverbs = words("here there abroad home overseas elsewhere nearby everywhere somewhere outside inside away")

    /// Prepositions that tell where, before a place.
    static let placePrepositions = words("in at near around outside inside within across throughout along above below beside")

    /// Pronouns that negate the clause they take part in.
    static let negativePronouns = words("nobody nothing none neither no-one noone")

    static let negativeAdverbs = words("not n't never nor neither nowhere n’t")

    /// Verbs that report speech or thought.
    static let speechVerbs = words(
        """
        say tell add note report claim argue announce state declare explain insist believe think warn suggest acknowledge admit confirm
        deny stress emphasize emphasise write comment observe remark predict estimate conclude recall reply answer ask contend maintain
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map { word in String(word.map { $0 == "_" ? " " : $0 }) })
    }
}
