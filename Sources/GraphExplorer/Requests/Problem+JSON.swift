import GraphFormats

extension Problem {
    /// RFC 9457.
    var json: String {
        var json = JSONText()
        json.object { json in
            json.key("type", "/api/v1/problems#\(kind)")
            json.key("title", title)
            json.key("status") { $0.write(status.code) }
            json.key("detail", detail)
            if !candidates.isEmpty {
                json.key("candidates") { json in
                    json.array(candidates) { json, candidate in
                        json.object { json in
                            json.key("id", candidate.id)
                            json.key("name", candidate.name)
                        }
                    }
                }
            }
            if let excerpt { json.key("excerpt", excerpt) }
        }
        return json.text + "\n"
    }
}
