#!/usr/bin/env python3
"""Open a Turtle and a JSON-LD export of the same graph in rdflib (and in rapper, if it is there).

    python3 Tests/Consumers/rdf.py GRAPH.ttl GRAPH.jsonld [--without-rapper]

Needs: pip install rdflib; apt install raptor2-utils. Checks that
- both parse, without a warning, and are isomorphic; rapper reads as many triples from the Turtle as rdflib does,
- every IRI is one that rdflib accepts, and every typed literal has a value of its type,
- statements, sentences, documents and actors that something refers to are described,
- the plain triples are exactly those of the actual statements (both ways round where the statement is symmetric).
Prints counts; exit status 1 when a check fails.
"""
import logging
import subprocess
import sys

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

BASE = "https://w3id.org/newsgraph/"
NG, REL, PROV = Namespace(BASE + "ns#"), BASE + "relation#", Namespace("http://www.w3.org/ns/prov#")


class Warnings(logging.Handler):
    lines = []

    def emit(self, record):
        self.lines.append(record.getMessage()[:300])


def main():
    turtle, jsonld = [a for a in sys.argv[1:] if not a.startswith("--")]
    logging.getLogger("rdflib").addHandler(Warnings())
    graph, other = Graph().parse(turtle, format="turtle"), Graph().parse(jsonld, format="json-ld")
    failures = [f"warning: {line}" for line in Warnings.lines]

    def check(condition, message):
        if not condition:
            failures.append(message)

    check(set(graph) == set(other) and isomorphic(graph, other), "Turtle and JSON-LD are different graphs")
    if "--without-rapper" not in sys.argv:
        run = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", turtle], capture_output=True)
        check(run.returncode == 0 and not run.stderr, f"rapper: {run.stderr.decode(errors='replace')[:500]}")
        check(len(set(run.stdout.splitlines())) == len(graph), "rapper reads another number of triples")
    for triple in graph:
        for term in triple:
            if isinstance(term, Literal) and term.datatype is not None:
                check(not term.ill_typed, f"no value of its type: {term!r}")

    described = set(graph.subjects(RDF.type, None))
    for predicate in (NG.subject, NG.relation, NG.object, NG.relationClass, NG.status, NG.quantity, PROV.wasDerivedFrom,
                      PROV.hadPrimarySource, PROV.wasQuotedFrom, PROV.wasAttributedTo, PROV.wasGeneratedBy):
        for target in graph.objects(None, predicate):
            check(target in described, f"not described: {target}")

    facts, said = set(), set()
    for subject, predicate, object_ in graph:
        if str(predicate).startswith(REL):
            facts.add((subject, predicate, object_))
    for statement in graph.subjects(RDF.type, NG.Statement):
        subject, relation, object_ = (graph.value(statement, p, any=False) for p in (NG.subject, NG.relation, NG.object))
        if (statement, NG.status, NG.actual) in graph:
            said.add((subject, relation, object_))
            if (statement, NG.isSymmetric, Literal(True)) in graph:
                said.add((object_, relation, subject))
    check(facts == said, f"{len(facts - said)} plain triples without an actual statement, {len(said - facts)} missing")

    count = {t: len(set(graph.subjects(RDF.type, t))) for t in (NG.Statement, NG.Sentence)}
    print(f"{len(graph)} triples, {count[NG.Statement]} statements, {count[NG.Sentence]} sentences, {len(facts)} plain triples")
    print("\n".join(failures[:20]) or "all checks passed")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
