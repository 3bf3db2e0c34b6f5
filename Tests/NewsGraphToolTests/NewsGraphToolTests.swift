import Testing

@testable import NewsGraphTool
