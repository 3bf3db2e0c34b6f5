import Foundation
import GRDB
import KnowledgeGraph
import StoreWorkload
import Testing

@testable import GraphStore

/// Programs that write a database are killed, and the end of the log is lost: see `Tests/CrashWriter`.
///
/// `CRASH_ROUNDS=100 swift test --filter CrashTests` for more rounds than the few of every run.
@Suite("A crash", .serialized)
struct CrashTests {
    static let rounds = ProcessInfo.processInfo.environment["CRASH_ROUNDS"].flatMap { Int($0) } ?? 5

    @Test("leaves every committed document whole and none half there, whatever of the log is lost")
    func killedWriter() throws {
        let folder = try ScratchFolder()
        var random = RandomNews(seed: Int.random(in: 0..<1_000_000))
        var steps = 0
        for round in 0..<Self.rounds {
            let writer = try WriterProcess(folder.path(), name: "w", first: steps, count: 100_000)
            usleep(UInt32(20_000 + random.next(400_000)))
            let said = writer.kill()
            let log = URL(fileURLWithPath: folder.path("news.sqlite-wal"))
            let isTorn = round % 3 > 0 && FileManager.default.fileExists(atPath: log.path)
            if isTorn { try tear(log, by: 1 + random.next([100, 9000, 60_000][random.next(3)]), overwriting: round % 3 == 2) }

            // Looked at in a copy, so that the next writer finds the files as the crash has left them, and the log goes on.
            let copy = try ScratchFolder()
            for name in try folder.names where !name.hasSuffix("-shm") {
                try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
            }
            let store = try GraphStore(path: copy.path(), mode: .writing)
            let made = try store.changes()
            // What a torn log has lost may have been of an earlier round, too.
            if !isTorn { #expect(made >= (said.last ?? steps - 1) + 1, "what was said to be made is there") }
            #expect(made <= (said.last ?? steps - 1) + 2, "and no more than was being made")
            try expect(store, toHold: StoreWorkload(name: "w", after: made))
            steps = made
        }
        #expect(steps > 0, "the writer has come to write")
    }

    @Test("right after the log was copied into the file leaves both at one state, though the end of the log is lost")
    func foldedLog() throws {
        let folder = try ScratchFolder()
        let store = try GraphStore(path: folder.path(), mode: .writing)
        var workload = StoreWorkload(name: "w", after: 0)
        let size = { try FileManager.default.attributesOfItem(atPath: folder.path())[.size] as? Int ?? 0 }
        let first = try size()
        var steps = 0
        while try size() == first {
            try workload.apply(steps, to: store)
            steps += 1
        }
        for bytes in [0, 1, 100, 9000, 20_000, 60_000] {
            for isOverwriting in [false, true] {
                let copy = try ScratchFolder()
                for name in ["news.sqlite", "news.sqlite-wal"] {
                    try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
                }
                try tear(URL(fileURLWithPath: copy.path("news.sqlite-wal")), by: bytes, overwriting: isOverwriting)
                try expect(try GraphStore(path: copy.path(), mode: .writing), toHold: workload)
            }
        }
    }

    @Test("of one of two writers leaves the other at work, and nobody gets an error but waits")
    func severalProcesses() throws {
        let folder = try ScratchFolder()
        let (count, path) = (60, folder.path())
        let writers = try ["a", "b"].map { try WriterProcess(path, name: $0, first: 0, count: count, onlyAdding: true) }
        let killed = try WriterProcess(path, name: "c", first: 0, count: 100_000, onlyAdding: true)
        let reader = try openedWhenMade(path)
        var (reads, killedSaid) = (0, [Int]())
        while writers.contains(where: \.isRunning) {
            let (documents, statements) = try reader.snapshot { snapshot in
                (
                    try Int.fetchOne(snapshot.database, sql: "SELECT SUM(statements) FROM documents") ?? 0,
                    try Int.fetchOne(snapshot.database, sql: "SELECT COUNT(*) FROM statements") ?? 0
                )
            }
            #expect(documents == statements)
            reads += 1
            if reads == 20 { killedSaid = killed.kill() }
        }
        if reads < 20 { killedSaid = killed.kill() }
        for writer in writers { #expect(writer.wait() == (0, "")) }
        #expect(reads > 0)
        let store = try GraphStore(path: path, mode: .writing)
        try store.checkIntegrity()
        let found = Dictionary(grouping: try store.statements(), by: \.document)
        for name in ["a", "b"] {
            let expected = StoreWorkload(name: name, after: count, onlyAdding: true).documents
            for (id, statements) in expected { #expect(found[id] == statements) }
            #expect(found.keys.count { $0.hasPrefix("\(name)-") } == expected.count)
        }
        let whole = StoreWorkload(name: "c", after: (killedSaid.last ?? -1) + 3, onlyAdding: true).documents
        #expect(found.filter { $0.key.hasPrefix("c-") }.allSatisfy { whole[$0.key] == $0.value })
    }

    /// Cuts bytes off the end of a file, or writes others over them.
    private func tear(_ log: URL, by bytes: Int, overwriting: Bool) throws {
        let file = try FileHandle(forUpdating: log)
        defer { try? file.close() }
        let end = try file.seekToEnd()
        let start = end - min(end, UInt64(bytes))
        if overwriting {
            try file.seek(toOffset: start)
            try file.write(contentsOf: Data(repeating: 0x5A, count: Int(end - start)))
        } else {
            try file.truncate(atOffset: start)
        }
    }

    private func expect(_ store: GraphStore, toHold workload: StoreWorkload) throws {
        try store.checkIntegrity()
        #expect(try store.statements() == workload.statements)
        #expect(try store.documents().map(\.id) == workload.documents.keys.sorted())
        #expect(try store.statistics().statements == workload.statements.count)
        #expect(try store.documentDetails().map(\.id) == workload.documentIDs)
        #expect(try store.statistics().documents == workload.documentIDs.count)
    }

    /// A reader of a file that somebody else is about to make.
    private func openedWhenMade(_ path: String) throws -> GraphStore {
        while true {
            do {
                return try GraphStore(path: path, mode: .reading)
            } catch GraphStoreError.missing, GraphStoreError.empty, GraphStoreError.notAGraph, GraphStoreError.notADatabase {
                usleep(1000)
            }
        }
    }
}

extension GraphStore {
    /// How many transactions have changed it.
    fileprivate func changes() throws -> Int {
        try read { try Int.fetchOne($0.database, sql: "SELECT changes FROM state") } ?? -1
    }
}
