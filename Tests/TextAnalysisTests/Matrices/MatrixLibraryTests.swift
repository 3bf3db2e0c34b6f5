import CRowKernels
import Foundation
import Testing

@testable import TextAnalysis

@Suite("Matrix libraries")
struct MatrixLibraryTests {
    private static let shapes = [(1, 1, 1), (1, 7, 384), (3, 5, 2), (17, 33, 129), (64, 48, 384), (5, 300, 1536), (130, 9, 31)]

    @Test("give the same integers, which are exact", arguments: shapes)
    func integers(rows: Int, columns: Int, depth: Int) throws {
        let library = try #require(OneDNN())
        library.prepareThread()
        var random = Random(state: UInt64(rows * columns + depth))
        for extreme in [false, true] {
            // The greatest values that are allowed must not saturate.
            let a = (0..<rows * depth).map { _ in extreme ? UInt8.max : UInt8.random(in: 0...255, using: &random) }
            let b = (0..<columns * depth).map { _ in
                extreme ? [Int8(-63), 63].randomElement(using: &random) ?? 63 : Int8.random(in: -63...63, using: &random)
            }
            var found = [[Int32]]()
            for library in [library, PortableMatrices()] as [any MatrixLibrary] {
                var c = [Int32](repeating: -1, count: rows * columns)
                library.product(rows: rows, columns: columns, depth: depth, a, stride: depth, b, stride: depth, into: &c)
                found.append(c)
            }
            let exact = (0..<rows * columns).map { index in
                let (row, column) = (index / columns, index % columns)
                return Int32((0..<depth).reduce(0) { $0 + Int(a[row * depth + $1]) * Int(b[column * depth + $1]) })
            }
            #expect(found == [exact, exact])
        }
    }

    @Test("do not saturate with seven-bit inputs and eight-bit weights")
    func sevenBits() throws {
        let library = try #require(OneDNN())
        let (a, b) = ([UInt8](repeating: 127, count: 128), [Int8](repeating: -127, count: 3 * 129))
        var c = [Int32](repeating: 0, count: 3)
        library.product(rows: 1, columns: 3, depth: 128, a, stride: 128, b, stride: 129, into: &c)
        #expect(c == [Int32](repeating: -127 * 127 * 128, count: 3))
    }
}

