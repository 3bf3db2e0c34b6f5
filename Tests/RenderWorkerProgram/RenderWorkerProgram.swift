import Foundation
import GraphDrawing
import SampleGraphs

/// `RenderWorkerProgram render-worker`: a worker, as the command has one. Other arguments make a worker that misbehaves.
@main
enum RenderWorkerProgram {
    static func main() async {
        switch CommandLine.arguments.dropFirst().first {
        case RenderWorkers.Command.argument:
            await RenderWorker.run()
        case "babbling":
            // No frame at all, then silence.
            FileHandle.standardOutput.write(Data("<svg>this is no frame</svg>".utf8))
            sleep(60)
        case "boasting":
            // The length of a frame that would take four gigabytes.
            FileHandle.standardOutput.write(Data([0xFF, 0xFF, 0xFF, 0xFF]))
            sleep(60)
        case "silent":
            sleep(60)
        case "leaving":
            exit(3)
        case "dying":
            // Reads something of the request first, so that it is in the middle.
            _ = FileHandle.standardInput.readData(ofLength: 200)
            raise(SIGBUS)
        case "rounds":
            await drawAgain()
        default:
            FileHandle.standardError.write(Data("usage: RenderWorkerProgram render-worker\n".utf8))
            exit(64)
        }
    }

    /// `rounds N [workers]`: draws N figures, in this process or in workers, and prints its resident bytes forty times on the way.
    private static func drawAgain() async {
        let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0
        let workers = CommandLine.arguments.last == "workers" ? RenderWorkers(count: 1) : nil
        do {
            let drawing = try Drawing(statements: harbourStrike)
            for round in 0..<rounds {
                let format: DrawingFormat = round % 10 == 0 ? .png : round % 10 == 1 ? .pdf : .svg
                let image =
                    if let workers { try await drawing.render(as: format, in: workers) } else { try await drawing.render(as: format) }
                guard !image.isEmpty else { exit(1) }
                if round.isMultiple(of: max(1, rounds / 40)) { print(residentSize()) }
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func residentSize() -> Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")[1]
        return pages.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } ?? 0
    }
}
