import Foundation

/// Chromium without a window, driven by its driver (W3C WebDriver): what a reader sees and does.
final class Browser: Sendable {
    // A class: it owns two processes.
    private let driver: Process
    private let session: URL
    private let profile: URL

    /// Debian's `chromium` and `chromium-driver`.
    static let isInstalled = executable("chromedriver") != nil && executable("chromium") != nil

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func open(width: Int = 1280, height: Int = 900) async throws -> Browser {
        guard let driverPath = executable("chromedriver"), let chromium = executable("chromium") else {
            throw Failure(description: "chromium and chromedriver are not installed")
        }
        let profile = FileManager.default.temporaryDirectory.appending(path: "newsgraph-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let driver = Process()
        driver.executableURL = URL(fileURLWithPath: driverPath)
        driver.arguments = ["--port=0", "--log-level=SEVERE"]
        let output = Pipe()
        driver.standardOutput = output
        driver.standardError = FileHandle.nullDevice
        try driver.run()
        let port = try port(output.fileHandleForReading)
        let base = try url("http://127.0.0.1:\(port)/session")
        let arguments =
            [
                "--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-dev-shm-usage", "--force-prefers-reduced-motion", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--lang=en",
                "--window-size=\(width),\(height)", "--user-data-dir=\(profile.appending(path: "profile").path)",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
        let value = try await call(
            "POST", base,
            [
                "capabilities": [
                    "alwaysMatch": [
                        "browserName": "chrome", "goog:chromeOptions": ["args": arguments, "binary": chromium],
                        "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
                    ]
                ]
            ])
        guard let id = (value as? [String: Any])?["sessionId"] as? String else { throw Failure(description: "no session: \(value)") }
        let browser = Browser(driver: driver, session: base.appending(path: id), profile: profile)
        // Away from the page that it opens by itself, and what that asks for.
        try await browser.go("about:blank")
        _ = try await browser.requests()
        return browser
    }

    private init(driver: Process, session: URL, profile: URL) {
        self.driver = driver
        self.session = session
        self.profile = profile
    }

    /// Lends a browser, which is closed afterwards.
    static func lend(_ body: (Browser) async throws -> Void) async throws {
        let browser = try await open()
        do {
            try await body(browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    /// What should not have been: complaints in the console, and requests to others than the site.
    ///
    /// - Parameter expected: complaints that have these words are no surprise.
    func surprises(site: String, expected: String? = nil) async throws -> [String] {
        let complaints = try await complaints().filter { complaint in expected.map { !complaint.contains($0) } ?? true }
        return complaints + (try await requests().filter { !$0.hasPrefix(site) && !$0.hasPrefix("data:") })
    }

    private func close() async {
        _ = try? await Self.call("DELETE", session, nil)
        driver.terminate()
        try? FileManager.default.removeItem(at: profile)
    }

    // MARK: - What a reader does

    func go(_ address: String) async throws { _ = try await post("url", ["url": address]) }

    func back() async throws { _ = try await post("back", [:]) }

    /// Clicks the first element that fits, once there is one.
    func click(_ selector: String) async throws {
        let element = try await wait(for: selector)
        _ = try await post("element/\(element)/click", [:])
    }

    /// Types into a field, after what is in it has been taken out.
    func type(_ text: String, into selector: String) async throws {
        let element = try await wait(for: selector)
        _ = try await post("element/\(element)/clear", [:])
        _ = try await post("element/\(element)/value", ["text": text])
    }

    /// Presses keys in a field; `\u{E007}` is Enter, `\u{E015}` the arrow down, `\u{E00C}` Escape.
    func press(_ keys: String, in selector: String) async throws {
        let element = try await wait(for: selector)
        _ = try await post("element/\(element)/value", ["text": keys])
    }

    /// What a script of the test returns in the page.
    @discardableResult
    func run(_ script: String, _ arguments: [Any] = []) async throws -> Any {
        try await post("execute/sync", ["script": script, "args": arguments])
    }

    /// The text that a reader sees there.
    func text(_ selector: String) async throws -> String {
        let element = try await wait(for: selector)
        return try await Self.call("GET", session.appending(path: "element/\(element)/text"), nil) as? String ?? ""
    }

    func count(_ selector: String) async throws -> Int {
        try await run("return document.querySelectorAll(arguments[0]).length", [selector]) as? Int ?? 0
    }

    var address: String {
        get async throws { try await Self.call("GET", session.appending(path: "url"), nil) as? String ?? "" }
    }

    /// Waits until the script returns true.
    func wait(until script: String, seconds: Double = 60, _ what: String = "") async throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            if try await run("return Boolean(\(script))") as? Bool == true { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(description: "never happened: \(what.isEmpty ? script : what)")
    }

    func wait(for selector: String, seconds: Double = 60) async throws -> String {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            let found = try? await post("element", ["using": "css selector", "value": selector]) as? [String: String]
            if let element = found?.values.first { return element }
            guard Date() < end else { throw Failure(description: "no element \(selector) on \(try await address)") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    // MARK: - What a tester looks at

    /// What the console has said since the last time, warnings and errors.
    func complaints() async throws -> [String] {
        let entries = try await post("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.filter { ["SEVERE", "WARNING"].contains($0["level"] as? String) }.compactMap { $0["message"] as? String }
    }

    /// Every address that was asked for since the last time.
    func requests() async throws -> [String] {
        let entries = try await post("se/log", ["type": "performance"]) as? [[String: Any]] ?? []
        return entries.compactMap { entry in
            guard let text = entry["message"] as? String,
                let message = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any],
                let event = message["message"] as? [String: Any], event["method"] as? String == "Network.requestWillBeSent",
                let parameters = event["params"] as? [String: Any], let request = parameters["request"] as? [String: Any]
            else { return nil }
            return (request["url"] as? String).flatMap { $0.hasPrefix("chrome://") ? nil : $0 }
        }
    }

    func screenshot(to path: String) async throws {
        let text = try await Self.call("GET", session.appending(path: "screenshot"), nil) as? String ?? ""
        try Data(base64Encoded: text)?.write(to: URL(fileURLWithPath: path))
    }

    /// Chromium's own commands, such as `Emulation.setEmulatedMedia`.
    @discardableResult
    func command(_ name: String, _ parameters: [String: Any]) async throws -> Any {
        try await post("goog/cdp/execute", ["cmd": name, "params": parameters])
    }

    // MARK: -

    private func post(_ path: String, _ body: [String: Any]) async throws -> Any {
        try await Self.call("POST", session.appending(path: path), body)
    }

    private static func call(_ method: String, _ url: URL, _ body: [String: Any]?) async throws -> Any {
        // Foundation's own client refuses the driver's heads.
        guard let port = url.port else { throw Failure(description: "no port: \(url)") }
        let connection = try RawConnection(port: port)
        let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
        connection.write(
            "\(method) \(url.path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(data.count)\r\n\r\n")
        connection.write(Array(data))
        let answer = try TestServer.Answer(await connection.response(seconds: 60, isOne: true))
        let value = (try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])?["value"] ?? NSNull()
        if let error = value as? [String: Any], let kind = error["error"] as? String {
            throw Failure(description: "\(kind): \(error["message"] ?? "")".prefix(500).description)
        }
        return value
    }

    /// The driver says on its first lines which port it has taken.
    private static func port(_ output: FileHandle) throws -> Int {
        var text = ""
        let end = Date(timeIntervalSinceNow: 30)
        while Date() < end {
            let piece = output.availableData
            if piece.isEmpty { break }
            text += String(decoding: piece, as: UTF8.self)
            if let match = text.firstMatch(of: /started successfully on port (\d+)/), let port = Int(match.output.1) { return port }
        }
        throw Failure(description: "chromedriver did not start: \(text)")
    }

    private static func url(_ text: String) throws -> URL {
        guard let url = URL(string: text) else { throw Failure(description: "no address: \(text)") }
        return url
    }

    private static func executable(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
