import GraphFormats
import GraphStore
import KnowledgeGraph

/// Actors that may be one, for somebody to look at, and the merges there are.
struct DuplicatesPage: Page {
    static let template = "duplicates"

    let frame: PageFrame
    let pairs: [Pair]
    let hasPairs: Bool
    let pairWords: String
    let merges: [Merge]
    let hasMerges: Bool
    let mergeWords: String
    let isEditable: Bool
    let editField = EditToken.field
    let editToken: String
    let database: String
    /// What has just been done.
    let done: String?
    /// Why the search did not run: the database is large.
    let tooMany: String?

    struct Pair: Sendable {
        let duplicate: Side
        let target: Side
        let reasons: String
        let scoreWords: String
        let isDoubtful: Bool
        let mergeCommand: String
    }

    struct Side: Sendable {
        let sideActor: ActorLink
        let sideCount: String
        let sideNames: String?
        let samples: [StatementItem.Sample]
    }

    struct Merge: Sendable {
        let mergedID: String
        let intoID: String
        let intoAddress: String
        let mergeReason: String
        let mergeTime: String
        let splitCommand: String
    }

    /// Names of more actors than this take seconds to compare.
    static let mostActors = 50_000
    private static let shownPairs = 40
    private static let shownMerges = 200

    init(_ fields: FormFields, in store: GraphStore, services: ExplorerServices) throws {
        frame = PageFrame("Probable duplicates", site: services.options.title, section: .duplicates)
        isEditable = services.editing != nil
        editToken = services.editToken.value
        database = services.options.title
        let all = try store.merges()
        merges = all.prefix(Self.shownMerges).map { merge in
            Merge(
                mergedID: merge.actor, intoID: merge.target, intoAddress: PageAddress.actor(merge.target),
                mergeReason: LabelText.line(merge.reason, columns: 120), mergeTime: String(merge.time.prefix(10)),
                splitCommand: "newsgraph split \(ShellWord.quoted(services.options.title)) \(ShellWord.quoted(merge.actor))")
        }
        hasMerges = !merges.isEmpty
        mergeWords =
            all.count > merges.count
            ? "The first \(merges.count) of \(PageWords.counted(all.count, "merge"))." : PageWords.counted(all.count, "merge") + "."
        done = Self.done(fields, all)
        let actors = try store.statistics().actors
        guard actors <= Self.mostActors || fields["run"] == "1" else {
            tooMany =
                "There are \(PageWords.counted(actors, "actor")): comparing their names takes some seconds, so it is not done unasked."
            (pairs, hasPairs, pairWords) = ([], false, "")
            return
        }
        tooMany = nil
        let found = try store.probableDuplicates(limit: Self.shownPairs + 1)
        pairs = try found.prefix(Self.shownPairs).map { pair in
            Pair(
                duplicate: try Side(pair.actor, in: store, services: services),
                target: try Side(pair.target, in: store, services: services),
                reasons: PageWords.list(pair.reasons.map(\.rawValue)), scoreWords: "\(Int((pair.score * 100).rounded())) of 100",
                isDoubtful: pair.mayBeHomonyms,
                mergeCommand:
                    "newsgraph merge \(ShellWord.quoted(services.options.title)) \(ShellWord.quoted(pair.actor.id)) \(ShellWord.quoted(pair.target.id))"
            )
        }
        hasPairs = !pairs.isEmpty
        pairWords =
            found.count > Self.shownPairs
            ? "The \(Self.shownPairs) most probable of more; what speaks most for one actor comes first."
            : "\(PageWords.counted(found.count, "pair")); what speaks most for one actor comes first."
    }

    /// A message only for what the database says has been done.
    private static func done(_ fields: FormFields, _ merges: [ActorMerge]) -> String? {
        if let merged = fields["merged"], let merge = merges.first(where: { $0.actor == merged }) {
            return
                "\(LabelText.line(merge.actor, columns: 90)) now counts as \(LabelText.line(merge.target, columns: 90)). It can be undone below."
        }
        if let split = fields["split"], !merges.contains(where: { $0.actor == split }) {
            return "The merge has been undone."
        }
        return nil
    }
}

extension DuplicatesPage.Side {
    private static let sampleCount = 2

    fileprivate init(_ actor: Actor, in store: GraphStore, services: ExplorerServices) throws {
        let link = ActorLink(actor)
        sideActor = link
        sideCount = PageWords.counted(try store.statementCount(of: actor.id), "statement")
        let names = try store.names(of: actor.id).map(PageWords.name).filter { $0 != link.actorName }.prefix(4)
        sideNames = names.isEmpty ? nil : names.map { "“\($0)”" }.joined(separator: ", ")
        let words = RelationWords(labels: services.relationLabels)
        var seen: Set<String> = []
        let newest = try store.page(of: actor.id, limit: Self.sampleCount * 5).statements.filter {
            seen.insert($0.evidence.sentence).inserted
        }
        samples = newest.prefix(Self.sampleCount).map { statement in
            StatementItem.Sample(
                sampleText: StatementItem(statement, details: nil, words: words).parts.map(\.partText).joined(),
                sampleAddress: PageAddress.statement(statement.id))
        }
    }
}

extension StatementItem {
    /// A sentence alone.
    struct Sample: Sendable {
        let sampleText: String
        let sampleAddress: String
    }
}

/// Words of a command line, for people to copy.
enum ShellWord {
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || "-._/:@".utf8.contains(byte)
            }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
