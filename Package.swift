// swift-tools-version: 6.1
import PackageDescription

/// Every target speaks Swift 6; imports are internal unless a public signature needs them.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

func tests(_ name: String, _ more: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + more, resources: resources, swiftSettings: settings)
}

let package = Package(
    name: "newsgraph",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "NewsGraph", targets: ["NewsGraph"]),
        .library(name: "GraphExplorer", targets: ["GraphExplorer"]),
        .executable(name: "newsgraph", targets: ["NewsGraphTool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
        .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"]), .brew(["onednn"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        // Loops over floats in C, compiled for several generations of processors.
        .target(name: "CRowKernels", exclude: ["rows.inc"]),
        .target(name: "Digests", swiftSettings: settings),
        .target(name: "KnowledgeGraph", swiftSettings: settings),
        .target(name: "NewsText", dependencies: ["CLibXML2"], swiftSettings: settings),
        .target(
            name: "TextAnalysis", dependencies: ["COneDNN", "CRowKernels", "Digests"], resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "RelationExtraction",
            dependencies: ["KnowledgeGraph", "NewsText", "TextAnalysis", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "GraphStore",
            dependencies: [
                "KnowledgeGraph", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "GraphQuery", dependencies: ["KnowledgeGraph", "GraphStore"], swiftSettings: settings),
        .target(
            name: "GraphFormats", dependencies: ["Digests", "KnowledgeGraph", .product(name: "Mustache", package: "swift-mustache")],
            // A few KB that every command needs, from a folder that an installed command does not have.
            resources: [.embedInCode("Reports/Templates/Files")], swiftSettings: settings),
        .target(
            name: "GraphDrawing",
            dependencies: [
                "KnowledgeGraph", "GraphFormats", "CCairo", "CGraphviz", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: settings),
        .target(
            name: "GraphExplorer",
            dependencies: [
                "Digests", "GraphDrawing", "GraphFormats", "GraphQuery", "GraphStore", "KnowledgeGraph", "NewsText", "RelationExtraction",
                "CZlib", .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Pages/Files")], swiftSettings: settings),
        .target(
            name: "NewsGraph",
            dependencies: [
                "KnowledgeGraph", "NewsText", "TextAnalysis", "RelationExtraction", "GraphStore", "GraphQuery", "GraphFormats",
                "GraphDrawing",
            ], swiftSettings: settings),
        .executableTarget(
            name: "NewsGraphTool",
            dependencies: ["GraphExplorer", "NewsGraph", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: settings),

        // Invented statements that several test targets draw and write.
        .target(name: "SampleGraphs", dependencies: ["KnowledgeGraph"], path: "Tests/SampleGraphs", swiftSettings: settings),
        // Our side of `make bench-graph`.
        .executableTarget(
            name: "GraphBenchmark", dependencies: ["KnowledgeGraph", "GraphStore", "GraphQuery"], path: "Tests/Benchmarks/GraphBenchmark",
            swiftSettings: settings),
        // What an explorer asks of a store.
        .executableTarget(
            name: "StoreBenchmark", dependencies: ["KnowledgeGraph", "GraphStore"], path: "Tests/Benchmarks/StoreBenchmark",
            swiftSettings: settings),
        // Our side and the peer's of `make bench-draw`.
        .executableTarget(
            name: "DrawingBenchmark", dependencies: ["GraphDrawing", "GraphFormats", "KnowledgeGraph", "SampleGraphs"],
            path: "Tests/Benchmarks/DrawingBenchmark", swiftSettings: settings),
        // Changes to a graph store that a test knows the result of, and a program that makes them until it is killed.
        .target(
            name: "StoreWorkload", dependencies: ["GraphStore", "KnowledgeGraph"], path: "Tests/StoreWorkload", swiftSettings: settings),
        .executableTarget(
            name: "CrashWriter", dependencies: ["GraphStore", "StoreWorkload"], path: "Tests/CrashWriter", swiftSettings: settings),
        // Pictures as the eye has them, for tests that compare them.
        .target(name: "ImageComparison", dependencies: ["CCairo"], path: "Tests/ImageComparison", swiftSettings: settings),
        // A worker that draws, some that misbehave, and a process that draws again and again.
        .executableTarget(
            name: "RenderWorkerProgram", dependencies: ["GraphDrawing", "SampleGraphs"], path: "Tests/RenderWorkerProgram",
            swiftSettings: settings),
        .executableTarget(
            name: "WhoMetWhom", dependencies: ["NewsGraph"], path: "Examples/WhoMetWhom", swiftSettings: settings),
        .executableTarget(
            name: "AskTheGraph", dependencies: ["NewsGraph"], path: "Examples/AskTheGraph", swiftSettings: settings),

        tests("Digests"),
        tests("KnowledgeGraph"),
        tests("NewsText"),
        tests("TextAnalysis", ["CRowKernels", "Digests"], resources: [.copy("Fixtures")]),
        tests("RelationExtraction", ["KnowledgeGraph", "NewsText", "TextAnalysis"]),
        tests("GraphStore", ["CrashWriter", "GraphFormats", "KnowledgeGraph", "SampleGraphs", "StoreWorkload"]),
        tests("GraphQuery", ["GraphStore", "KnowledgeGraph", "SampleGraphs"]),
        tests("GraphFormats", ["Digests", "KnowledgeGraph", "SampleGraphs"], resources: [.copy("Golden")]),
        tests("GraphDrawing", ["GraphFormats", "ImageComparison", "KnowledgeGraph", "RenderWorkerProgram", "SampleGraphs"]),
        tests(
            "GraphExplorer",
            [
                "GraphDrawing", "GraphFormats", "GraphStore", "KnowledgeGraph", "RelationExtraction", "RenderWorkerProgram", "SampleGraphs",
                "TextAnalysis",
            ]),
        tests("NewsGraphTool", ["GraphStore", "KnowledgeGraph", "SampleGraphs"]),
    ]
)
