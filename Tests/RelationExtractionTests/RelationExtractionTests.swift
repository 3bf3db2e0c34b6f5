import Testing

@testable import RelationExtraction
