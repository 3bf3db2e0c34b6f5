/// How ``Explorer`` serves.
public struct ExplorerOptions: Sendable {
    /// The address to listen at; others than this machine's own need a `token`.
    public var host: String
    /// 0 takes a free one.
    public var port: Int
    /// Names beside those of this machine by which clients may call it (`Host`).
    public var allowedHosts: [String]
    /// What clients must show: nil asks for nothing.
    public var token: String?
    /// Shown in the head of every page.
    public var title: String
    public var limits: Limits

    /// What one request may cost.
    public struct Limits: Sendable, Hashable {
        /// Bytes of a body.
        public var body = 2_000_000
        /// Bytes of an article that is extracted from.
        public var article = 500_000
        /// Seconds until the head of a request, and then its body, must be there.
        public var requestSeconds = 20
        /// Seconds that a client may take for a piece of the answer.
        public var stalledSeconds = 30
        /// Seconds that a connection may be idle.
        public var idleSeconds = 60
        /// Rows of a query.
        public var rows = 10_000
        /// Seconds of a query.
        public var querySeconds = 20
        /// Seconds of an export.
        public var exportSeconds = 900
        /// Connections at a time.
        public var connections = 2_000
        /// Child processes that draw.
        public var renderers = 2

        public init() {}
    }

    public init(
        host: String = "127.0.0.1", port: Int = 0, allowedHosts: [String] = [], token: String? = nil, title: String = "newsgraph",
        limits: Limits = Limits()
    ) {
        self.host = host
        self.port = port
        self.allowedHosts = allowedHosts
        self.token = token
        self.title = title
        self.limits = limits
    }
}

extension ExplorerOptions {
    /// A token that nobody guesses: 32 hexadecimal digits.
    public static func randomToken() -> String { SecretText.random() }
}
