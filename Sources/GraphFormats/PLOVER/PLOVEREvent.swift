import KnowledgeGraph

/// What PLOVER makes of a statement: the type and mode of its event, and who acts towards whom.
struct PLOVEREvent {
    var type: RelationClass
    /// nil where the type has no modes or the relation does not say which.
    var mode: String?
    /// Both sides of a symmetric event: PLOVER has the parties to a meeting or a fight as co-actors.
    var actors: [Participant]
    var recipients: [Participant]

    /// nil for what PLOVER does not know as an event.
    init?(_ statement: Statement) {
        guard statement.status != .denied, statement.status != .possible, Self.quads[statement.relationClass] != nil else { return nil }
        (type, mode) = Self.coding(of: statement)
        if statement.isSymmetric {
            (actors, recipients) = ([statement.subject, statement.object], [])
        } else if statement.relation == "hosted", statement.object.actor.type != .event {
            // Manual, CONSULT visit: the visitor is the actor, the host the recipient.
            (actors, recipients) = ([statement.object], [statement.subject])
        } else {
            (actors, recipients) = ([statement.subject], [statement.object])
        }
    }

    /// Verbal or material, cooperation or conflict.
    var quad: String? { Self.quads[type] }

    private static let quads: [RelationClass: String] = [
        .agree: "V-COOP", .consult: "V-COOP", .support: "V-COOP", .concede: "V-COOP", .cooperate: "M-COOP", .aid: "M-COOP",
        .retreat: "M-COOP", .request: "V-CONF", .accuse: "V-CONF", .reject: "V-CONF", .threaten: "V-CONF", .protest: "M-CONF",
        .sanction: "M-CONF", .mobilize: "M-CONF", .coerce: "M-CONF", .assault: "M-CONF",
    ]

    /// The codebook: cooperation that is to come is AGREE, conflict that is to come THREATEN, and what is asked for REQUEST.
    private static func coding(of statement: Statement) -> (RelationClass, String?) {
        let relationClass = statement.relationClass
        switch (statement.status, relationClass) {
        case (.planned, .consult), (.planned, .support), (.planned, .cooperate), (.planned, .aid), (.planned, .concede),
            (.planned, .retreat):
            return (.agree, nil)
        case (.planned, .assault): return (.threaten, "violence")
        case (.planned, .sanction): return (.threaten, statement.relation == "expelled" ? "expel" : "relations")
        case (.planned, .coerce): return (.threaten, statement.relation == "arrested" ? "arrest" : "restrict")
        case (.planned, .mobilize), (.planned, .protest): return (.threaten, nil)
        case (.requested, .consult): return (.request, "meet")
        case (.requested, .aid): return (.request, "assist")
        case (.requested, .concede), (.requested, .retreat): return (.request, "yield")
        case (.requested, _): return (.request, nil)
        default: return (relationClass, mode(of: statement))
        }
    }

    private static func mode(of statement: Statement) -> String? {
        if statement.relationClass == .consult, ["phone", "letter"].contains(statement.mode) { return "phone" }
        if statement.relation == "hosted", statement.object.actor.type == .event { return "multilateral" }
        return modes[statement.relation]
    }

    /// By relation; relations whose name does not settle the mode have none.
    private static let modes = [
        "visited": "visit", "hosted": "visit", "attended": "multilateral", "mediated-for": "third-party", "wrote-to": "phone",
        "withdrew-from": "withdraw", "released": "release", "let-in": "access", "ceased-fire-with": "ceasefire", "resigned-from": "resign",
        "criticised": "disapprove", "investigated": "investigate", "accused": "allege", "sued": "allege",
        "expelled": "expel", "sanctioned": "discontinue", "suspended-relations-with": "discontinue",
        "arrested": "arrest", "banned": "restrict", "deported": "deport", "seized": "seize", "censored": "censor", "hacked": "cyber",
        "abducted": "abduct", "captured": "abduct", "destroyed": "destroy",
    ]
}
