import Foundation
import Testing

@testable import GraphExplorer

/// What the figure's script does, in a real browser.
@Suite("The figure in a browser", .serialized, .enabled(if: Browser.isInstalled, "needs chromium and chromium-driver: .ci/setup tests"))
struct FigureInteractionTests {
    @Test("lights up the neighbours of what is pointed at")
    func neighbours() async throws {
        try await inBrowser("/figure") { browser, _ in
            let first = "document.querySelector('g[data-actor]')"
            try await browser.run("\(first).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))")
            let lit = try await browser.count("#canvas svg.focus g[data-actor].near")
            let all = try await browser.count("#canvas g[data-actor]")
            #expect(lit >= 2 && lit < all)
            try await browser.wait(
                until: "Number(getComputedStyle(document.querySelector('#canvas g[data-actor]:not(.near)')).opacity) < 0.5")
        }
    }

    @Test("serves the keyboard: what has the focus is lit, and Enter opens what can be done with it")
    func keyboard() async throws {
        try await inBrowser("/figure") { browser, _ in
            try await browser.run("document.querySelector('#canvas a:has(> g[data-actor])').focus()")
            #expect(try await browser.count("#canvas svg.focus g[data-actor].near") >= 2)
            try await browser.run("document.activeElement.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            try await browser.wait(until: "document.querySelectorAll('#drawer .actions a').length == 4")
            try await browser.press("\u{E00C}", in: "#drawer button.close")
            try await browser.wait(until: "document.activeElement.matches('#canvas a')", "the focus is back where it was")
        }
    }

    @Test("zooms and moves by button, key and wheel, and comes back to all of it")
    func zoom() async throws {
        try await inBrowser("/figure") { browser, _ in
            func box() async throws -> String {
                try await browser.run("return document.querySelector('#canvas svg').getAttribute('viewBox')") as? String ?? ""
            }
            let whole = try await box().split(separator: " ").compactMap { Double($0) }
            try await browser.click(".tools button[title='Zoom in']")
            let near = try await box().split(separator: " ").compactMap { Double($0) }
            #expect(near[2] < whole[2] * 0.85)
            try await browser.press("\u{E014}", in: "#canvas")
            let moved = try await box().split(separator: " ").compactMap { Double($0) }
            #expect(moved[0] > near[0])
            try await browser.run(
                """
                document.getElementById("canvas").dispatchEvent(
                  new WheelEvent("wheel", { deltaY: -200, ctrlKey: true, clientX: 400, clientY: 500, bubbles: true, cancelable: true }))
                """)
            #expect(try await box().split(separator: " ").compactMap { Double($0) }[2] < moved[2])
            try await browser.press("0", in: "#canvas")
            #expect(try await box().split(separator: " ").compactMap { Double($0) } == whole)
        }
    }

    @Test("follows the filters without a new page, keeps the address, and goes back")
    func filters() async throws {
        try await inBrowser("/figure") { browser, explorer in
            let before = try await browser.count("#canvas g[data-statements]")
            try await browser.run("window.isSamePage = true")
            try await browser.run(
                """
                document.querySelector("details.more").open = true;
                var box = document.querySelector('#filters input[name="class"][value="CONSULT"]');
                box.click();
                """)
            try await browser.wait(until: "location.search.includes('class=CONSULT')")
            #expect(try await browser.count("#canvas g[data-statements]") < before)
            #expect(try await browser.run("return window.isSamePage") as? Bool == true)
            let download = try await browser.run("return document.querySelector('#downloads a').href") as? String
            #expect(download?.contains("class=CONSULT") == true)
            try await browser.back()
            try await browser.wait(until: "document.querySelectorAll('#canvas g[data-statements]').length == \(before)")
            // The same address shows the same figure in another window.
            try await browser.go(explorer.address + "/figure?class=CONSULT")
            #expect(try await browser.count("#canvas g[data-statements]") < before)
        }
    }

    @Test("moves through time with the slider")
    func time() async throws {
        try await inBrowser("/figure") { browser, _ in
            let before = try await browser.count("#canvas g[data-statements]")
            try await browser.run(
                """
                document.querySelector("details.more").open = true;
                var handles = document.querySelectorAll(".slider input[type=range]");
                handles[1].value = Number(handles[1].min) + 1;
                handles[1].dispatchEvent(new Event("input", { bubbles: true }));
                """)
            try await browser.wait(until: "location.search.includes('until=')")
            try await browser.wait(until: "document.querySelectorAll('#canvas g[data-statements]').length < \(before)")
        }
    }

    @Test("offers what can be done with an actor, and shows the sentences of a line")
    func drawer() async throws {
        try await inBrowser("/figure") { browser, explorer in
            try await browser.run(
                "document.querySelector('g[data-statements]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            try await browser.wait(until: "document.querySelector('#drawer blockquote')", "a sentence")
            try await browser.press("\u{E00C}", in: "#drawer button.close")
            try await browser.wait(until: "document.getElementById('drawer').hidden")
            let id = try await browser.run("return document.querySelector('g[data-actor]').dataset.actor") as? String ?? ""
            try await browser.run(
                "document.querySelector('g[data-actor]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            try await browser.wait(until: "document.querySelectorAll('#drawer .actions a').length == 4")
            try await browser.run("document.querySelectorAll('#drawer .actions a')[1].click()")
            try await browser.wait(until: "new URLSearchParams(location.search).get('around') === '\(id)'")
            let around = try await browser.count("#canvas g[data-actor]")
            try await browser.run(
                """
                var other = Array.from(document.querySelectorAll("g[data-actor]")).find(function (node) { return node.dataset.actor !== "\(id)"; });
                other.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
                """)
            try await browser.wait(until: "document.querySelectorAll('#drawer .actions a').length == 4")
            try await browser.run("document.querySelectorAll('#drawer .actions a')[2].click()")
            try await browser.wait(until: "location.search.includes('expand=')")
            #expect(try await browser.count("#canvas g[data-actor]") >= around)
            #expect(try await browser.address.hasPrefix(explorer.address))
        }
    }

    private func inBrowser(_ path: String, _ body: (Browser, RunningExplorer) async throws -> Void) async throws {
        let explorer = try await RunningExplorer.start()
        try await Browser.lend { browser in
            try await browser.go(explorer.address + path)
            try await body(browser, explorer)
            #expect(try await browser.surprises(site: explorer.address) == [])
        }
    }
}
