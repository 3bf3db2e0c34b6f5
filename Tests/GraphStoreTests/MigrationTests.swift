import Foundation
import GRDB
import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Databases of earlier versions")
struct MigrationTests {
    @Test("are brought up to date and say the same", arguments: [GraphStore.Mode.reading, .writing])
    func version1(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        try Version1Database.write(to: folder.path())
        let store = try GraphStore(path: folder.path(), mode: mode)
        #expect(try store.documents() == Version1Database.documents.map(\.document).sorted { $0.id < $1.id })
        #expect(try store.statements() == Version1Database.documents.flatMap(\.statements))
        let texts = try store.statements().flatMap { [$0.id, $0.evidence.sentence, $0.predicate.text, $0.detail ?? ""] }
        let expected = Version1Database.documents.flatMap(\.statements).flatMap {
            [$0.id, $0.evidence.sentence, $0.predicate.text, $0.detail ?? ""]
        }
        #expect(texts.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test("are as if they had been filled today")
    func sameAsNew() throws {
        let folder = try ScratchFolder()
        try Version1Database.write(to: folder.path())
        let old = try GraphStore(path: folder.path(), mode: .writing)
        try old.checkIntegrity()
        let new = try GraphStore.inMemory()
        for (document, statements) in Version1Database.documents { try new.add(document, statements: statements) }
        #expect(try old.contents() == new.contents())
        #expect(try old.actors() == new.actors())
        #expect(try old.statistics() == new.statistics())
        #expect(try old.search("visited") == new.search("visited"))
        #expect(try old.actor(named: "the envoy").actor.id == "person/ana-ruiz")
        for (document, _) in Version1Database.documents { #expect(try old.remove(document: document.id)) }
        #expect(try old.contents() == GraphStore.inMemory().contents())
    }

    @Test("of version 2 are as if they had been filled today", arguments: [GraphStore.Mode.reading, .writing])
    func version2(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        try Version2Database.write(to: folder.path())
        let old = try GraphStore(path: folder.path(), mode: mode)
        let new = try GraphStore.inMemory()
        for (document, statements) in Version1Database.documents { try new.add(document, statements: statements) }
        let merge = Version2Database.merge
        try new.merge(merge.actor, into: merge.target, reason: merge.reason, time: merge.time)
        #expect(try old.documents() == new.documents())
        #expect(try old.statements() == new.statements())
        #expect(try old.contents() == new.contents())
        #expect(try old.dump() == new.dump())
        #expect(try old.merges() == [merge])
        #expect(try old.search("visited") == new.search("visited"))
        #expect(try old.actors() == new.actors())
        guard mode == .writing else { return }
        try old.checkIntegrity()
        // What is new can be done.
        try old.keep(positions: ["person/ana-ruiz": (1, 2)], figure: "main")
        #expect(try old.positions(figure: "main").count == 1)
        let statement = StoreSamples.statement("Bo Ek", "left", "Mali", document: "d1")
        var statements = [SourcedStatement(statement)][...]
        #expect(try old.add(file: "links") { statements.popFirst() }.addition == .added)
        #expect(try old.statements().count == new.statements().count + 1)
        try old.checkIntegrity()
        try old.remove(document: "links")
        try old.removePositions(figure: "main")
        #expect(try old.contents() == new.contents())
    }

    @Test("of version 3 are as if they had been filled today", arguments: [GraphStore.Mode.reading, .writing])
    func version3(mode: GraphStore.Mode) throws {
        let folder = try ScratchFolder()
        try Version3Database.write(to: folder.path())
        let old = try GraphStore(path: folder.path(), mode: mode)
        let new = try GraphStore.inMemory()
        for (document, statements) in Version1Database.documents { try new.add(document, statements: statements) }
        let merge = Version2Database.merge
        try new.merge(merge.actor, into: merge.target, reason: merge.reason, time: merge.time)
        try new.keep(positions: ["person/ana-ruiz": (1, 2)], figure: "main")
        #expect(try old.dump() == new.dump())
        for statement in try new.statements() { #expect(try old.statement(statement.id) == new.statement(statement.id)) }
        if mode == .writing { try old.checkIntegrity() }
    }

    @Test("are refused when they may not be changed", .enabled(if: getuid() != 0, "root may write everywhere"))
    func readOnly() throws {
        let folder = try ScratchFolder()
        try Version1Database.write(to: folder.path())
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path())
        #expect(throws: GraphStoreError.tooOld(path: folder.path())) { try GraphStore(path: folder.path(), mode: .reading) }
    }

    @Test("say so when they are damaged")
    func damaged() throws {
        let folder = try ScratchFolder()
        try Version1Database.write(to: folder.path())
        var unchecked = Configuration()
        unchecked.foreignKeysEnabled = false
        try DatabaseQueue(path: folder.path(), configuration: unchecked).write {
            try $0.execute(sql: "UPDATE statements SET status = 'rumoured'")
        }
        #expect(throws: GraphStoreError.self) { try GraphStore(path: folder.path(), mode: .writing) }
    }
}
