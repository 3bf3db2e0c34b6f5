"""The pair of CSV tables in pandas and networkx, against our JSON Lines.

    python3 -m venv .venv && .venv/bin/pip install networkx pandas
    .venv/bin/python Tests/Consumers/csv_tables.py EDGES.csv NODES.csv STATEMENTS.jsonl
"""
import sys
import time
import unicodedata

from statements import actors, expect, statements


def harmless(text):
    """Text as our tables hold it: no controls but white space, and what a spreadsheet would run behind an apostrophe."""
    start = text[:1]
    text = "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\t\n\v\f\r\x85" else c for c in text)
    return "'" + text if start and start in "=+-@\t\r\n＝＋－＠" else text


def main(edges, nodes, expected):
    import networkx
    import pandas

    # Nothing but an empty cell is empty: an actor may be called "NA".
    read = {"keep_default_na": False, "na_values": {}, "dtype": str}
    edges, nodes = pandas.read_csv(edges, **read), pandas.read_csv(nodes, **read)
    people = actors(expected)
    expect(list(nodes["id"]) == [harmless(actor) for actor in people], "nodes and their order")
    expect([int(n) for n in nodes["subject_of"]] == [actor["subject"] for actor in people.values()], "counts")
    expect(len(edges) == len(expected), f"{len(edges)} rows")
    for row, statement in zip(edges.to_dict("records"), expected):
        expect(row["id"] == harmless(statement["id"]), row)
        expect((row["source"], row["target"]) == tuple(harmless(statement[side]["id"]) for side in ("subject", "object")), row)
        expect(row["sentence"] == harmless(statement["evidence"]["sentence"]), row)
        expect(row["date_start"] == (statement["date"]["start"] if statement["date"] else ""), row)
        expect(float(row["confidence"]) == statement["confidence"], row)
        expect(row["type"] == ("Undirected" if statement["symmetric"] else "Directed"), row)
    graph = networkx.from_pandas_edgelist(edges, "source", "target", edge_attr=True, create_using=networkx.MultiDiGraph, edge_key="id")
    expect(graph.number_of_edges() == len(expected) and set(graph.nodes) == set(nodes["id"]), graph)
    return f"pandas {pandas.__version__}: {len(nodes)} actors, {len(edges)} statements; joined in networkx {networkx.__version__}"


if __name__ == "__main__":
    start = time.process_time()
    print(main(sys.argv[1], sys.argv[2], statements(sys.argv[3])), f"({time.process_time() - start:.2f} CPU s)")
