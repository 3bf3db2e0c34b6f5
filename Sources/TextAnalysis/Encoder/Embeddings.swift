/// What the encoder starts from: word piece, position, word shape and the sentence's use of capitals, added and normalised.
struct Embeddings {
    private let words: UnsafePointer<Int8>
    private let wordScales: UnsafePointer<Float>
    private let positions: UnsafePointer<Int8>
    private let positionScales: UnsafePointer<Float>
    private let shapes: UnsafePointer<Float>
    private let modes: UnsafePointer<Float>
    private let norm: LayerNorm
    private let size: Int

    init(_ loader: ModelLoader, pieces: Int) throws {
        let configuration = loader.configuration
        size = configuration.hidden
        (words, wordScales) = try loader.file.quantized("embed.word", rows: pieces, columns: size)
        (positions, positionScales) = try loader.file.quantized("embed.position", rows: configuration.positions, columns: size)
        shapes = try loader.file.floats("embed.shape", 2 * WordShape.count, size)
        modes = try loader.file.floats("embed.mode", 4, size)
        norm = try loader.norm("embed.norm", size: size)
    }

    func fill(_ states: UnsafeMutablePointer<Float>, with batch: Batch) {
        for window in batch.windows {
            for position in 0..<window.pieces.count {
                let index = window.pieces.lowerBound + position
                fill(
                    states + index * size, piece: Int(batch.pieces[index]), position: position, shape: Int(batch.shapes[index]),
                    mode: window.mode.rawValue)
            }
        }
    }

    private func fill(_ row: UnsafeMutablePointer<Float>, piece: Int, position: Int, shape: Int, mode: Int) {
        Rows.embed(
            word: words + piece * size, wordScales[piece], position: positions + position * size, positionScales[position],
            shape: shapes + shape * size, mode: modes + mode * size, into: row, size)
        norm(row)
    }
}
