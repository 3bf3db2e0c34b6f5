"""networkx: everything in memory, in Python. It keeps nothing on a disk and has no index of words."""
import os
from collections import Counter

import networkx

from peer import Peer, rows_of


class Contender(Peer):
    @classmethod
    def load(cls, folder, database):
        """Nothing lasts: the graph is built when a process starts to serve."""

    def __init__(self, folder, database):
        self.graph = networkx.MultiGraph()
        self.graph.add_nodes_from(row[0] for row in rows_of(os.path.join(folder, "actors.tsv")))
        # One string for equal ones: relations, statuses and days come up a million times.
        self.shared = {}
        self.add(rows_of(os.path.join(folder, "statements.tsv")))

    def add(self, rows):
        share = lambda text: self.shared.setdefault(text, text)
        self.graph.add_edges_from(
            (row[3], row[6], row[0], {
                "subject": share(row[3]), "relation": share(row[4]), "object": share(row[6]), "status": share(row[8]), "day": share(row[9]),
                "sentence": row[14],
            }) for row in rows)  # fmt: skip

    def statements(self, actor):
        found = [
            (key, edge["day"], edge["subject"], edge["relation"], edge["object"], edge["status"], edge["sentence"])
            for _, _, key, edge in self.graph.edges(actor, keys=True, data=True)
        ]
        found.sort(key=lambda row: row[1], reverse=True)
        return found

    def two_hops(self, actor, relations, since, until):
        relations = set(relations)

        def contacts(actor):
            return {
                neighbour for neighbour, edges in self.graph.adj[actor].items()
                if any(edge["relation"] in relations and since <= edge["day"] <= until for edge in edges.values())
            }

        between = Counter(found for contact in contacts(actor) for found in contacts(contact) if found != actor)
        return sorted(between.items(), key=lambda row: (-row[1], row[0]))[:50]

    def path(self, start, end, longest):
        return self.search(self.graph, start, end, longest)

    def filtered_path(self, start, end, longest, relations, statuses, since, until):
        relations, statuses = set(relations), set(statuses)

        def passes(subject, object_, key):
            edge = self.graph.adj[subject][object_][key]
            return edge["relation"] in relations and since <= edge["day"] <= until and edge["status"] in statuses

        return self.search(networkx.subgraph_view(self.graph, filter_edge=passes), start, end, longest)

    def search(self, graph, start, end, longest):
        try:
            actors = networkx.bidirectional_shortest_path(graph, start, end)
        except networkx.NetworkXNoPath:
            return []
        return [(actors, [next(iter(graph[a][b])) for a, b in zip(actors, actors[1:])])] if len(actors) <= longest + 1 else []

    def top_ten(self, since, until):
        degrees = Counter(
            actor for subject, object_, day in self.graph.edges(data="day") if since <= day <= until for actor in (subject, object_))
        return sorted(degrees.items(), key=lambda row: (-row[1], row[0]))[:10]

    def commit(self, document, actors, statements):
        self.graph.add_nodes_from(actor[0] for actor in actors)
        self.add(statements)
