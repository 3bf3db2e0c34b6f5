#!/usr/bin/env python3
"""Draw Mermaid exports with Mermaid itself in headless Chromium.

    python3 Tests/Consumers/mermaid.py MERMAID.MIN.JS GRAPH.mmd... [--png OUT.png]

MERMAID.MIN.JS is Mermaid's bundle (the PyPI wheel artoo-mermaid has one: pip download --no-deps, then unzip). Needs: chromium. Checks that
each file parses and is drawn as a flowchart with the security level that GitHub uses, that it holds as many boxes and lines as the text
says, and that nothing in it ran or made an element that loads or links. With --png a picture of them all is made, to look at.
Prints a line a file; exit status 1 when a check fails.
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PAGE = """<!doctype html><meta charset="utf-8"><script src="%s"></script><pre id="out"></pre><div id="pictures"></div><script>
window.alert = () => { window.ran = true };
(async () => {
  mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
  const results = [];
  for (const [index, text] of %s.entries()) {
    try {
      const {diagramType} = await mermaid.parse(text);
      const {svg} = await mermaid.render("g" + index, text);
      const picture = document.createElement("div");
      picture.innerHTML = svg;
      document.getElementById("pictures").appendChild(picture);
      const count = selector => picture.querySelectorAll(selector).length;
      results.push({type: diagramType, nodes: count(".node"), edges: count("path.flowchart-link"),
                    foreign: count("script, a, img, iframe, object"), ran: window.ran || false});
    } catch (error) { results.push({error: String(error).slice(0, 400)}) }
  }
  document.getElementById("out").textContent = JSON.stringify(results);
})();
</script>"""


def main():
    arguments = sys.argv[1:]
    picture = arguments[arguments.index("--png") + 1] if "--png" in arguments else None
    script, *files = [a for a in arguments if a not in ("--png", picture)]
    texts = [pathlib.Path(file).read_text(encoding="utf-8") for file in files]
    source = json.dumps(texts).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "page.html")
        page.write_text(PAGE % (pathlib.Path(script).resolve().as_uri(), source), encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
                   "--virtual-time-budget=60000"]
        output = subprocess.run([*command, "--dump-dom", page.as_uri()], capture_output=True, timeout=300).stdout.decode()
        if picture:
            subprocess.run([*command, f"--screenshot={picture}", "--window-size=1500,1400", page.as_uri()], capture_output=True, timeout=300)
    results = json.loads(html.unescape(re.search(r'<pre id="out">(.*?)</pre>', output, re.DOTALL)[1]))
    failed = False
    for file, text, result in zip(files, texts, results, strict=True):
        nodes = len(re.findall(r"^  (?:n\d+|omission)[(\[{]", text, re.MULTILINE))
        edges = len(re.findall(r"^  n\d+ [<x-]", text, re.MULTILINE))
        expected = {"type": "flowchart-v2", "nodes": nodes, "edges": edges, "foreign": 0, "ran": False}
        failed |= result != expected
        print(file, "drawn" if result == expected else f"FAILED: {result}, expected {expected}", f"({nodes} boxes, {edges} lines)")
    return failed


if __name__ == "__main__":
    sys.exit(main())
