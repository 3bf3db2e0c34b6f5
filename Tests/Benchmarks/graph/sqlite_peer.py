"""SQLite as one would use it from Python: tables with the indexes that the questions need, FTS5, and searches for paths in Python from
both ends, with an index look-up for each actor. Without `ANALYZE`: after it, SQLite 3.40 goes through the whole table for the two hops to
fill a Bloom filter, which takes a hundred times as long."""
import os
import sqlite3

from peer import Peer, rows_of

SCHEMA = """
    CREATE TABLE actors (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, type TEXT NOT NULL);
    CREATE TABLE documents (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day TEXT NOT NULL, title TEXT NOT NULL);
    CREATE TABLE statements (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL, document INTEGER NOT NULL, number INTEGER NOT NULL, subject INTEGER NOT NULL,
        relation TEXT NOT NULL, class TEXT NOT NULL, object INTEGER NOT NULL, symmetric INTEGER NOT NULL, status TEXT NOT NULL,
        day TEXT NOT NULL, place TEXT, topic TEXT, speaker TEXT, confidence REAL, sentence TEXT NOT NULL);
    CREATE VIRTUAL TABLE sentences USING fts5(sentence, content='statements', content_rowid='key', detail='none', columnsize=0);
"""
INDEXES = """
    CREATE INDEX bySubject ON statements (subject, relation, day, object, status);
    CREATE INDEX byObject ON statements (object, relation, day, subject, status);
    CREATE INDEX byDay ON statements (day, subject, object);
"""
INSERTION = f"INSERT INTO statements VALUES ({', '.join('?' * 16)})"


