import Testing

@testable import GraphExplorer

@Suite("Form fields")
struct FormFieldsTests {
    @Test(
        "decode what browsers send",
        arguments: [
            ("q=Ana+Ruiz", "q", "Ana Ruiz"), ("q=%C3%89lys%C3%A9e", "q", "Élysée"), ("q=100%25", "q", "100%"), ("q=%zz", "q", "%zz"),
            ("q=a&q=b", "q", "a"), ("q=&q=b", "q", "b"), ("a=1&q=+x+", "q", "x"), ("q=%ff", "q", "\u{FFFD}"),
        ])
    func decode(text: String, name: String, value: String) {
        #expect(FormFields(text)[name] == value)
    }

    @Test(
        "are written so that reading gives them again",
        arguments: ["Ana Ruiz", "a&b=c#d?e", "person/ana-ruiz", "100 %", "“É”", "\u{0}\n"])
    func roundTrip(value: String) {
        var query = QueryString()
        query.append("q", value)
        #expect(FormFields(query.text).text("q") == value)
    }
}
