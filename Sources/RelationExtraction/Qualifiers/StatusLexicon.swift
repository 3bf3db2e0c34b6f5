import KnowledgeGraph

/// Words that tell whether what they govern happened.
enum StatusLexicon {
    static let conditionals: Set<String> = ["if", "unless", "whether", "lest"]

    static let doubtAdverbs: Set<String> = ["perhaps", "possibly", "maybe", "probably", "potentially", "presumably", "likely"]

    static let plannedModifiers: Set<String> = [
        "plan", "planned", "upcoming", "forthcoming", "schedule", "scheduled", "future", "propose", "proposed", "set", "due", "expected",
        "slated", "intended", "slate", "next", "imminent", "prospective", "coming",
    ]

    static let possibleModifiers: Set<String> = [
        "possible", "potential", "alleged", "suspected", "likely", "apparent", "purported", "attempted", "hypothetical", "would-be",
        "threatened",
    ]

    /// Verbs, adjectives and nouns whose complement is meant to happen later.
    static let plannedGovernors: Set<String> = [
        "plan", "intend", "expect", "schedule", "set", "agree", "promise", "pledge", "vow", "prepare", "aim", "due", "ready",
        "about",
        "want", "seek", "offer", "hope", "go", "commit", "slate", "resolve", "determined", "undertake", "intention",
        "commitment",
        "propose", "proposal", "wish", "swear", "consent", "poised", "willing", "prepared", "elect", "opt", "desire", "agreement", "invite",
        "readiness", "willingness",
    ]

    /// Nouns and verbs under which a noun event is still to come.
    static let plannedNounGovernors: Set<String> = [
        "plan", "schedule", "propose", "prepare", "prospect", "expect", "proposal", "promise", "pledge", "offer", "await", "anticipate",
        "preparation", "arrange", "agree", "envisage", "seek",
    ]

    static let requestGovernors: Set<String> = [
        "urge", "call", "demand", "ask", "request", "order", "appeal", "press", "insist", "require", "beg", "implore", "instruct",
        "command",
        "pressure", "recommend", "advise", "encourage", "plead", "plea", "exhort", "petition", "lobby", "push", "suggest", "advocate",
        "direct",
        "need", "necessity", "tell", "warn", "force", "call for", "call on", "deadline",
    ]

    /// Of these, the ones that take what is asked for by "for".
    static let askingFor: Set<String> = [
        "call", "ask", "appeal", "press", "push", "plead", "beg", "lobby", "petition", "demand", "request", "plea", "need", "necessity",
        "pressure", "call for",
    ]

    /// Of these, the ones whose object is who is asked, or what is called something.
    static let askingSomebody: Set<String> = ["call", "tell", "warn", "advise", "instruct", "command", "force", "exhort", "lobby", "press"]

    /// What hangs on something else has not happened: "conditional on a withdrawal".
    static let contingent: Set<String> = ["conditional", "contingent", "dependent", "depend", "hinge"]

    /// Of these, the ones that mean something else as nouns or adjectives.
    static let requestsAsVerbs: Set<String> = ["force", "press", "push", "direct", "lobby", "advocate", "command", "encourage"]

    static let possibleGovernors: Set<String> = [
        "threaten", "accuse", "suspect", "allege", "consider", "fear", "attempt", "try", "threat", "accusation", "allegation",
        "possibility",
        "risk", "suspicion", "doubt", "contemplate", "plot", "effort", "able", "possible", "likely", "charge", "blame", "unlikely",
        "capable", "bid", "conspire", "wonder", "speculate", "appear", "seem", "option", "chance", "danger",
        "prospect",
        "allow", "permit", "entitle", "aimed", "design", "power", "permission", "approval", "authority", "authorise", "authorize",
        "application", "apply", "right", "wary", "afraid", "interested", "temptation", "eligible",
        "fight", "struggle", "campaign", "opportunity", "flexibility", "difficult", "hard", "impossible", "easy", "rumour", "rumor",
        "speculation", "way", "strategy", "enable", "capacity", "ability", "capability",
    ]