class Contender(Peer):
    @classmethod
    def load(cls, folder, database):
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCHEMA)
        tables = {}
        for table, count in (("actors", 4), ("documents", 4)):
            rows = [(key, *row) for key, row in enumerate(rows_of(os.path.join(folder, f"{table}.tsv")))]
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * count)})", rows)
            tables[table] = {row[1]: row[0] for row in rows}
        connection.executemany(
            INSERTION,
            (stored(key, row, tables["documents"], tables["actors"])
             for key, row in enumerate(rows_of(os.path.join(folder, "statements.tsv")))))
        connection.execute("INSERT INTO sentences (sentences) VALUES ('rebuild')")
        connection.executescript(INDEXES)
        connection.commit()
        connection.close()

    def __init__(self, folder, database):
        self.connection = sqlite3.connect(database, isolation_level=None, cached_statements=500)
        self.connection.execute("PRAGMA synchronous = FULL")

    def ask(self, query, **parameters):
        return self.connection.execute(query, parameters).fetchall()

    def key(self, actor):
        return self.ask("SELECT key FROM actors WHERE id = :id", id=actor)[0][0]

    def statements(self, actor):
        return self.ask(
            """
            SELECT s.id, s.day, subjects.id, s.relation, objects.id, s.status, s.sentence FROM (
                SELECT key FROM statements WHERE subject = :actor UNION ALL SELECT key FROM statements WHERE object = :actor) k
            CROSS JOIN statements s ON s.key = k.key CROSS JOIN actors subjects ON subjects.key = s.subject
            CROSS JOIN actors objects ON objects.key = s.object ORDER BY s.day DESC
            """, actor=self.key(actor))

    def two_hops(self, actor, relations, since, until):
        names = {f"relation{number}": relation for number, relation in enumerate(relations)}
        filter_ = f"relation IN ({', '.join(f':{name}' for name in names)}) AND day BETWEEN :since AND :until"
        return self.ask(
            f"""
            WITH contacts (actor) AS MATERIALIZED (
                SELECT object FROM statements WHERE subject = :actor AND {filter_}
                UNION SELECT subject FROM statements WHERE object = :actor AND {filter_}),
            pairs (actor, contact) AS MATERIALIZED (
                SELECT s.object, c.actor FROM contacts c CROSS JOIN statements s ON s.subject = c.actor WHERE {filter_}
                UNION SELECT s.subject, c.actor FROM contacts c CROSS JOIN statements s ON s.object = c.actor WHERE {filter_})
            SELECT a.id, COUNT(*) AS via FROM pairs p CROSS JOIN actors a ON a.key = p.actor WHERE p.actor <> :actor
            GROUP BY p.actor ORDER BY via DESC, a.id LIMIT 50
            """, actor=self.key(actor), since=since, until=until, **names)

    def path(self, start, end, longest):
        return self.search(start, end, longest, "", {})

    def filtered_path(self, start, end, longest, relations, statuses, since, until):
        names = {f"relation{number}": relation for number, relation in enumerate(relations)}
        kinds = {f"status{number}": status for number, status in enumerate(statuses)}
        condition = f"""
            AND relation IN ({', '.join(f':{name}' for name in names)}) AND day BETWEEN :since AND :until
            AND status IN ({', '.join(f':{name}' for name in kinds)})
        """
        return self.search(start, end, longest, condition, {"since": since, "until": until, **names, **kinds})

    def search(self, start, end, longest, condition, parameters):
        """Breadth first from both ends, the smaller border first; what each actor was reached by is kept to walk back."""
        query = f"""
            SELECT object, key FROM statements WHERE subject = :actor {condition}
            UNION ALL SELECT subject, key FROM statements WHERE object = :actor {condition}
        """
        ends = self.key(start), self.key(end)
        reached = [{actor: None} for actor in ends]
        borders = [[actor] for actor in ends]
        for _ in range(longest):
            side = 0 if len(borders[0]) <= len(borders[1]) else 1
            found = []
            for actor in borders[side]:
                parameters["actor"] = actor
                for neighbour, statement in self.connection.execute(query, parameters):
                    if neighbour in reached[side]:
                        continue
                    reached[side][neighbour] = (actor, statement)
                    if neighbour in reached[1 - side]:
                        return [self.chain(neighbour, reached)]
                    found.append(neighbour)
            if not found:
                return []
            borders[side] = found
        return []

    def chain(self, middle, reached):
        actors, statements = [middle], []
        while step := reached[0][actors[0]]:
            actors.insert(0, step[0])
            statements.insert(0, step[1])
        while step := reached[1][actors[-1]]:
            actors.append(step[0])
            statements.append(step[1])
        return (
            [self.ask("SELECT id FROM actors WHERE key = :key", key=key)[0][0] for key in actors],
            [self.ask("SELECT id FROM statements WHERE key = :key", key=key)[0][0] for key in statements],
        )

    def top_ten(self, since, until):
        return self.ask(
            """
            WITH ends (actor) AS (
                SELECT subject FROM statements WHERE day BETWEEN :since AND :until
                UNION ALL SELECT object FROM statements WHERE day BETWEEN :since AND :until),
            degrees (actor, degree) AS (SELECT actor, COUNT(*) FROM ends GROUP BY actor)
            SELECT a.id, degree FROM degrees CROSS JOIN actors a ON a.key = actor ORDER BY degree DESC, a.id LIMIT 10
            """, since=since, until=until)

    def full_text(self, words, limit):
        return self.ask(
            """
            SELECT s.id, s.day, s.sentence FROM sentences CROSS JOIN statements s ON s.key = sentences.rowid
            WHERE sentences MATCH :words ORDER BY s.day DESC, s.id LIMIT :limit
            """, words=" AND ".join(words), limit=limit)

    def commit(self, document, actors, statements):
        self.connection.execute("BEGIN IMMEDIATE")
        document_key = self.connection.execute("INSERT INTO documents (id, day, title) VALUES (?, ?, ?)", document).lastrowid
        for actor in actors:
            self.connection.execute("INSERT INTO actors (id, name, type) VALUES (?, ?, ?)", actor)
        keys = {actor: self.key(actor) for row in statements for actor in (row[3], row[6])}
        for row in statements:
            key = self.connection.execute(INSERTION, stored(None, row, {row[1]: document_key}, keys)).lastrowid
            self.connection.execute("INSERT INTO sentences (rowid, sentence) VALUES (?, ?)", (key, row[14]))
        self.connection.execute("COMMIT")


def stored(key, row, documents, actors):
    """A row of statements.tsv as the table has it."""
    id_, document, number, subject, relation, class_, object_, symmetric, status, day, place, topic, speaker, confidence, sentence = row
    return (
        key, id_, documents[document], int(number), actors[subject], relation, class_, actors[object_], int(symmetric), status, day,
        place or None, topic, speaker or None, float(confidence), sentence,
    )
