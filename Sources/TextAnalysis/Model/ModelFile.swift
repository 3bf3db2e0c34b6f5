import Digests
import Foundation

/// A model file mapped into memory: header checked, tensors read in place.
///
/// ```
/// "NGMODEL1" | UInt64 header length | header (JSON) | zeros up to a multiple of 64 | payload
/// ```
/// Opening checks every length, so a file that is cut short never opens; ``verify()`` also checks the payload's SHA-256.
/// A class because it owns the mapping; the memory is never written, therefore it may be shared.
final class ModelFile: @unchecked Sendable {
    static let magic = Array("NGMODEL1".utf8)
    static let alignment = 64

    let path: String
    let header: ModelHeader
    private let mapping: UnsafeRawBufferPointer
    private let payload: UnsafeRawBufferPointer

    init(_ url: URL) throws {
        path = url.path
        mapping = try Self.map(path)
        do {
            (header, payload) = try Self.read(mapping, path: path)
            try checkTensors()
        } catch {
            munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
            throw error
        }
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count)
    }

    /// Throws if the payload is not the one that the header was written for. Reads the whole file.
    func verify() throws {
        let digest = SHA256.hexDigest(of: payload)
        guard digest == header.sha256.lowercased() else {
            throw damaged("the SHA-256 of the payload is \(digest), the header says \(header.sha256)")
        }
    }

    func contains(_ name: String) -> Bool {
        header.tensors[name] != nil
    }

    func floats(_ name: String, _ shape: Int...) throws -> UnsafePointer<Float> {
        try tensor(name, type: "f32", shape: shape).assumingMemoryBound(to: Float.self)
    }

    /// A quantised matrix and its scales, one a row.
    func quantized(_ name: String, rows: Int, columns: Int) throws -> (values: UnsafePointer<Int8>, scales: UnsafePointer<Float>) {
        let values = try tensor(name, type: "i8", shape: [rows, columns]).assumingMemoryBound(to: Int8.self)
        guard let scale = header.tensors[name]?.scale else { throw damaged("tensor \(name) names no scale") }
        guard let entry = header.tensors[scale] else { throw damaged("tensor \(scale), the scale of \(name), is missing") }
        guard entry.shape.reduce(1, *) == rows else {
            throw damaged("tensor \(scale) has shape \(entry.shape), \(name) needs [\(rows)]")
        }
        return (values, try tensor(scale, type: "f32", shape: entry.shape).assumingMemoryBound(to: Float.self))
    }

    /// The bytes of a text.
    func text(_ name: String) throws -> UnsafeBufferPointer<UInt8> {
        guard let entry = header.tensors[name] else { throw damaged("tensor \(name) is missing") }
        let start = try tensor(name, type: "u8", shape: entry.shape).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: entry.shape.reduce(1, *))
    }

    func rows(of name: String) throws -> Int {
        guard let entry = header.tensors[name], let rows = entry.shape.first else { throw damaged("tensor \(name) is missing") }
        return rows
    }

    func damaged(_ reason: String) -> TextAnalysisError {
        .damagedModel(path: path, reason: reason)
    }

    private func tensor(_ name: String, type: String, shape: [Int]) throws -> UnsafeRawPointer {
        guard let entry = header.tensors[name] else { throw damaged("tensor \(name) is missing") }
        guard entry.type == type else { throw damaged("tensor \(name) is \(entry.type) instead of \(type)") }
        guard entry.shape == shape else { throw damaged("tensor \(name) has shape \(entry.shape) instead of \(shape)") }
        guard let base = payload.baseAddress else { throw damaged("the payload is empty") }
        return base + entry.offset
    }

    /// Every tensor has a known type and lies inside the payload: no later read can leave the mapping.
    private func checkTensors() throws {
        for (name, entry) in header.tensors.sorted(by: { $0.key < $1.key }) {
            guard let size = ["i8": 1, "u8": 1, "f32": 4][entry.type] else {
                throw damaged("tensor \(name) has the unknown type “\(entry.type)”")
            }
            var bytes = size
            for length in entry.shape {
                let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
                guard length >= 0, !overflow else { throw damaged("tensor \(name) has the impossible shape \(entry.shape)") }
                bytes = product
            }
            guard entry.offset >= 0, entry.offset % Self.alignment == 0 else {
                throw damaged("tensor \(name) starts at \(entry.offset), not at a multiple of \(Self.alignment)")
            }
            guard bytes <= payload.count, entry.offset <= payload.count - bytes else {
                throw damaged("tensor \(name) (\(bytes) bytes at \(entry.offset)) lies outside the payload of \(payload.count) bytes")
            }
        }
    }

    private static func map(_ path: String) throws -> UnsafeRawBufferPointer {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw TextAnalysisError.unreadableFile(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw TextAnalysisError.unreadableFile(path: path, reason: String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TextAnalysisError.unreadableFile(path: path, reason: "it is not a file")
        }
        let length = Int(status.st_size)
        guard length >= magic.count + 8 else {
            throw TextAnalysisError.damagedModel(path: path, reason: "it holds \(length) bytes only")
        }
        guard let memory = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw TextAnalysisError.unreadableFile(path: path, reason: String(cString: strerror(errno)))
        }
        return UnsafeRawBufferPointer(start: memory, count: length)
    }

    private static func read(_ file: UnsafeRawBufferPointer, path: String) throws -> (ModelHeader, UnsafeRawBufferPointer) {
        func damaged(_ reason: String) -> TextAnalysisError { .damagedModel(path: path, reason: reason) }
        guard file.prefix(magic.count).elementsEqual(magic) else { throw damaged("it does not start with NGMODEL1") }
        let length = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self))
        let start = magic.count + 8
        guard length <= UInt64(file.count - start) else {
            throw damaged("the header of \(length) bytes does not fit into the file of \(file.count) bytes")
        }
        let json = Data(file[start..<start + Int(length)])
        let header: ModelHeader
        do {
            let format = try JSONDecoder().decode(ModelHeader.Format.self, from: json).format
            guard format == ModelHeader.supportedFormat else {
                throw TextAnalysisError.unsupportedModel(
                    path: path, reason: "its format is \(format), this version reads format \(ModelHeader.supportedFormat)")
            }
            header = try JSONDecoder().decode(ModelHeader.self, from: json)
        } catch let error as DecodingError {
            throw damaged("its header cannot be read: \(explanation(of: error))")
        }
        let begin = (start + Int(length) + alignment - 1) / alignment * alignment
        guard header.payloadLength >= 0, begin <= file.count, file.count - begin == header.payloadLength else {
            throw damaged("the payload should be \(header.payloadLength) bytes and is \(max(0, file.count - begin))")
        }
        return (header, UnsafeRawBufferPointer(rebasing: file[begin...]))
    }

    private static func explanation(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "“\((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "at “\(context.codingPath.map(\.stringValue).joined(separator: "."))”: \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }
}
