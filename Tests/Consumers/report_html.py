"""Checks pages of `newsgraph report` with html5lib, the HTML standard's own parsing algorithm: no parse error, one script, no handler, no request.

    pip install html5lib
    python3 Tests/Consumers/report_html.py report.html...
"""
import sys

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"


def problems(path):
    parser = html5lib.HTMLParser()
    document = parser.parse(open(path, encoding="utf-8").read())
    yield from (f"{position[0]}:{position[1]}: {code}" for position, code, _ in parser.errors)
    elements = [element for element in document.iter() if isinstance(element.tag, str)]
    if sum(element.tag == SPACE + "script" for element in elements) != 1:
        yield "not just one script"
    for element in elements:
        name = element.tag.replace(SPACE, "")
        if name in {"img", "link", "iframe", "object", "embed", "base"}:
            yield f"<{name}>"
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on"):
                yield f"<{name} {attribute}>"
            if attribute.endswith("href") and not value.startswith(("#", "https://", "http://")):
                yield f"<{name} href={value[:60]!r}>"


failed = False
for path in sys.argv[1:]:
    found = list(problems(path))
    failed = failed or bool(found)
    print(path, "ok" if not found else f"{len(found)} problems: {'; '.join(found[:5])}")
sys.exit(failed or len(sys.argv) < 2)
