import Foundation
import GraphStore
import StoreWorkload

/// `CrashWriter DATABASE NAME FIRST COUNT [only-adding]`: makes changes to a store, one after the other, and says after each that it is made.
///
/// A test starts it and kills it.
@main
enum CrashWriter {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5, let first = Int(arguments[3]), let count = Int(arguments[4]) else {
            throw Usage.wrong("usage: CrashWriter DATABASE NAME FIRST COUNT [only-adding]")
        }
        let store = try GraphStore(path: arguments[1], mode: .writing, busyTimeout: 60)
        var workload = StoreWorkload(name: arguments[2], after: first, onlyAdding: arguments.last == "only-adding")
        for step in first..<first + count {
            try workload.apply(step, to: store)
            FileHandle.standardOutput.write(Data("\(step)\n".utf8))
            // As if the next document had to be read first: a crash may come between two transactions, too.
            usleep(UInt32.random(in: 0..<10_000))
        }
    }

    enum Usage: Error {
        case wrong(String)
    }
}
