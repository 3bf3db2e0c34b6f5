#!/usr/bin/env python3
"""Whether newsgraph finds in a graph what networkx finds: paths, ranks, betweenness, components, ego networks, communities, under filters.

    graph_against_networkx.py [--package .] [--results FILE]

Needs networkx (pip install networkx scipy; checked with 3.6.1). Runs `swift test --filter NetworkXResults` in the package, which writes
random graphs with what newsgraph finds in them, and finds it again with networkx; with --results, reads a file written before
(`GRAPH_RESULTS=FILE swift test --filter NetworkXResults`). Prints a line for each graph and filter; fails at the first difference.
Communities are no unique answer: they must hang together, have the modularity that is claimed, and no less than networkx's Louvain less 0.01.
"""
import argparse
import itertools
import json
import os
import subprocess
import tempfile

import networkx as nx


def passes(statement, case):
    if case["classes"] and statement["relationClass"] not in case["classes"]:
        return False
    if case["statuses"] and statement["status"] not in case["statuses"]:
        return False
    since, until, days = case.get("since"), case.get("until"), statement.get("days")
    if since is None and until is None:
        return True
    return days is not None and (since is None or days[1] >= since) and (until is None or days[0] <= until)


def graphs(case):
    """The multigraph of statements, either way and directed (symmetric statements both ways), and both with one edge a pair."""
    either, directed = nx.MultiGraph(), nx.MultiDiGraph()
    for statement in filter(lambda statement: passes(statement, case), case["statements"]):
        subject, object_ = statement["subject"], statement["object"]
        either.add_edge(subject, object_)
        directed.add_edge(subject, object_)
        if statement["symmetric"] and subject != object_:
            directed.add_edge(object_, subject)

    def simple(graph, kind):
        result = kind()
        result.add_nodes_from(graph)
        for start, end in graph.edges():
            count = graph.number_of_edges(start, end)
            result.add_edge(start, end, count=count, weight=1 / count)
        return result

    return either, directed, simple(either, nx.Graph), simple(directed, nx.DiGraph)


def same(what, found, expected):
    assert found == expected, f"{what}: newsgraph {found}, networkx {expected}"


def close(what, found, expected, tolerance=1e-7):
    same(f"{what}, actors", sorted(found), sorted(expected))
    for key in expected:
        assert abs(found[key] - expected[key]) <= tolerance, f"{what} of {key}: newsgraph {found[key]}, networkx {expected[key]}"


def check_pair(pair, ties, arcs):
    start, end = pair["start"], pair["end"]

    def shortest(graph):
        if start not in graph or end not in graph:
            return [[start]] if start == end else []
        try:
            return sorted(nx.all_shortest_paths(graph, start, end))
        except nx.NetworkXNoPath:
            return []

    def first_simple(graph, count, weight=None):
        if start == end:
            return [[start]]
        if start not in graph or end not in graph:
            return []
        try:
            return list(itertools.islice(nx.shortest_simple_paths(graph, start, end, weight=weight), count))
        except nx.NetworkXNoPath:
            return []

    same(f"shortest paths {start} {end}", pair["shortest"], shortest(ties))
    same(f"directed shortest paths {start} {end}", pair["shortestDirected"], shortest(arcs))
    lengths = [len(path) for path in first_simple(ties, 10)]
    same(f"lengths of simple paths {start} {end}", [len(path) for path in pair["simple"]], lengths)
    for path in pair["simple"]:
        assert len(set(path)) == len(path) and (len(path) == 1 or nx.is_path(ties, path)), f"no simple path: {path}"
    for graph, found in (ties, pair["lightest"]), (arcs, pair["lightestDirected"]):
        paths = first_simple(graph, 5, "weight")
        weights = [nx.path_weight(graph, path, "weight") if len(path) > 1 else 0 for path in paths]
        close(f"weights {start} {end}", dict(enumerate(found)), dict(enumerate(weights)))


def check(case):
    either, directed, ties, arcs = graphs(case)
    for pair in case["pairs"]:
        check_pair(pair, ties, arcs)
    for around in case["surroundings"]:
        members = nx.ego_graph(either, around["actor"], radius=around["hops"])
        # Without statements among them, newsgraph's graph has no actors.
        joined = [node for node in members if members.degree(node) > 0]
        same(f"around {around['actor']}", around["actors"], sorted(joined))
        same(f"statements around {around['actor']}", around["statements"], members.number_of_edges())
    strict = nx.MultiDiGraph()
    strict.add_edges_from((s["subject"], s["object"]) for s in case["statements"] if passes(s, case))
    degrees = {
        node: [
            strict.out_degree(node),
            strict.in_degree(node) - strict.number_of_edges(node, node),
            len(set(either[node]) - {node}),
        ]
        for node in either
    }
    same("degrees", case["degrees"], degrees)
    ranked = sorted(degrees, key=lambda node: (-sum(degrees[node][:2]), node))
    same("top ten", case["topByStatements"], ranked[:10])
    close("PageRank", case["pageRank"], nx.pagerank(ties, weight="count", tol=1e-13, max_iter=2000))
    close("directed PageRank", case["pageRankDirected"], nx.pagerank(arcs, weight="count", tol=1e-13, max_iter=2000))
    close("betweenness", case["betweenness"], nx.betweenness_centrality(ties))
    close("directed betweenness", case["betweennessDirected"], nx.betweenness_centrality(arcs))
    components = sorted((sorted(part) for part in nx.connected_components(ties)), key=lambda part: (-len(part), part[0]))
    same("components", case["components"], components)

    ties.remove_edges_from(list(nx.selfloop_edges(ties)))
    groups = case["communities"]
    assert all(nx.is_connected(ties.subgraph(group)) for group in groups), "a community does not hang together"
    if ties.number_of_edges() > 0:
        modularity = nx.community.modularity(ties, groups, weight="count")
        close("modularity", {"": case["modularity"]}, {"": modularity})
        louvain = max(
            nx.community.modularity(ties, nx.community.louvain_communities(ties, weight="count", seed=seed), weight="count")
            for seed in range(5)
        )
        assert modularity >= louvain - 0.01, f"modularity: newsgraph {modularity}, Louvain {louvain}"
        return f"{len(ties)} actors, {len(groups)} communities, modularity {modularity:.4f} (best of five Louvain runs {louvain:.4f})"
    return f"{len(ties)} actors"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", default=os.path.join(os.path.dirname(__file__), "..", ".."))
    parser.add_argument("--results")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = arguments.results
        if results is None:
            results = os.path.join(folder, "results.json")
            environment = dict(os.environ, GRAPH_RESULTS=results)
            command = ["swift", "test", "--filter", "NetworkXResults"]
            subprocess.run(command, cwd=arguments.package, env=environment, check=True, stdout=subprocess.DEVNULL)
        with open(results, encoding="utf-8") as file:
            cases = json.load(file)
    for case in cases:
        print(f"{case['name']}: equal; {check(case)}")


if __name__ == "__main__":
    main()
