import ArgumentParser

/// How a command shows its answer.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}
