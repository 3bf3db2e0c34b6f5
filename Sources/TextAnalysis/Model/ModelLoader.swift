/// Makes layers of a model file's tensors, and says which tensor does not fit.
struct ModelLoader {
    let file: ModelFile
    let memory: OwnedMemory
    let library: any MatrixLibrary

    var configuration: ModelHeader.Configuration { file.header.config }
    var labels: ModelHeader.Labels { file.header.labels }

    /// Sizes that code divides by or allocates are sensible, and every label set has what decoding needs.
    func checkConfiguration() throws {
        let c = configuration
        let sizes = [c.layers, c.hidden, c.heads, c.ffn, c.positions, c.arc, c.label, c.role, c.maxPieces]
        guard sizes.allSatisfy({ (1...65_536).contains($0) }), c.hidden % c.heads == 0, c.positions >= 64, c.maxPieces <= 16 else {
            throw file.damaged("its sizes are not possible: \(c)")
        }
        let sets = [
            ("upos", labels.upos), ("xpos", labels.xpos), ("feats", labels.feats), ("lemmaRule", labels.lemmaRule),
            ("deprel", labels.deprel), ("entity", labels.entity), ("predicate", labels.predicate), ("role", labels.role),
        ]
        for (name, set) in sets where set.isEmpty || Set(set).count != set.count {
            throw file.damaged("the label set \(name) is empty or names a label twice")
        }
    }

    /// `name.weight`, `name.bias` and the weight's scales.
    func linear(_ name: String, inputs: Int, outputs: Int) throws -> Linear {
        let (weights, scales) = try file.quantized("\(name).weight", rows: outputs, columns: inputs)
        return linear(
            weights, stride: inputs, scales: scales, bias: try file.floats("\(name).bias", outputs), inputs: inputs, outputs: outputs)
    }

    func linear(
        _ weights: UnsafePointer<Int8>, stride: Int, scales: UnsafePointer<Float>, bias: UnsafePointer<Float>, inputs: Int, outputs: Int
    ) -> Linear {
        let sums = memory.allocate(outputs, of: Float.self)
        let ones = [UInt8](repeating: 1, count: inputs)
        var totals = [Int32](repeating: 0, count: outputs)
        library.product(rows: 1, columns: outputs, depth: inputs, ones, stride: inputs, weights, stride: stride, into: &totals)
        for output in 0..<outputs { sums[output] = Float(totals[output]) * scales[output] }
        return Linear(
            weights: weights, stride: stride, scales: scales, sums: UnsafePointer(sums), bias: bias, inputs: inputs, outputs: outputs)
    }

    /// A bilinear form as a layer: `rows` numbers from a vector of `inputs`, whose last column stands for a constant 1. Its weights have
    /// eight bits, therefore its inputs must have seven.
    func bilinear(_ name: String, rows: Int, inputs: Int) throws -> Linear {
        let (values, scales) = try file.quantized(name, rows: rows, columns: inputs + 1)
        let constants = memory.allocate(rows, of: Float.self)
        for row in 0..<rows { constants[row] = Float(values[row * (inputs + 1) + inputs]) * scales[row] }
        return linear(values, stride: inputs + 1, scales: scales, bias: UnsafePointer(constants), inputs: inputs, outputs: rows)
    }

    func norm(_ name: String, size: Int) throws -> LayerNorm {
        LayerNorm(
            weight: try file.floats("\(name).weight", size), bias: try file.floats("\(name).bias", size),
            epsilon: configuration.layerNormEpsilon, size: size)
    }
}

struct LayerNorm {
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let epsilon: Float
    let size: Int

    func callAsFunction(_ row: UnsafeMutablePointer<Float>) {
        Rows.normalize(row, self)
    }
}
