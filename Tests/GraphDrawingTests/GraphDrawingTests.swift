import Testing

@testable import GraphDrawing
