"""Ladybug (PyPI `ladybug`, the continuation of Kùzu), an embedded graph database that speaks Cypher.

All statements are one relationship table: with a table for each relation loading takes two and a half times as long, paths without a
filter six times, and nothing else gains more than a sixth. Each question is asked in the fastest of the ways that were tried and gave
the right answer:

- Patterns of two undirected relationships with a filter on the first, `(a)-[r]-(b)-[q]-(c) WHERE r.day >= …`, give wrong answers in
  Ladybug 0.22.0, so the two hops are four patterns with directions, counted here (`WITH DISTINCT b MATCH …` is right, and 80 times
  slower).
- Its extension for full text is downloaded when it is installed; without it, `CONTAINS` goes through all sentences.
"""
import datetime

import ladybug

from peer import THREADS, Peer

PROPERTIES = [
    ("relation", "STRING"), ("id", "STRING"), ("document", "STRING"), ("number", "INT32"), ("class", "STRING"), ("symmetric", "BOOL"),
    ("status", "STRING"), ("day", "DATE"), ("place", "STRING"), ("topic", "STRING"), ("speaker", "STRING"), ("confidence", "FLOAT"),
    ("sentence", "STRING"),
]  # fmt: skip


class Contender(Peer):
    @classmethod
    def load(cls, folder, database):
        connection = ladybug.Connection(ladybug.Database(database), num_threads=THREADS)
        connection.execute("CREATE NODE TABLE Actor(id STRING PRIMARY KEY, name STRING, type STRING)")
        connection.execute("CREATE NODE TABLE Document(id STRING PRIMARY KEY, day DATE, title STRING)")
        connection.execute(f"CREATE REL TABLE Said(FROM Actor TO Actor, {', '.join(f'{name} {kind}' for name, kind in PROPERTIES)})")
        format_ = "(file_format='csv', delim='\t', header=false, auto_detect=false)"
        for table in ("Actor", "Document"):
            connection.execute(f"COPY {table} FROM '{folder}/{table.lower()}s.tsv' {format_}")
        # Columns of the file, in the order of the table's: subject, object, then the properties.
        order = [3, 6, 4, 0, 1, 2, 5, 7, 8, 9, 10, 11, 12, 13, 14]
        kinds = [None, None] + [kind for _, kind in PROPERTIES]
        cast = {None: "column{}", "STRING": "column{}", "BOOL": "column{} = 1"}
        values = ", ".join(cast.get(kind, "CAST(column{} AS " + str(kind) + ")").format(column) for column, kind in zip(order, kinds))
        connection.execute(f"COPY Said FROM (LOAD FROM '{folder}/statements.tsv' {format_} RETURN {values})")
        connection.execute("CHECKPOINT")

    def __init__(self, folder, database):
        self.connection = ladybug.Connection(ladybug.Database(database), num_threads=THREADS)

    def ask(self, query, **parameters):
        return self.connection.execute(query, parameters).get_all()

    def statements(self, actor):
        found = self.ask(
            """
            MATCH (a:Actor {id: $actor})-[r:Said]->(b:Actor) RETURN r.id, r.day, a.id, r.relation, b.id, r.status, r.sentence
            UNION ALL
            MATCH (a:Actor {id: $actor})<-[r:Said]-(b:Actor) RETURN r.id, r.day, b.id, r.relation, a.id, r.status, r.sentence
            """, actor=actor)
        found.sort(key=lambda row: row[1], reverse=True)
        return found

    def two_hops(self, actor, relations, since, until):
        passes = "{0}.relation IN $relations AND {0}.day >= $since AND {0}.day <= $until"
        patterns = [
            f"MATCH (a:Actor {{id: $actor}}){first}(b:Actor){second}(c:Actor) WHERE {passes.format('r')} AND {passes.format('q')} "
            "AND c.id <> $actor RETURN DISTINCT c.id, b.id"
            for first in ("-[r:Said]->", "<-[r:Said]-") for second in ("-[q:Said]->", "<-[q:Said]-")
        ]
        between = {}
        pairs = self.ask(" UNION ALL ".join(patterns), actor=actor, relations=relations, since=day(since), until=day(until))
        for found, contact in pairs:
            between.setdefault(found, set()).add(contact)
        return sorted(((found, len(contacts)) for found, contacts in between.items()), key=lambda row: (-row[1], row[0]))[:50]

    def path(self, start, end, longest):
        return self.ask(
            f"""
            MATCH p = (a:Actor {{id: $first}})-[e:Said* SHORTEST 1..{longest}]-(b:Actor {{id: $last}})
            RETURN properties(nodes(p), 'id'), properties(rels(p), 'id')
            """, first=start, last=end)

    def filtered_path(self, start, end, longest, relations, statuses, since, until):
        # The filter of the search takes `IN` of a list, but no second one.
        status = " OR ".join(f"r.status = $status{number}" for number in range(len(statuses)))
        return self.ask(
            f"""
            MATCH p = (a:Actor {{id: $first}})-[e:Said* SHORTEST 1..{longest} (
                r, n | WHERE r.day >= $since AND r.day <= $until AND r.relation IN $relations AND ({status}))]-(b:Actor {{id: $last}})
            RETURN properties(nodes(p), 'id'), properties(rels(p), 'id')
            """, first=start, last=end, relations=relations, since=day(since), until=day(until),
            **{f"status{number}": name for number, name in enumerate(statuses)})

    def top_ten(self, since, until):
        return self.ask(
            """
            MATCH (a:Actor)-[r:Said]-(:Actor) WHERE r.day >= $since AND r.day <= $until
            RETURN a.id AS id, count(*) AS degree ORDER BY degree DESC, id LIMIT 10
            """, since=day(since), until=day(until))

    def full_text(self, words, limit):
        condition = " AND ".join(f"r.sentence CONTAINS $word{number}" for number in range(len(words)))
        return self.ask(
            f"""
            MATCH (:Actor)-[r:Said]->(:Actor) WHERE {condition}
            RETURN r.id AS id, r.day AS day, r.sentence ORDER BY day DESC, id LIMIT {limit}
            """, **{f"word{number}": word for number, word in enumerate(words)})

    def commit(self, document, actors, statements):
        self.ask("BEGIN TRANSACTION")
        self.ask("CREATE (:Document {id: $id, day: $day, title: $title})", id=document[0], day=day(document[1]), title=document[2])
        for id_, name, type_ in actors:
            self.ask("CREATE (:Actor {id: $id, name: $name, type: $type})", id=id_, name=name, type=type_)
        properties = ", ".join(f"{name}: ${name}" for name, _ in PROPERTIES)
        for row in statements:
            self.ask(
                f"MATCH (a:Actor {{id: $subject}}), (b:Actor {{id: $object}}) CREATE (a)-[:Said {{{properties}}}]->(b)",
                subject=row[3], object=row[6], relation=row[4], id=row[0], document=row[1], number=int(row[2]), symmetric=row[7] == "1",
                status=row[8], day=day(row[9]), place=row[10] or None, topic=row[11], speaker=row[12] or None, confidence=float(row[13]),
                sentence=row[14], **{"class": row[5]})
        self.ask("COMMIT")


def day(text):
    return datetime.date.fromisoformat(text)
