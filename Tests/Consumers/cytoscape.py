"""Cytoscape JSON in networkx's `cytoscape_graph`, against our JSON Lines; and that each column has one type, as Cytoscape wants it.

    python3 -m venv .venv && .venv/bin/pip install networkx
    .venv/bin/python Tests/Consumers/cytoscape.py GRAPH.cyjs STATEMENTS.jsonl
"""
import json
import sys
import time

from statements import ATTRIBUTES, actors, expect, statements


def refused(constant):
    raise SystemExit(f"FAILED: {constant} is no JSON")


def main(path, expected):
    import networkx

    with open(path, encoding="utf-8") as file:
        document = json.load(file, parse_constant=refused)
    for kind in ("nodes", "edges"):
        columns = {}
        for element in document["elements"][kind]:
            for name, value in element["data"].items():
                columns.setdefault(name, set()).add(type(value))
        expect(all(len(types) == 1 for types in columns.values()), columns)
    identifiers = [element["data"]["id"] for kind in ("nodes", "edges") for element in document["elements"][kind]]
    expect(len(set(identifiers)) == len(identifiers), "two elements with one id")

    graph = networkx.cytoscape_graph(document)
    expect(type(graph) is networkx.MultiDiGraph, type(graph))
    expect(list(graph.nodes) == list(actors(expected)), "nodes and their order")
    expect(graph.number_of_edges() == len(expected), f"{graph.number_of_edges()} edges")
    for statement in expected:
        data = graph.edges[statement["subject"]["id"], statement["object"]["id"], statement["id"]]
        for name, value in ATTRIBUTES.items():
            expect(data.get(name) == value(statement), f"{statement['id']} {name}: {data.get(name)!r}")
    return f"networkx {networkx.__version__}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges, all attributes equal"


if __name__ == "__main__":
    start = time.process_time()
    print(main(sys.argv[1], statements(sys.argv[2])), f"({time.process_time() - start:.2f} CPU s)")
