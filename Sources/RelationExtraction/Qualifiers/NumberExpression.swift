/// Reads numbers as news texts write them: "41", "1,500", "3.5 million", "twenty-three", "two hundred".
enum NumberExpression {
    /// The value of the words together; nil when some word is no number.
    static func value(_ words: [String]) -> Double? {
        var total = 0.0
        var current: Double?
        for word in words.flatMap({ $0.lowercased().split(separator: "-").map(String.init) }) {
            if let number = digits(word) {
                current = (current ?? 0) + number
            } else if let number = units[word] {
                current = (current ?? 0) + number
            } else if word == "hundred" {
                current = (current ?? 1) * 100
            } else if let scale = scales[word] {
                total += (current ?? 1) * scale
                current = nil
            } else if word != "and" {
                return nil
            }
        }
        return current == nil && total == 0 ? nil : total + (current ?? 0)
    }

    private static func digits(_ word: String) -> Double? {
        let plain = word.filter { $0 != "," }
        guard plain.first?.isNumber == true, plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }), plain.utf8.count < 16 else {
            return nil
        }
        return Double(plain)
    }

    private static let scales: [String: Double] = [
        "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6, "bn": 1e9,
    ]

    private static let units: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
