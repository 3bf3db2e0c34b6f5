"""The Neo4j tables in Ladybug (the continuation of Kùzu), against our JSON Lines; and their headers against the grammar of Neo4j's manual.

    python3 -m venv .venv && .venv/bin/pip install ladybug
    .venv/bin/python Tests/Consumers/neo4j_tables.py RELATIONSHIPS.csv NODES.csv STATEMENTS.jsonl

Neo4j's own importer is not on PyPI or Debian, so it has not read these files.
"""
import csv
import re
import sys
import tempfile
import time

from statements import expect, statements

TYPES = {"string": "STRING", "string[]": "STRING[]", "double": "DOUBLE", "boolean": "BOOL", "date": "DATE"}
HEADER = re.compile(r"^(?:(\w+):ID\(Actor\)|:(LABEL|TYPE|START_ID\(Actor\)|END_ID\(Actor\))|(\w+)(?::([a-z]+(?:\[\])?))?)$")


def columns(path):
    """Names and Ladybug types of a table's columns."""
    with open(path, encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    result = []
    for title in header:
        found = HEADER.match(title)
        expect(found, f"no header of Neo4j's: {title}")
        identifier, role, name, kind = found.groups()
        result.append((identifier or role or name, TYPES[kind or "string"]))
    expect(len(set(name for name, _ in result)) == len(result), header)
    return result


def load(folder, relationships, nodes):
    import ladybug

    connection = ladybug.Connection(ladybug.Database(folder + "/graph"), num_threads=2)
    node_columns, edge_columns = columns(nodes), columns(relationships)
    ends = ["START_ID(Actor)", "END_ID(Actor)"]
    expect([name for name, _ in edge_columns[:2]] == ends, edge_columns)
    connection.execute("CREATE NODE TABLE Actor(" + ", ".join(f"`{name}` {kind}" for name, kind in node_columns) + ", PRIMARY KEY(id))")
    properties = ", ".join(f"`{name}` {kind}" for name, kind in edge_columns[2:])
    connection.execute(f"CREATE REL TABLE Said(FROM Actor TO Actor, {properties})")
    options = """(file_format='csv', header=false, skip=1, parallel=false, escape='"', auto_detect=false)"""
    for table, path, kinds in (("Actor", nodes, node_columns), ("Said", relationships, edge_columns)):
        # Ladybug writes a list as [a,b] in CSV and Neo4j as a;b, so lists are read as text and taken apart.
        names = [f"column{index}" for index in range(len(kinds))]
        values = ", ".join(value(name, kind) for name, (_, kind) in zip(names, kinds))
        connection.execute(f"COPY {table} FROM (LOAD FROM '{path}' {options} RETURN {values})")
    return connection


def value(column, kind):
    if kind == "STRING[]":
        return f"string_split({column}, ';')"
    return column if kind == "STRING" else f"CAST({column} AS {kind})"


def main(relationships, nodes, expected):
    import ladybug

    with tempfile.TemporaryDirectory() as folder:
        connection = load(folder, relationships, nodes)
        rows = connection.execute(
            "MATCH (a:Actor)-[r:Said]->(b:Actor) RETURN r.id, a.id, b.id, r.TYPE, r.since, r.confidence, r.symmetric, r.sentence, r.speaker"
        ).get_all()
        actors = {end["id"] for statement in expected for end in (statement["subject"], statement["object"])}
        expect(connection.execute("MATCH (a:Actor) RETURN count(*)").get_all() == [[len(actors)]], "actors")
        found = {row[0]: row[1:] for row in rows}
        expect(len(found) == len(rows) == len(expected), f"{len(rows)} relationships for {len(expected)} statements")
        for statement in expected:
            source, target, kind, since, confidence, symmetric, sentence, speaker = found[statement["id"]]
            expect((source, target) == (statement["subject"]["id"], statement["object"]["id"]), statement["id"])
            expect(kind == re.sub("[- ]", "_", statement["relation"].upper()), kind)
            expect((since and since.isoformat()) == (statement["date"] and statement["date"]["start"]), statement["id"])
            expect((confidence, symmetric) == (statement["confidence"], statement["symmetric"]), statement["id"])
            expect(sentence == statement["evidence"]["sentence"], f"{statement['id']}: {sentence!r}")
            expect((speaker or None) == (statement["attribution"] and statement["attribution"]["name"] or None), statement["id"])
        return f"Ladybug {ladybug.__version__}: {len(actors)} actors, {len(rows)} relationships, equal"


if __name__ == "__main__":
    start = time.process_time()
    print(main(sys.argv[1], sys.argv[2], statements(sys.argv[3])), f"({time.process_time() - start:.2f} CPU s)")
