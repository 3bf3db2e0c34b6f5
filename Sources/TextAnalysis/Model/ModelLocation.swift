import Foundation

/// Where the language model is looked for.
enum ModelLocation {
    static let environmentVariable = "NEWSGRAPH_MODEL"
    static let fileName = "newsgraph-en.model"

    /// The file named by the caller or the environment, else the one that comes with the library.
    static func resolve(explicit: URL?) throws -> URL {
        if let explicit { return explicit }
        if let named = ProcessInfo.processInfo.environment[environmentVariable], !named.isEmpty {
            return URL(fileURLWithPath: named)
        }
        return try resource(named: fileName)
    }

    /// A file that comes with the library: the first that exists of an installed one, the one in the build's resources, and the source.
    ///
    /// Not by `Bundle.module`, which ends the program where the folder of the build is gone, as for an installed command.
    static func resource(named name: String) throws -> URL {
        let candidates = [installed, beside, source].compactMap { $0?.appendingPathComponent(name) }
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw TextAnalysisError.modelNotFound(tried: candidates.map(\.path))
        }
        return found
    }

    /// `<bin>/../share/newsgraph/`.
    private static var installed: URL? {
        executable?.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("share/newsgraph")
    }

    /// The resource bundle that SwiftPM puts beside the executable.
    private static var beside: URL? {
        executable?.deletingLastPathComponent().appendingPathComponent("newsgraph_TextAnalysis.resources/Resources")
    }

    /// For programs that run from elsewhere while the package is being worked on.
    private static var source: URL? {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Resources")
    }

    private static var executable: URL? {
        Bundle.main.executableURL?.resolvingSymlinksInPath()
    }
}