@Suite("Rows")
struct RowsTests {
    @Test("log-soft-max is that of the definition", arguments: [1, 2, 15, 16, 17, 100])
    func logSoftmax(count: Int) {
        var random = Random(state: UInt64(count))
        let x = (0..<count).map { _ in random.number() * 30 }
        let total = log(x.reduce(0) { $0 + exp(Double($1)) })
        var found = x
        Rows.logSoftmax(&found, count)
        for (value, input) in zip(found, x) { #expect(abs(Double(value) - (Double(input) - total)) < 2e-5) }
    }

    @Test("log-soft-max of hopeless scores stays finite")
    func hopeless() {
        var x: [Float] = [0, -1e9, -1e30, -200]
        Rows.logSoftmax(&x, 4)
        #expect(x[0] == 0 && x.allSatisfy(\.isFinite))
    }

    @Test("quantised stand for the same numbers, to half a step", arguments: [Float(255), 127])
    func quantized(greatest: Float) {
        var random = Random(state: 5)
        var rows = (0..<4 * 50).map { _ in random.number() * 8 + 1 }
        for index in 150..<200 { rows[index] = 2.5 }
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let quantized = QuantizedRows(rows, rows: 4, depth: 50, greatest: greatest, in: workspace)
        for (index, value) in rows.enumerated() {
            let (scale, minimum) = (quantized.scales[index / 50], quantized.minima[index / 50])
            #expect(Float(quantized.bytes[index]) <= greatest)
            #expect(abs(scale * Float(quantized.bytes[index]) + minimum - value) <= scale * 0.501)
        }
    }

    @Test("normalised have mean 0 and variance 1", arguments: [8, 24, 31, 384])
    func normalized(count: Int) {
        var random = Random(state: 9)
        var x = (0..<count).map { _ in random.number() * 5 + 3 }
        let (ones, zeros) = ([Float](repeating: 1, count: count), [Float](repeating: 0, count: count))
        ones.withUnsafeBufferPointer { ones in
            zeros.withUnsafeBufferPointer { zeros in
                guard let weight = ones.baseAddress, let bias = zeros.baseAddress else { return }
                Rows.normalize(&x, LayerNorm(weight: weight, bias: bias, epsilon: 1e-12, size: count))
            }
        }
        #expect(abs(x.reduce(0, +)) < 1e-3)
        #expect(abs(Rows.dot(x, x, count) / Float(count) - 1) < 1e-4)
    }

    @Test("GELU is that of the definition", arguments: [1, 15, 16, 17, 2000])
    func gelu(count: Int) {
        let x = (0..<count).map { Float($0 % 1000) / 80 - 6 }
        var found = x
        Rows.gelu(&found, count)
        for (value, input) in zip(found, x) {
            #expect(abs(Double(value) - Double(input) / 2 * (1 + erf(Double(input) / 2.0.squareRoot()))) < 1e-6)
        }
    }

    private static let shapes = [(1, 1, 1), (9, 13, 32), (6, 16, 7), (23, 37, 160), (17, 48, 5)]

    @Test("products are sums of products, transposed or not", arguments: shapes, [true, false])
    func product(shape: (rows: Int, columns: Int, depth: Int), transposed: Bool) {
        var random = Random(state: 1)
        let (rows, columns, depth) = shape
        let (aStride, bStride, cStride) = (depth + 3, max(columns, depth) + 1, columns + 2)
        let a = (0..<rows * aStride).map { _ in random.number() }
        let b = (0..<max(columns, depth) * bStride).map { _ in random.number() }
        var c = [Float](repeating: 7, count: rows * cStride)
        Rows.product(
            rows: rows, columns: columns, depth: depth, a, stride: aStride, b, stride: bStride, transposed: transposed,
            into: &c, stride: cStride, in: Workspace())
        for row in 0..<rows {
            for column in 0..<columns {
                let exact = (0..<depth).reduce(0.0) {
                    $0 + Double(a[row * aStride + $1]) * Double(b[transposed ? column * bStride + $1 : $1 * bStride + column])
                }
                #expect(abs(Double(c[row * cStride + column]) - exact) < 1e-4)
            }
            #expect(c[row * cStride + columns] == 7, "what lies between the rows stays")
        }
    }

    @Test("attention is that of the definition", arguments: [1, 2, 16, 34, 50])
    func attention(length: Int) {
        var random = Random(state: 2)
        let (size, width, head) = (64, 32, 32)
        let rows = (0..<length * 3 * size).map { _ in random.number() }
        var found = [Float](repeating: 7, count: length * size)
        rows.withUnsafeBufferPointer { rows in
            found.withUnsafeMutableBufferPointer {
                guard let rows = rows.baseAddress, let found = $0.baseAddress else { return }
                Rows.attention(
                    rows + head, distance: size, length: length, width: width, into: found + head, stride: size, in: Workspace())
            }
        }
        for row in 0..<length {
            let weights = (0..<length).map { other in
                exp(
                    (0..<width).reduce(0.0) {
                        $0 + Double(rows[row * 3 * size + head + $1]) * Double(rows[other * 3 * size + size + head + $1])
                    } / Double(width).squareRoot())
            }
            let total = weights.reduce(0, +)
            for place in 0..<width {
                let exact = (0..<length).reduce(0.0) { $0 + weights[$1] / total * Double(rows[$1 * 3 * size + 2 * size + head + place]) }
                #expect(abs(Double(found[row * size + head + place]) - exact) < 1e-5)
            }
            #expect(found[row * size] == 7, "another head's place stays")
        }
    }

    @Test("every generation of processors gives the same bits", arguments: [1, 15, 16, 17, 31, 50])
    func generations(count: Int) throws {
        let generations: [String] = ["portable", "avx2", "avx512"]
        let results = generations.compactMap { row_kernels_of($0)?.pointee }.map { bits(of: $0, count) }
        #expect(!results.isEmpty && results.allSatisfy { $0 == results[0] })
    }

    /// The bits that every function of a generation gives for the same input.
    private func bits(of kernels: row_kernels, _ count: Int) -> [[UInt32]] {
        var random = Random(state: UInt64(count))
        let (x, y) = ((0..<7 * 3 * 64).map { _ in random.number() * 4 }, (0..<7 * 3 * 64).map { _ in random.number() })
        let sums = (0..<count).map { _ in Int32.random(in: -99_999...99_999, using: &random) }
        let bytes = (0..<count).map { _ in Int8.random(in: -127...127, using: &random) }
        var found: [[Float]] = []
        var newBytes = [UInt8](repeating: 0, count: count)
        var (scale, minimum): (Float, Float) = (0, 0)
        var values = [Float](repeating: 0, count: count)
        /// What a function makes of a copy of `x`.
        func take(_ body: (UnsafeMutablePointer<Float>) -> Void) {
            var copy = x
            copy.withUnsafeMutableBufferPointer { $0.baseAddress.map(body) }
            found.append(copy)
        }
        take { kernels.normalize($0, count, y, x, 1e-12) }
        take { kernels.gelu($0, count) }
        take { kernels.log_softmax($0, count) }
        take { kernels.embed(bytes, 0.1, bytes, 0.2, x, y, count, $0) }
        take { kernels.mix(y, count, x, 5, $0, count) }
        take { $0.pointee = kernels.dot(x, y, count) }
        var scratch = [Float](repeating: 0, count: row_attention_scratch(7, 64) + row_product_scratch(64))
        take { kernels.product(7, 20, min(count, 64), x, 64, y, 64, 1, $0, 21, &scratch) }
        take { kernels.product(7, 20, min(count, 64), x, 64, y, 21, 0, $0, 21, &scratch) }
        take { kernels.attention(x, y, x, 64, 7, count, 0.2, $0, 64, &scratch) }
        y.withUnsafeBufferPointer { parameters in
            guard let base = parameters.baseAddress else { return }
            let layer = row_linear(scales: base, offsets: base + count, bias: base + 2 * count)
            take { kernels.dequantize(sums, count, layer, 0.01, -1, $0) }
            take { kernels.add_normalize(sums, count, layer, 0.01, -1, $0, base, base, 1e-12) }
            kernels.activate(sums, count, layer, 1e-4, -1, &values, &newBytes, &scale, &minimum)
            found.append(values + newBytes.map(Float.init) + [scale, minimum])
        }
        kernels.quantize(x, count, 127, &newBytes, &scale, &minimum)
        found.append(newBytes.map(Float.init) + [scale, minimum])
        return found.map { $0.map(\.bitPattern) }
    }

    @Test("a layer's outputs through GELU are bytes for the numbers of the definition")
    func activated() {
        let count = 40
        var random = Random(state: 8)
        let parameters = (0..<3 * count).map { _ in random.number() }
        let sums = (0..<count).map { _ in Int32.random(in: -9_999...9_999, using: &random) }
        var (bytes, values, scale, minimum) = ([UInt8](repeating: 0, count: count), [Float](repeating: 0, count: count), Float(0), Float(0))
        parameters.withUnsafeBufferPointer { parameters in
            guard let base = parameters.baseAddress else { return }
            row_kernels_newest().pointee.activate(
                sums, count, row_linear(scales: base, offsets: base + count, bias: base + 2 * count), 1e-3, -0.5, &values, &bytes, &scale,
                &minimum)
        }
        for i in 0..<count {
            let z =
                Double(sums[i]) * Double(parameters[i]) * 1e-3 + Double(parameters[count + i]) * -0.5 + Double(parameters[2 * count + i])
            #expect(abs(Double(values[i]) - z / 2 * (1 + erf(z / 2.0.squareRoot()))) < 1e-5)
            #expect(abs(scale * Float(bytes[i]) + minimum - values[i]) <= scale * 0.501)
        }
    }
}
