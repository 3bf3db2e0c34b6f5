import Testing

@testable import GraphFormats
