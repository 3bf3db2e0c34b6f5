@_exported public import GraphDrawing
@_exported public import GraphFormats
@_exported public import GraphQuery
@_exported public import GraphStore
@_exported public import KnowledgeGraph
@_exported public import NewsText
@_exported public import RelationExtraction
@_exported public import TextAnalysis
