import CCairo

/// A PNG as the eye has it from some way off: lightness and two colours, blurred over about a letter.
///
/// ```swift
/// let difference = try Picture(png: golden).difference(from: Picture(png: drawn))
/// #expect(!difference.isVisible, "\(difference)")
/// ```
/// Made for figures at 144 dots an inch. Other smoothing or hinting of letters changes next to nothing; a label that stands
/// elsewhere, or has another colour, does.
public struct Picture: Sendable {
    /// In pixels of the file.
    public let width, height: Int
    /// Lightness, and how blue and how red, from 0 to 255, at half the size; rows one after the other.
    let planes: [[Float]]
    let columns, rows: Int

    /// In pixels of half the size: windows of 5 by 5, 10 by 10 of the file.
    private static let blur = 2

    public init(png: [UInt8]) throws {
        guard let surface = PNGSource.surface(of: png) else { throw NotPNG.noSurface }
        defer { cairo_surface_destroy(surface) }
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw NotPNG.unreadable(String(cString: cairo_status_to_string(status)))
        }
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        (columns, rows) = (width / 2, height / 2)
        let pixels = UnsafeBufferPointer(start: data, count: Int(cairo_image_surface_get_stride(surface)) * height)
        let planes = Picture.halved(pixels, stride: Int(cairo_image_surface_get_stride(surface)), columns: columns, rows: rows)
        self.planes = planes.map { [columns, rows] in Picture.blurred($0, columns: columns, rows: rows) }
    }

    public enum NotPNG: Error {
        case noSurface
        case unreadable(String)
    }

    /// Four pixels become one, blue green red in memory become lightness and two colours (ITU-R BT.601).
    private static func halved(_ pixels: UnsafeBufferPointer<UInt8>, stride: Int, columns: Int, rows: Int) -> [[Float]] {
        var light = [Float](repeating: 0, count: columns * rows)
        var blueness = light
        var redness = light
        for row in 0..<rows {
            for column in 0..<columns {
                var sums: (blue: Float, green: Float, red: Float) = (0, 0, 0)
                for start in [row * 2 * stride + column * 8, (row * 2 + 1) * stride + column * 8] {
                    sums.blue += Float(pixels[start]) + Float(pixels[start + 4])
                    sums.green += Float(pixels[start + 1]) + Float(pixels[start + 5])
                    sums.red += Float(pixels[start + 2]) + Float(pixels[start + 6])
                }
                let y = (0.299 * sums.red + 0.587 * sums.green + 0.114 * sums.blue) / 4
                let index = row * columns + column
                light[index] = y
                blueness[index] = 0.564 * (sums.blue / 4 - y)
                redness[index] = 0.713 * (sums.red / 4 - y)
            }
        }
        return [light, blueness, redness]
    }

    /// The mean of a window around each pixel, rows first, then columns.
    private static func blurred(_ plane: [Float], columns: Int, rows: Int) -> [Float] {
        let across = means(plane, lines: rows, length: columns, lineStep: columns, step: 1)
        return means(across, lines: columns, length: rows, lineStep: 1, step: columns)
    }

    private static func means(_ plane: [Float], lines: Int, length: Int, lineStep: Int, step: Int) -> [Float] {
        var result = plane
        for line in 0..<lines {
            let start = line * lineStep
            var sum: Float = 0
            var count: Float = 0
            for position in 0..<length + blur {
                if position < length {
                    sum += plane[start + position * step]
                    count += 1
                }
                if position > 2 * blur {
                    sum -= plane[start + (position - 2 * blur - 1) * step]
                    count -= 1
                }
                if position >= blur { result[start + (position - blur) * step] = sum / count }
            }
        }
        return result
    }
}

/// Bytes that cairo reads. A class because cairo keeps its address.
private final class PNGSource {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func surface(of png: [UInt8]) -> OpaquePointer? {
        let source = PNGSource(png)
        return withExtendedLifetime(source) {
            cairo_image_surface_create_from_png_stream(
                { source, data, length in
                    guard let source, let data else { return CAIRO_STATUS_READ_ERROR }
                    return Unmanaged<PNGSource>.fromOpaque(source).takeUnretainedValue().read(into: data, Int(length))
                }, Unmanaged.passUnretained(source).toOpaque())
        }
    }

    private func read(into data: UnsafeMutablePointer<UInt8>, _ length: Int) -> cairo_status_t {
        guard position + length <= bytes.count else { return CAIRO_STATUS_READ_ERROR }
        bytes.withUnsafeBufferPointer { data.update(from: $0.baseAddress.unsafelyUnwrapped + position, count: length) }
        position += length
        return CAIRO_STATUS_SUCCESS
    }
}
