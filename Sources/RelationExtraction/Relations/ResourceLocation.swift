import Foundation

/// Where the library's data files are: beside the program when it is installed, else in the package's bundle.
enum ResourceLocation {
    /// A folder of the resources, such as `relations`.
    static func folder(_ name: String) -> URL {
        let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let installed = executable.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("share/newsgraph/\(name)")
        if FileManager.default.fileExists(atPath: installed.path) { return installed }
        return Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")
    }
}
