/// What one figure may cost in ``RenderWorkers``.
public struct RenderLimits: Sendable, Hashable, Codable {
    /// Processor time; the system ends a worker that needs more.
    public var processorSeconds: Int
    /// Time on the clock from when a worker takes the figure.
    public var seconds: Int
    /// Bytes of address space beyond what a worker has at its start.
    public var memory: Int
    /// Bytes of the image.
    public var imageSize: Int
    /// Bytes of all texts of a request.
    public var requestSize: Int
    /// How many figures a worker draws before another takes its place.
    public var figuresPerWorker: Int

    public init(
        processorSeconds: Int = 10, seconds: Int = 20, memory: Int = 1_000_000_000, imageSize: Int = 64_000_000,
        requestSize: Int = 32_000_000, figuresPerWorker: Int = 1_000
    ) {
        self.processorSeconds = processorSeconds
        self.seconds = seconds
        self.memory = memory
        self.imageSize = imageSize
        self.requestSize = requestSize
        self.figuresPerWorker = figuresPerWorker
    }
}
