import Foundation
import GRDB
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Database files")
struct DatabaseFileTests {
    @Test("are not made by a query")
    func missing() throws {
        let folder = try ScratchFolder()
        #expect(throws: GraphStoreError.missing(path: folder.path())) { try GraphStore(path: folder.path(), mode: .reading) }
        #expect(try folder.names == [])
    }

    @Test(
        "that are open twice keep their locks, so that no other process takes the log away",
        .enabled(if: Locks.areListed, "needs /proc/locks"))
    func locks() throws {
        let folder = try ScratchFolder()
        let writer = try GraphStore(path: folder.path(), mode: .writing)
        try writer.add(GraphDocument(id: "a", text: "A."), statements: [])
        let first = try GraphStore(path: folder.path(), mode: .reading)
        _ = try first.documents()
        #expect(Locks.count(on: folder.path()) > 0)
        // Each of these looks at the file.
        let second = try GraphStore(path: folder.path(), mode: .reading)
        _ = GraphStore.isDatabase(folder.path())
        #expect(throws: (any Error).self) { try GraphStore(path: folder.path("missing"), mode: .reading) }
        #expect(Locks.count(on: folder.path()) > 0)
        withExtendedLifetime((writer, first, second)) {}
    }

    @Test("can be looked at again when they are closed")
    func closed() throws {
        let folder = try ScratchFolder()
        _ = try GraphStore(path: folder.path(), mode: .writing)
        try Data("Just a text.".utf8).write(to: URL(fileURLWithPath: folder.path()))
        #expect(throws: GraphStoreError.notADatabase(path: folder.path())) { try GraphStore(path: folder.path(), mode: .reading) }
    }

