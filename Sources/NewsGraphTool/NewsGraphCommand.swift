import ArgumentParser
import Foundation

/// The command `newsgraph`: one file a subcommand.
struct NewsGraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsgraph",
        abstract: "Turns news text into a graph of who did what to whom, when, and according to whom.",
        discussion: """
            Example: read articles, see what they say, and draw it

              newsgraph extract article.txt --format triples
              newsgraph add news.sqlite *.txt
              newsgraph who news.sqlite "Jimmy Carter"
              newsgraph query news.sqlite 'MATCH (a)-[r:MET_WITH]-(b) RETURN a.name, b.name, r.since'
              newsgraph draw news.sqlite -o news.svg

            Results go to standard output, everything else to standard error. Exit status: 0 done, 1 some input could not be read \
            (the rest was done), 2 wrong usage or nothing done.
            """,
        version: "0.1.0",
        subcommands: [
            ExtractCommand.self, MentionsCommand.self, ParseCommand.self, AddCommand.self, RemoveCommand.self, WhoCommand.self,
            PathCommand.self, QueryCommand.self, DrawCommand.self, ReportCommand.self, ExportCommand.self, ActorsCommand.self,
            MergeCommand.self, SplitCommand.self, StatsCommand.self, RelationsCommand.self, ExploreCommand.self, McpCommand.self,
            RenderWorkerCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        do {
            var command = try NewsGraphCommand.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(report(error))
        }
    }

    /// Prints what went wrong, or the help that was asked for, and gives the exit status of the contract.
    private static func report(_ error: any Error) -> Int32 {
        if error is ExitCode || NewsGraphCommand.exitCode(for: error) == .success {
            let status = NewsGraphCommand.exitCode(for: error)
            if status == .success {
                print(NewsGraphCommand.fullMessage(for: error))
            }
            return status.rawValue
        }
        StandardError.write(NewsGraphCommand.fullMessage(for: error))
        return ExitCode.wrongUsage.rawValue
    }
}

extension ExitCode {
    /// Some input could not be read; the rest was done.
    static let incomplete = ExitCode(1)
    /// Wrong usage, or nothing done.
    static let wrongUsage = ExitCode(2)
}
