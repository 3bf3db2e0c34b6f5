extension Actor {
    /// The id that an actor of this name and type has across documents.
    ///
    ///     Actor.canonicalID(of: "Sergey Lavrov", .person)  // "person/sergey-lavrov"
    package static func canonicalID(of name: String, _ type: ActorType) -> String { "\(type.rawValue)/\(slug(name))" }
}

/// The part of an id that stands for a name: letters and digits in ASCII, joined by hyphens.
///
///     slug("Sergey Lavrov")  // "sergey-lavrov"
///     slug("Côte d'Ivoire")  // "cote-d-ivoire"
///
/// A letter without ASCII form becomes its code point ("u4e2d"), so that names in other scripts stay apart. Never empty; 80 characters at most.
private func slug(_ name: String) -> String {
    var slug = ""
    var isPending = false
    for scalar in folded(name).unicodeScalars {
        let part: String
        if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
            part = String(scalar)
        } else if scalar.isASCII || !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
            isPending = !slug.isEmpty
            continue
        } else {
            part = "u" + String(scalar.value, radix: 16)
        }
        if slug.utf8.count + part.utf8.count + 1 > 80 { break }
        if isPending { slug += "-" }
        isPending = false
        slug += part
    }
    return slug.isEmpty ? "unnamed" : slug
}
