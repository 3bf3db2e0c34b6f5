"""DuckDB: tables, and every statement once from each of its sides in the order of the actors, so that one actor's are read in one go.

Its full-text index does not follow insertions, so words are looked for in all sentences.
"""

import duckdb

from peer import THREADS, Peer

READ = "delim = '\t', header = false, quote = '', escape = '', auto_detect = false, nullstr = ''"
COLUMNS = {
    "id": "VARCHAR", "document": "VARCHAR", "number": "INTEGER", "subject": "VARCHAR", "relation": "VARCHAR", "class": "VARCHAR",
    "object": "VARCHAR", "symmetric": "INTEGER", "status": "VARCHAR", "day": "DATE", "place": "VARCHAR", "topic": "VARCHAR",
    "speaker": "VARCHAR", "confidence": "FLOAT", "sentence": "VARCHAR",
}  # fmt: skip
# The facts of a statement that filters look at, from both its sides.
SIDES = """
    SELECT subject AS actor, object AS neighbour, key AS statement, relation, status, day FROM {0}
    UNION ALL SELECT object, subject, key, relation, status, day FROM {0}
"""


class Contender(Peer):
    @classmethod
    def load(cls, folder, database):
        with duckdb.connect(database, config={"threads": THREADS} if THREADS else {}) as connection:
            connection.execute(f"""
                CREATE TABLE actors AS SELECT CAST(row_number() OVER () AS INTEGER) AS key, * FROM read_csv('{folder}/actors.tsv', {READ},
                    columns = {{'id': 'VARCHAR', 'name': 'VARCHAR', 'type': 'VARCHAR'}});
                CREATE UNIQUE INDEX actorID ON actors (id);
                CREATE UNIQUE INDEX actorKey ON actors (key);
                CREATE TABLE documents AS SELECT * FROM read_csv('{folder}/documents.tsv', {READ},
                    columns = {{'id': 'VARCHAR', 'day': 'DATE', 'title': 'VARCHAR'}});
                CREATE TABLE statements AS
                    SELECT CAST(row_number() OVER () AS INTEGER) AS key, s.* REPLACE (a.key AS subject, b.key AS object)
                    FROM read_csv('{folder}/statements.tsv', {READ}, columns = {COLUMNS}) s
                    JOIN actors a ON a.id = s.subject JOIN actors b ON b.id = s.object;
                CREATE UNIQUE INDEX statementKey ON statements (key);
                CREATE TABLE sides AS SELECT * FROM ({SIDES.format('statements')}) ORDER BY actor, day;
                ANALYZE;
                CHECKPOINT;
            """)

    def __init__(self, folder, database):
        self.connection = duckdb.connect(database, config={"threads": THREADS} if THREADS else {})
        self.highest = dict(self.ask("SELECT 'actor', max(key) FROM actors UNION ALL SELECT 'statement', max(key) FROM statements"))

    def ask(self, query, **parameters):
        return self.connection.execute(query, parameters).fetchall()

    def key(self, actor):
        return self.ask("SELECT key FROM actors WHERE id = $id", id=actor)[0][0]

    def statements(self, actor):
        keys = [row[0] for row in self.ask("SELECT statement FROM sides WHERE actor = $actor", actor=self.key(actor))]
        return self.ask(
            """
            SELECT s.id, s.day, a.id, s.relation, b.id, s.status, s.sentence FROM statements s
            JOIN actors a ON a.key = s.subject JOIN actors b ON b.key = s.object WHERE s.key IN (SELECT unnest($keys)) ORDER BY s.day DESC
            """, keys=keys)

    def two_hops(self, actor, relations, since, until):
        return self.ask(
            """
            WITH passing AS (SELECT actor, neighbour FROM sides WHERE relation IN $relations AND day BETWEEN $since AND $until),
            contacts AS MATERIALIZED (SELECT DISTINCT neighbour AS contact FROM passing WHERE actor = $actor)
            SELECT a.id, count(DISTINCT c.contact) AS via FROM contacts c JOIN passing p ON p.actor = c.contact
            JOIN actors a ON a.key = p.neighbour WHERE p.neighbour <> $actor GROUP BY a.id ORDER BY via DESC, a.id LIMIT 50
            """, actor=self.key(actor), relations=relations, since=since, until=until)

    def path(self, start, end, longest):
        return self.search(start, end, longest, "")

    def filtered_path(self, start, end, longest, relations, statuses, since, until):
        condition = "AND relation IN $relations AND status IN $statuses AND day BETWEEN $since AND $until"
        return self.search(start, end, longest, condition, relations=relations, statuses=statuses, since=since, until=until)

    def search(self, start, end, longest, condition, **parameters):
        """A recursive query that keeps one row an actor: how it was reached first. It stops when the end is reached."""
        chain = self.ask(
            f"""
            WITH RECURSIVE reached (actor, previous, statement, length) USING KEY (actor) AS (
                SELECT $start::INTEGER, NULL::INTEGER, NULL::INTEGER, 0
                UNION
                SELECT e.neighbour, any_value(e.actor), any_value(e.statement), any_value(r.length + 1)
                FROM reached r JOIN sides e ON e.actor = r.actor {condition}
                LEFT JOIN recurring.reached known ON known.actor = e.neighbour
                WHERE known.actor IS NULL AND r.length < $longest
                    AND NOT EXISTS (SELECT 1 FROM recurring.reached WHERE actor = $end) GROUP BY e.neighbour),
            table_ AS MATERIALIZED (FROM reached),
            chain AS (
                SELECT actor, previous, statement, length FROM table_ WHERE actor = $end
                UNION ALL SELECT t.actor, t.previous, t.statement, t.length FROM chain c JOIN table_ t ON t.actor = c.previous)
            SELECT a.id, s.id FROM chain c JOIN actors a ON a.key = c.actor LEFT JOIN statements s ON s.key = c.statement ORDER BY c.length
            """, start=self.key(start), end=self.key(end), longest=longest, **parameters)
        return [([actor for actor, _ in chain], [statement for _, statement in chain[1:]])] if chain else []

    def top_ten(self, since, until):
        return self.ask(
            """
            SELECT a.id, degree FROM (
                SELECT actor, count(*) AS degree FROM sides WHERE day BETWEEN $since AND $until GROUP BY actor) d
            JOIN actors a ON a.key = d.actor ORDER BY degree DESC, a.id LIMIT 10
            """, since=since, until=until)

    def full_text(self, words, limit):
        names = {f"word{number}": word for number, word in enumerate(words)}
        condition = " AND ".join(f"contains(sentence, ${name})" for name in names)
        return self.ask(
            f"SELECT id, day, sentence FROM statements WHERE {condition} ORDER BY day DESC, id LIMIT $limit", limit=limit, **names)

    def commit(self, document, actors, statements):
        self.connection.begin()
        self.connection.execute("INSERT INTO documents VALUES (?, ?, ?)", document)
        for actor in actors:
            self.highest["actor"] += 1
            self.connection.execute("INSERT INTO actors VALUES (?, ?, ?, ?)", [self.highest["actor"], *actor])
        keys = {actor: self.key(actor) for row in statements for actor in (row[3], row[6])}
        first = self.highest["statement"] + 1
        for row in statements:
            self.highest["statement"] += 1
            values = [self.highest["statement"], *row[:2], int(row[2]), keys[row[3]], row[4], row[5], keys[row[6]], int(row[7]), *row[8:10]]
            self.connection.execute(
                f"INSERT INTO statements VALUES ({', '.join('?' * 16)})",
                values + [row[10] or None, row[11], row[12] or None, float(row[13]), row[14]])
        self.connection.execute(f"INSERT INTO sides {SIDES.format(f'(FROM statements WHERE key >= {first})')}")
        self.connection.commit()
