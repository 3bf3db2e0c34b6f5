/// Words by which ``ActorSearch`` tells who is meant.
enum ActorWords {
    static let containers: Set<String> = [
        "position", "part", "target", "section", "portion", "element", "series", "bulk", "rest", "majority", "handful", "area",
        "stronghold",
        "heart", "outskirts", "wave", "life", "boat", "boatload", "convoy", "camp", "crowd",
    ]

    static let units: Set<String> = [
        "dollar", "dlr", "dlrs", "cent", "pound", "sterling", "euro", "yen", "franc", "mark", "percent", "pct", "%", "percentage", "point",
        "mln", "billion", "million", "ton", "tonne", "barrel", "mile", "kilometre", "kilometer", "metre", "meter", "acre", "hectare",
        "peso", "rupee", "shilling", "peseta", "lira", "rand", "riyal", "dinar", "rouble", "ruble", "crown", "krone", "krona", "yuan",
        "guilder",
    ]

    static let shares: Set<String> = ["pct", "percent", "%", "percentage"]

    /// Whether a lemma, in whatever letters, is a unit of money or measure.
    static func isUnit(_ lemma: String) -> Bool { units.contains(lemma.lowercased()) }

    /// Units that are names of nothing else, however they are written.
    static let abbreviatedUnits: Set<String> = ["dlr", "dlrs", "pct", "mln", "stg"]

    /// Currencies, rates and sums that have names.
    static let measures: Set<String> = [
        "ecu", "ecus", "european currency unit", "libor", "london interbank offered rate", "euroyen", "eurodollar", "eurodollars",
        "sdr", "special drawing right", "special drawing rights", "gnp", "gdp", "federal funds",
        "fed funds", "prime rate", "euribor", "bitcoin", "treasuries",
    ]

    static let undertakings: Set<String> = [
        "policy", "decision", "plan", "practice", "move", "law", "proposal", "campaign", "effort", "attempt", "programme", "program",
        "measure",
        "role", "leadership", "statement", "demand", "threat", "agreement", "order", "mission", "operation", "strategy", "step", "bid",
    ]

    /// What is named after where it was agreed on.
    static let accords: Set<String> = [
        "accord", "pact", "agreement", "treaty", "round", "declaration", "convention", "protocol", "summit", "conference", "process",
        "formula", "communique", "deal",
    ]

    /// Verbs whose agent has no part in what their object says.
    static let opposing: Set<String> = [
        "attack", "criticise", "criticize", "oppose", "reject", "defeat", "deny", "condemn", "denounce", "block", "veto", "resist",
        "dismiss",
        "welcome", "protest", "challenge", "question", "ignore",
    ]

    /// Verbs whose agent is as often what happened as who acts.
    static let allowing: Set<String> = ["allow", "permit", "enable", "let"]

    /// Verbs whose agent is as often a law, plan or offer as its owner, who then does not act.
    static let helping = allowing.union([
        "help", "aid", "assist", "benefit", "save", "protect", "shield", "safeguard", "relieve", "compensate", "fund", "finance",
        "subsidise", "subsidize", "accommodate", "prevent", "restrict", "displace",
    ])

    /// What helps or hinders by the hand of its owner all the same.
    static let instruments: Set<String> = [
        "ship", "warship", "vessel", "boat", "gunboat", "frigate", "destroyer", "carrier", "plane", "jet", "aircraft", "helicopter",
        "fighter", "tank", "truck", "convoy", "force", "troop", "patrol", "fleet", "navy", "order", "injunction", "ruling", "ban",
        "decree",
    ]

    /// What is done by whoever issues it, and by verbs that do.
    static let rulings: Set<String> = [
        "order", "injunction", "ruling", "writ", "decree", "judgment", "judgement", "verdict", "law", "legislation", "bill", "resolution",
    ]
    static let ruling: Set<String> = [
        "issue", "make", "give", "sign", "pass", "hand", "grant", "announce", "impose", "adopt", "enact",
        "hand down", "proclaim", "deliver",
    ]

    /// Nouns for what takes effect by itself, whoever made or owns it.
    static let impersonal: Set<String> = [
        "plan", "proposal", "offer", "bid", "bill", "amendment", "agreement", "accord", "pact", "treaty", "contract", "deal", "arrangement",
        "settlement", "scheme", "package", "project", "budget", "reform", "program", "programme", "system", "mechanism", "legislation",
        "tax", "tariff", "quota", "subsidy", "duty", "levy", "price", "rate", "cost", "wage", "deficit", "surplus", "debt", "profit",
        "loss", "earning", "earnings", "income", "revenue", "sale", "growth", "rise", "increase", "hike", "cut", "fall", "decline", "drop",
        "gain", "demand", "supply", "production", "output", "export", "import", "trade", "market", "economy", "currency", "investment",
        "acquisition", "merger", "takeover", "purchase", "restructuring", "reorganisation", "reorganization", "product", "software",
        "technology", "device", "study", "survey", "figure", "data", "indicator", "evidence", "announcement", "forecast", "result",
        "failure", "success", "lack", "inability", "borrowing", "lending", "spending", "problem", "crisis", "war", "weakness", "strength",
        "uncertainty",
    ]

    /// Verbs by which one has to do with what is another's.
    static let receiving: Set<String> = opposing.union([
        "await", "fear", "hear", "learn", "know", "understand", "like", "dislike", "favour", "favor", "praise", "submit", "debate",
        "support", "approve", "back", "endorse", "accept", "use", "need", "want", "discuss", "describe", "see", "expect", "consider",
        "study",
        "review", "face", "receive", "affect", "hurt", "hit", "buy", "acquire", "attend", "watch",
    ])

    static let utterances: Set<String> = [
        "declaration", "statement", "letter", "resolution", "message", "report", "communique", "petition", "speech", "note", "ultimatum",
        "decree",
        "order", "article", "appeal", "warning", "rally", "protest", "strike", "attack", "decision", "move", "raid", "operation",
        "offensive",
    ]

    /// Verbs whose object is the agent of their complement.
    static let objectControl: Set<String> = [
        "accuse", "suspect", "blame", "charge", "convict", "criticise", "criticize", "condemn", "praise", "thank", "congratulate", "urge",
        "ask",
        "order", "tell", "force", "persuade", "convince", "allow", "permit", "encourage", "press", "pressure", "invite", "instruct",
        "command",
        "advise", "warn", "prevent", "stop", "ban", "bar", "prohibit", "acquit", "forgive", "punish", "fine", "compel", "forbid",
        "dissuade", "chastise", "scold", "rebuke", "hire", "retain", "commission", "pay", "request", "nominate", "appoint", "choose",
        "select", "elect", "enable", "require", "authorise", "authorize", "lead",
    ]

    /// Their agent asks; it is not he who should act.
    static let requests: Set<String> = ["call", "demand", "appeal", "request", "plea", "order", "need", "proposal", "petition"]

    static let stances: Set<String> = [
        "support", "aid", "defiance", "protest", "response", "retaliation", "solidarity", "opposition", "cooperation", "coordination",
        "violation",
        "reaction", "revenge", "alliance", "defence", "defense", "pursuit", "breach", "reprisal", "collaboration", "partnership",
        "consultation",
    ]
}