    @Test("that are none are refused and left as they are", arguments: [GraphStore.Mode.reading, .writing])
    func notADatabase(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        let cases: [Data] = [
            Data("Just a text.".utf8), Data(repeating: 0, count: 5000), Data("SQLite format 3\0".utf8),
            Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 7) }),
        ]
        for content in cases {
            try content.write(to: URL(fileURLWithPath: folder.path()))
            #expect(throws: GraphStoreError.notADatabase(path: folder.path())) { try GraphStore(path: folder.path(), mode: mode) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == content)
        }
        #expect(try folder.names == ["news.sqlite"])
    }

    @Test("of other programs are refused and left as they are", arguments: [GraphStore.Mode.reading, .writing])
    func otherProgram(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        try DatabaseQueue(path: folder.path()).write { try $0.execute(sql: "CREATE TABLE documents (id TEXT)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
        #expect(throws: GraphStoreError.notAGraph(path: folder.path())) { try GraphStore(path: folder.path(), mode: mode) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == before)
        #expect(try folder.names == ["news.sqlite"])
    }

    @Test("that are empty are filled by writing, and refused by reading")
    func emptyFile() throws {
        let folder = try ScratchFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path()))
        #expect(throws: GraphStoreError.empty(path: folder.path())) { try GraphStore(path: folder.path(), mode: .reading) }
        try GraphStore(path: folder.path(), mode: .writing).add(StoreSamples.document(), statements: [])
        #expect(try GraphStore(path: folder.path(), mode: .reading).documents().count == 1)
    }

    @Test("are no folders", arguments: [GraphStore.Mode.reading, .writing])
    func folder(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        #expect(throws: GraphStoreError.isFolder(path: folder.url.path)) { try GraphStore(path: folder.url.path, mode: mode) }
    }

    @Test("cannot be made in a folder that does not exist")
    func missingFolder() throws {
        let folder = try ScratchFolder()
        let path = folder.path("none/news.sqlite")
        let error = try #require(throws: GraphStoreError.self) { try GraphStore(path: path, mode: .writing) }
        guard case .cannotOpen = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("that have lost their end are reported as damaged", arguments: [1, 4096, 20_000])
    func truncated(bytes: Int) throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        let content = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
        try content.dropLast(bytes).write(to: URL(fileURLWithPath: folder.path()))
        for mode in [GraphStore.Mode.reading, .writing] {
            let error = try #require(throws: GraphStoreError.self) { try GraphStore(path: folder.path(), mode: mode) }
            guard case .corrupt = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())).count == content.count - bytes)
    }

    @Test("with overwritten pages give typed errors or true answers, and no crash", arguments: Array(0..<12) as [UInt8])
    func overwritten(seed: UInt8) throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        var content = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
        for page in stride(from: 1 + Int(seed % 4), to: content.count / 4096, by: 4) {
            for offset in 0..<(4096 / 3) { content[page * 4096 + offset * (1 + Int(seed % 3))] = seed &* UInt8(truncatingIfNeeded: offset) }
        }
        try content.write(to: URL(fileURLWithPath: folder.path()))
        do {
            let store = try GraphStore(path: folder.path(), mode: .reading)
            _ = try store.statements()
            _ = try store.actors()
            _ = try store.statistics()
            _ = try store.search("visited")
        } catch {
            #expect(error is GraphStoreError)
        }
    }

    @Test(
        "whose values are not of their kind give a typed error",
        arguments: [
            "UPDATE statements SET day = 99999999999999, lastDay = 99999999999999", "UPDATE relations SET class = 'NONSENSE'",
            "UPDATE statements SET predicateStart = 9, predicateLength = -6",
            "UPDATE statements SET subjectLength = 99999, subjectMention = NULL",
            "UPDATE statements SET predicateStart = 9223372036854775807", "UPDATE statements SET status = 9",
            "UPDATE statements SET status = -1",
            "UPDATE names SET type = 'dragon'", "UPDATE names SET type = 8", "UPDATE statements SET day = 5, lastDay = NULL",
            "UPDATE statements SET speaker = 'x'", "UPDATE statements SET lemma = 99", "UPDATE statements SET subjectName = 99",
            "UPDATE statements SET sentence = 99", "UPDATE statements SET relation = 99", "UPDATE sentences SET document = 99",
            "UPDATE sentences SET text = NULL, start = 9999", "UPDATE sentences SET text = NULL, length = -1",
            "UPDATE sentences SET text = NULL, start = 9223372036854775807, length = 9223372036854775807",
            "UPDATE documents SET statements = -1",
            "UPDATE documents SET firstStatement = 9223372036854775807", "DELETE FROM texts", "DELETE FROM names", "DELETE FROM state",
            "UPDATE statements SET datePrecision = NULL", "UPDATE statements SET confidence = 'much'",
        ])
    func wrongValues(sql: String) throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        var unchecked = Configuration()
        unchecked.foreignKeysEnabled = false
        try DatabaseQueue(path: folder.path(), configuration: unchecked).write { try $0.execute(sql: sql) }
        let error = try #require(throws: GraphStoreError.self) { try GraphStore(path: folder.path(), mode: .reading).statements() }
        guard case .corrupt = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test("of a later version are refused", arguments: [GraphStore.Mode.reading, .writing])
    func laterVersion(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        try DatabaseQueue(path: folder.path()).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
        #expect(throws: GraphStoreError.tooNew(path: folder.path())) { try GraphStore(path: folder.path(), mode: mode) }
    }

    @Test("are left alone by queries, which leave no other file behind")
    func readingChangesNothing() throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path()))
        do {
            let store = try GraphStore(path: folder.path(), mode: .reading)
            _ = try store.statements()
            #expect(throws: GraphStoreError.self) { try store.read { try $0.database.execute(sql: "DELETE FROM statements") } }
        }
        #expect(try folder.names == ["news.sqlite"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == before)
    }

    @Test("that nobody may write to can be read, and adding to them is refused", .enabled(if: getuid() != 0, "root may write everywhere"))
    func readOnly() throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path())
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
        #expect(try GraphStore(path: folder.path(), mode: .reading).statements().isEmpty == false)
        #expect(throws: GraphStoreError.self) { try GraphStore(path: folder.path(), mode: .writing).remove(document: "d1") }
        #expect(try folder.names == ["news.sqlite"])
    }

    @Test("are told from documents by their bytes or their extension")
    func isDatabase() throws {
        let folder = try ScratchFolder()
        try filled(folder.path("graph"))
        try Data("SQLite is a library.".utf8).write(to: URL(fileURLWithPath: folder.path("text")))
        #expect(GraphStore.isDatabase(folder.path("graph")))
        #expect(GraphStore.isDatabase("missing.SQLite"))
        #expect(!GraphStore.isDatabase(folder.path("text")))
        #expect(!GraphStore.isDatabase(folder.path("missing")))
        #expect(!GraphStore.isDatabase(folder.url.path))
        #expect(!GraphStore.isDatabase("-"))
    }

    @Test("have names with signs in them", arguments: ["a b?c#d%20.sqlite", "file:x", ":memory:", "ünï.sqlite", "'; --"])
    func oddNames(name: String) throws {
        let folder = try ScratchFolder()
        try filled(folder.path(name))
        #expect(try folder.names == [name])
        #expect(try GraphStore(path: folder.path(name), mode: .reading).documents().count == 1)
    }

    @Test("are read while another connection writes, as they were before")
    func readerBesideWriter() throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        let writer = try GraphStore(path: folder.path(), mode: .writing)
        let reader = try GraphStore(path: folder.path(), mode: .reading)
        try writer.write { writing in
            try writing.database.execute(sql: "DELETE FROM quantities")
            #expect(try reader.statements() == StoreSamples.corpus()[0].statements)
        }
    }

    @Test("that another process has only begun are finished by writing, and no other program's")
    func begun() throws {
        let folder = try ScratchFolder()
        try DatabaseQueue(path: folder.path()).write { try $0.execute(sql: "PRAGMA application_id = \(DatabaseFile.applicationID)") }
        #expect(throws: GraphStoreError.empty(path: folder.path())) { try GraphStore(path: folder.path(), mode: .reading) }
        try filled(folder.path())
        #expect(try GraphStore(path: folder.path(), mode: .reading).documents().count == 1)
    }

    @Test("let a second writer wait, and then say that they are busy")
    func secondWriter() throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        let first = try GraphStore(path: folder.path(), mode: .writing)
        let second = try GraphStore(path: folder.path(), mode: .writing, busyTimeout: 0.2)
        try first.write { _ -> Void in
            #expect(throws: GraphStoreError.busy(path: folder.path())) { try second.remove(document: "d1") }
        }
        #expect(try second.remove(document: "d1"))
    }

    @Test("take documents from several writers at a time")
    func concurrentWriters() async throws {
        let folder = try ScratchFolder()
        let path = folder.path()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for entry in StoreSamples.corpus(8) {
                group.addTask { try GraphStore(path: path, mode: .writing).add(entry.document, statements: entry.statements) }
            }
            try await group.waitForAll()
        }
        #expect(try GraphStore(path: path, mode: .reading).statements() == StoreSamples.corpus(8).flatMap(\.statements))
    }

    @Test("survive the loss of their program between commits: what was committed is there")
    func powerCut() throws {
        let folder = try ScratchFolder()
        try filled(folder.path())
        let store = try GraphStore(path: folder.path(), mode: .writing)
        let second = StoreSamples.corpus()[1]
        try store.add(second.document, statements: second.statements)
        // The files as they are on disk while the program still runs: a log that no one has folded in.
        let copy = try ScratchFolder()
        for name in ["news.sqlite", "news.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
        }
        #expect(try GraphStore(path: copy.path(), mode: .reading).statements() == StoreSamples.corpus()[0].statements + second.statements)
    }

    private func filled(_ path: String) throws {
        let entry = StoreSamples.corpus()[0]
        try GraphStore(path: path, mode: .writing).add(entry.document, statements: entry.statements)
    }
}

/// The POSIX locks of this process, as Linux lists them.
private enum Locks {
    static let areListed = FileManager.default.isReadableFile(atPath: "/proc/locks")

    static func count(on path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { return 0 }
        let lines = String(decoding: FileManager.default.contents(atPath: "/proc/locks") ?? Data(), as: UTF8.self).split(separator: "\n")
        return lines.count { line in
            let fields = line.split(separator: " ")
            return fields.contains("POSIX") && fields.contains("\(getpid())") && fields.contains { $0.hasSuffix(":\(status.st_ino)") }
        }
    }
}
