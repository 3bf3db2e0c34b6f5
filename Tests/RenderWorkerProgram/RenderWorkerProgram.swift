import Foundation
import GraphDrawing

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
        default:
            FileHandle.standardError.write(Data("usage: RenderWorkerProgram render-worker\n".utf8))
            exit(64)
        }
    }
}