    /// What cannot happen without them: "was not able to come".
    static let enabling: Set<String> = [
        "able", "allow", "permit", "entitle", "try", "attempt", "eligible", "capacity", "ability", "capability",
    ]

    /// Verbs that ask with an infinitive and tell with a finite clause: "told them to leave", "told them that they left".
    static let tellingRequests: Set<String> = ["tell", "ask", "warn", "advise", "insist", "suggest"]

    /// Nouns for what does not take place: "the lack of support".
    static let absences: Set<String> = ["lack", "absence", "shortage"]

    /// Nouns for what may happen: "the risk of an attack".
    static let threats: Set<String> = [
        "risk", "threat", "fear", "danger", "possibility", "prospect", "chance", "likelihood", "probability", "event", "case", "spectre",
        "specter", "rumour", "rumor", "prevention", "avoidance",
    ]

    /// What they govern did not happen.
    static let deniers: Set<String> = [
        "deny", "refuse", "fail", "decline", "refrain", "avoid", "prevent", "stop", "reject", "neglect", "forbid", "refusal", "denial",
        "failure",
        "unable", "unwilling", "reluctant", "rule out", "hold off", "back out", "cease", "abstain", "dissuade", "disclaim", "forget",
        "resist",
        "oppose", "prohibit", "ban", "hold up",
    ]

    /// Verbs whose particle makes the meaning.
    static let phrasal: Set<String> = [
        "rule out", "call off", "put off", "back out", "hold off", "fend off", "ward off", "head off", "hold up",
    ]

    /// Nouns for what is said: it was said, though it be denied, rejected or withdrawn later.
    static let utterances: Set<String> = [
        "request", "demand", "proposal", "offer", "appeal", "call", "plea", "invitation", "application", "claim", "allegation",
        "accusation", "complaint", "petition", "suggestion", "criticism", "threat", "warning",
    ]

    static let cancelers: Set<String> = [
        "block", "veto", "obstruct", "withhold", "put off", "ward off", "head off",
        "cancel", "call off", "avert", "postpone", "foil", "thwart", "prevent", "avoid", "abandon", "rule out", "deny", "drop", "scrap",
        "lift", "rescind", "overturn", "revoke", "defeat", "reject", "terminate", "shelve", "withdraw", "scuttle",
    ]

    /// What a verb that carries a noun event says of it: "planned an attack", "ordered a raid", "attempted a coup".
    static func status(ofEventUnder verb: String) -> Status? {
        switch verb {
        case "plan", "schedule", "arrange", "prepare", "propose", "promise", "offer": .planned
        case "order", "demand", "request", "seek", "urge": .requested
        case "attempt", "threaten", "consider", "plot": .possible
        case "cancel", "call off", "avert", "prevent", "rule out", "foil", "thwart", "postpone": .denied
        default: nil
        }
    }

    /// Purposes that are reached by what serves them: "marched to protest", "phoned to discuss".
    static let expressedPurposes: Set<String> = [
        "protest", "discuss", "demand", "express", "mark", "celebrate", "condemn", "denounce", "support", "show", "urge", "honour", "honor",
        "commemorate", "criticise", "criticize", "congratulate", "thank", "apologise", "apologize", "tell", "inform", "ask",
    ]

    /// What they govern takes place when they do.
    static let transparent: Set<String> = [
        "continue", "begin", "start", "resume", "manage", "be", "proceed", "help", "use", "keep", "go", "come", "get", "choose", "bother",
        "mean", "imply",
        "dare",
    ]

    /// Verbs whose subject or object is a noun event that takes place when they do.
    static let happening: Set<String> = [
        "begin", "start", "open", "resume", "continue", "hold", "take", "occur", "happen", "attend", "host", "convene", "lead", "join",
        "end",
        "conduct", "carry", "launch", "conclude", "participate", "mediate", "go", "proceed", "stage", "organise", "organize", "enter",
        "finish",
    ]

    static let speech: Set<String> = PropositionLexicon.speechVerbs.union([
        "promise", "vow", "cite", "quote", "reveal", "indicate", "disclose", "hint", "pledge", "threaten", "caution", "know", "understand",
    ])
}
