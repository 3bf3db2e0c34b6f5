import Foundation

/// Loops over rows of numbers.
///
/// Sums run over eight partial sums in a fixed order: the same in every build, and a shape that compilers turn into vector code.
/// Indices and pointers are plain because these loops are most of a debug build's time.
enum Rows {
    @inline(__always)
    static func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
        var (a, b, c, d): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (e, f, g, h): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var i = 0
        while i &+ 8 <= count {
            a += x[i]
            b += x[i &+ 1]
            c += x[i &+ 2]
            d += x[i &+ 3]
            e += x[i &+ 4]
            f += x[i &+ 5]
            g += x[i &+ 6]
            h += x[i &+ 7]
            i &+= 8
        }
        var total = ((a + e) + (b + f)) + ((c + g) + (d + h))
        while i < count {
            total += x[i]
            i &+= 1
        }
        return total
    }

    @inline(__always)
    static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float {
        var (a, b, c, d): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (e, f, g, h): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var i = 0
        while i &+ 8 <= count {
            a += x[i] * y[i]
            b += x[i &+ 1] * y[i &+ 1]
            c += x[i &+ 2] * y[i &+ 2]
            d += x[i &+ 3] * y[i &+ 3]
            e += x[i &+ 4] * y[i &+ 4]
            f += x[i &+ 5] * y[i &+ 5]
            g += x[i &+ 6] * y[i &+ 6]
            h += x[i &+ 7] * y[i &+ 7]
            i &+= 8
        }
        var total = ((a + e) + (b + f)) + ((c + g) + (d + h))
        while i < count {
            total += x[i] * y[i]
            i &+= 1
        }
        return total
    }

    @inline(__always)
    static func range(_ x: UnsafePointer<Float>, _ count: Int) -> (low: Float, high: Float) {
        var (a, b, c, d) = (x[0], x[0], x[0], x[0])
        var (e, f, g, h) = (x[0], x[0], x[0], x[0])
        var i = 0
        while i &+ 4 <= count {
            let (p, q, r, s) = (x[i], x[i &+ 1], x[i &+ 2], x[i &+ 3])
            a = p < a ? p : a
            b = q < b ? q : b
            c = r < c ? r : c
            d = s < d ? s : d
            e = p > e ? p : e
            f = q > f ? q : f
            g = r > g ? r : g
            h = s > h ? s : h
            i &+= 4
        }
        var low = min(min(a, b), min(c, d))
        var high = max(max(e, f), max(g, h))
        while i < count {
            low = min(low, x[i])
            high = max(high, x[i])
            i &+= 1
        }
        return (low, high)
    }

    /// Index of the first greatest number.
    static func indexOfMaximum(_ x: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        var i = 1
        while i < count {
            if x[i] > x[best] { best = i }
            i &+= 1
        }
        return best
    }

    /// `y += factor · x`.
    @inline(__always)
    static func add(_ x: UnsafePointer<Float>, times factor: Float, to y: UnsafeMutablePointer<Float>, _ count: Int) {
        var i = 0
        while i < count {
            y[i] += factor * x[i]
            i &+= 1
        }
    }

    /// Brings `x` to mean 0 and variance 1, then scales and shifts it.
    @inline(__always)
    static func normalize(
        _ x: UnsafeMutablePointer<Float>, _ count: Int, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>, epsilon: Float
    ) {
        let mean = sum(x, count) / Float(count)
        var i = 0
        while i < count {
            x[i] -= mean
            i &+= 1
        }
        let factor = 1 / (dot(x, x, count) / Float(count) + epsilon).squareRoot()
        i = 0
        while i < count {
            x[i] = x[i] * factor * weight[i] + bias[i]
            i &+= 1
        }
    }

    /// Soft-max in place.
    @inline(__always)
    static func softmax(_ x: UnsafeMutablePointer<Float>, _ count: Int) {
        exponentiate(x, count, minus: range(x, count).high)
        let factor = 1 / sum(x, count)
        var i = 0
        while i < count {
            x[i] *= factor
            i &+= 1
        }
    }

    /// log Σ exp(x).
    static func logSumExp(_ x: UnsafePointer<Float>, _ count: Int, scratch: UnsafeMutablePointer<Float>) -> Float {
        let high = range(x, count).high
        scratch.update(from: x, count: count)
        exponentiate(scratch, count, minus: high)
        return high + logf(sum(scratch, count))
    }

    /// `x = exp(x − maximum)` for `x ≤ maximum`, with a relative error of about 10⁻⁷ · (1 + |x − maximum|).
    ///
    /// 2ⁿ · 2ᶠ with the polynomial of Cephes' exp2f for |f| ≤ ½; adding 1.5 · 2²³ rounds to the integer n without a conversion.
    @inline(__always)
    private static func exponentiate(_ x: UnsafeMutablePointer<Float>, _ count: Int, minus maximum: Float) {
        let rounding: Float = 12_582_912
        var i = 0
        while i < count {
            let exponent = (x[i] - maximum) * 1.442_695_04
            let clamped = exponent < -126 ? -126 : exponent
            let shifted = clamped + rounding
            let f = clamped - (shifted - rounding)
            var p: Float = 1.535_336_19e-4
            p = p * f + 1.339_887_44e-3
            p = p * f + 9.618_437_36e-3
            p = p * f + 5.550_332_47e-2
            p = p * f + 2.402_264_79e-1
            p = p * f + 6.931_472_03e-1
            p = p * f + 1
            x[i] = Float(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 23))
            i &+= 1
        }
    }
}
