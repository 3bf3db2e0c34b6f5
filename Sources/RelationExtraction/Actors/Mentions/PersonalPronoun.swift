/// What a pronoun tells of whom it stands for.
struct PersonalPronoun: Sendable {
    var person: Int
    var isPlural: Bool
    var gender: Gender?
    /// Stands for a person, never for a thing.
    var isPerson: Bool
    var isRelative = false

    /// By its form in lower case; nil when it is no pronoun that stands for an actor.
    init?(_ form: String) {
        switch form {
        case "i", "me", "my", "mine", "myself": self.init(person: 1, isPlural: false, gender: nil, isPerson: true)
        case "we", "us", "our", "ours", "ourselves": self.init(person: 1, isPlural: true, gender: nil, isPerson: true)
        case "you", "your", "yours", "yourself", "yourselves": self.init(person: 2, isPlural: false, gender: nil, isPerson: true)
        case "he", "him", "his", "himself": self.init(person: 3, isPlural: false, gender: .masculine, isPerson: true)
        case "she", "her", "hers", "herself": self.init(person: 3, isPlural: false, gender: .feminine, isPerson: true)
        case "it", "its", "itself": self.init(person: 3, isPlural: false, gender: nil, isPerson: false)
        case "they", "them", "their", "theirs", "themselves": self.init(person: 3, isPlural: true, gender: nil, isPerson: false)
        case "who", "whom", "whose", "which", "that":
            self.init(person: 3, isPlural: false, gender: nil, isPerson: form == "who" || form == "whom", isRelative: true)
        default: return nil
        }
    }

    private init(person: Int, isPlural: Bool, gender: Gender?, isPerson: Bool, isRelative: Bool = false) {
        self.person = person
        self.isPlural = isPlural
        self.gender = gender
        self.isPerson = isPerson
        self.isRelative = isRelative
    }
}
