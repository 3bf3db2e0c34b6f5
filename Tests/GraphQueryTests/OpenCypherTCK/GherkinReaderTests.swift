import Testing

@Suite("Scenario files")
struct GherkinReaderTests {
    private func feature(_ text: String) throws -> GherkinFeature {
        try GherkinReader.feature(in: text, file: "Ports.feature")
    }

    @Test("steps keep their order, texts and lines")
    func steps() throws {
        let feature = try feature(
            """
            # A comment.
            Feature: Ports

              Scenario: counting
                Given an empty harbour
                And two ships
                When counting
                Then there are 2
            """)
        #expect(feature.name == "Ports")
        #expect(feature.scenarios.map(\.name) == ["counting"])
        #expect(feature.scenarios[0].line == 4)
        #expect(feature.scenarios[0].steps.map(\.text) == ["an empty harbour", "two ships", "counting", "there are 2"])
        #expect(feature.scenarios[0].steps.map(\.line) == [5, 6, 7, 8])
    }

    @Test("a text loses its indentation, and nothing else")
    func fencedText() throws {
        let feature = try feature(
            #"""
            Feature: Ports
              Scenario: a text
                When executing:
                  """
                  MATCH (a)
                    # no comment

                 RETURN a \"\"\" | b
                  """
                Then nothing
            """#)
        #expect(feature.scenarios[0].steps[0].argument == .text("MATCH (a)\n  # no comment\n\nRETURN a \"\"\" | b"))
        #expect(feature.scenarios[0].steps[1].argument == .nothing)
    }

    @Test(
        "cells",
        arguments: [
            ("| a | b |", ["a", "b"]),
            ("|a|b|", ["a", "b"]),
            ("|  | b c |", ["", "b c"]),
            (#"| a \| b |"#, ["a | b"]),
            (#"| a\\b |"#, [#"a\b"#]),
            (#"| \\\| |"#, [#"\|"#]),
            (#"| \nline\n |"#, ["\nline\n"]),
            (#"| 'it\'s' |"#, [#"'it\'s'"#]),
        ])
    func cells(row: String, expected: [String]) throws {
        let feature = try feature("Feature: f\nScenario: s\nGiven a table:\n\(row)")
        #expect(feature.scenarios[0].steps[0].argument == .table([expected]))
    }

    @Test("comments and empty lines between rows are no rows")
    func commentsInTables() throws {
        let feature = try feature("Feature: f\nScenario: s\nGiven t:\n| a |\n\n  # | b |\n| c |\nThen x")
        #expect(feature.scenarios[0].steps[0].argument == .table([["a"], ["c"]]))
        #expect(feature.scenarios[0].steps.count == 2)
    }

    @Test("each row of examples is a scenario")
    func outline() throws {
        let feature = try feature(
            #"""
            Feature: Ports
              Scenario Outline: <ship> sails
                Given <ship> and <port>
                When executing:
                  """
                  RETURN '<ship>'
                  """
                Then rows:
                  | <port> |

                Examples:
                  | ship | port   |
                  | Vega | Tromsø |
                  | Nova | <a\|b> |

                @far
                Examples:
                  | ship | port |
                  | Mira | Oslo |

              Scenario: after it
                Given x
            """#)
        #expect(
            feature.scenarios.map(\.name) == ["Vega sails (example 1)", "Nova sails (example 2)", "Mira sails (example 3)", "after it"])
        #expect(feature.scenarios.map(\.line) == [13, 14, 19, 21])
        #expect(feature.scenarios.map(\.tags) == [[], [], ["@far"], []])
        #expect(feature.scenarios[1].steps[0].text == "Nova and <a|b>")
        #expect(feature.scenarios[1].steps[1].argument == .text("RETURN 'Nova'"))
        #expect(feature.scenarios[1].steps[2].argument == .table([["<a|b>"]]))
    }

    @Test("the steps of a background come before those of each scenario")
    func background() throws {
        let feature = try feature(
            """
            @sea
            Feature: Ports
              What the file is about.

              Background:
                Given a harbour

              @slow @night
              Scenario: one
                Free text about it.
                When a
              Scenario: two
                When b
            """)
        #expect(feature.scenarios.map { $0.steps.map(\.text) } == [["a harbour", "a"], ["a harbour", "b"]])
        #expect(feature.scenarios.map(\.tags) == [["@sea", "@slow", "@night"], ["@sea"]])
        #expect(feature.scenarios.map(\.line) == [9, 12])
    }

    @Test("Windows line ends are line ends")
    func carriageReturns() throws {
        let feature = try feature("Feature: f\r\nScenario: s\r\nGiven a\r\n")
        #expect(feature.scenarios[0].steps[0].text == "a")
    }

    @Test(
        "errors name file and line",
        arguments: [
            ("Scenario: s", "Ports.feature:1: expected `Feature:`"),
            ("", "Ports.feature:1: expected `Feature:`"),
            ("Feature: f\nScenario: s\nGiven a\nnonsense", "Ports.feature:4: expected `Scenario:`, `Scenario Outline:` or `Background:`"),
            ("Feature: f\nScenario: s\nGiven a\n\"\"\"\nopen", "Ports.feature:4: the text that starts here has no closing `\"\"\"`"),
            ("Feature: f\nScenario: s\nGiven a\n| b |\n| c | d |", "Ports.feature:5: a row of 2 cells in a table of 1 columns"),
            ("Feature: f\nScenario: s\nGiven a\n| b", "Ports.feature:4: a row of a table ends with `|`"),
            ("Feature: f\nScenario Outline: s\nGiven a", "Ports.feature:2: the outline `s` has no examples"),
            ("Feature: f\nScenario Outline: s\nGiven a\nExamples:\n", "Ports.feature:5: expected a table of examples"),
            ("Feature: f\nScenario: s\nBackground:\nGiven a", "Ports.feature:3: a background stands before the scenarios"),
            ("Feature: f\n@a b\nScenario: s", "Ports.feature:2: expected a tag such as `@slow`, found `b`"),
        ])
    func errors(text: String, message: String) {
        let error = #expect(throws: ScenarioFileError.self) { try feature(text) }
        #expect(error?.description == message)
    }
}
