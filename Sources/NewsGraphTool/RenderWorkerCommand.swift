import ArgumentParser
import GraphDrawing

/// `newsgraph render-worker`: draws figures for another process of this program, within limits; not for people.
struct RenderWorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: RenderWorkers.Command.argument, abstract: "Draw figures for a server.", shouldDisplay: false)

    func run() async { await RenderWorker.run() }
}
