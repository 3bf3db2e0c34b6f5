import ArgumentParser

@main
struct NewsGraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "newsgraph", abstract: "Turns news text into a graph of who did what to whom.")
}
