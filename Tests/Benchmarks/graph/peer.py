"""One contender of the graph benchmark in a process of its own.

    peer.py NAME load FOLDER DATABASE        makes the database of the files of generate.py
    peer.py NAME serve FOLDER DATABASE       answers questions: a JSON line each in, a JSON line each out

NAME is ladybug, duckdb, sqlite or networkx. A question is {"task": "two hops", "arguments": {…}}; its reply {"cpu": seconds, "wall":
seconds, "rows": […]}, or {"cannot": true}. CPU seconds are user and system time of all threads of the process, from the question to the
rows as Python values; reading the question and writing the reply is not counted. The first line out is {"ready": CPU seconds so far}.
PEER_THREADS in the environment is how many threads a contender may use (0: its own default).
"""
import csv
import datetime
import importlib
import json
import os
import sys
import time

THREADS = int(os.environ.get("PEER_THREADS", "1"))


class Peer:
    """What a contender does for each task. What it does not define it cannot do."""

    @classmethod
    def load(cls, folder, database):
        """Makes the database and everything that its questions need."""
        raise NotImplementedError

    def __init__(self, folder, database):
        """Opens the database."""
        raise NotImplementedError

    def statements(self, actor):
        """Everything said of an actor, newest first: id, day, subject, relation, object, status, sentence."""
        raise NotImplementedError

    def two_hops(self, actor, relations, since, until):
        """Whom the actor's contacts had contact with, by these relations in that time, the actor apart: id, number of contacts between; the
        50 with most contacts, then by id."""
        raise NotImplementedError

    def path(self, start, end, longest):
        """The shortest path: the ids of its actors, the ids of its statements. No row when there is none up to this length."""
        raise NotImplementedError

    def filtered_path(self, start, end, longest, relations, statuses, since, until):
        """The shortest path by statements that pass."""
        raise NotImplementedError

    def top_ten(self, since, until):
        """The ten actors with most statements in that time, then by id: id, number."""
        raise NotImplementedError

    def full_text(self, words, limit):
        """The newest statements whose sentence has all the words, then by id: id, day, sentence."""
        raise NotImplementedError

    def commit(self, document, actors, statements):
        """Adds a document with its new actors and its statements; on the disk when it returns."""
        raise NotImplementedError


def rows_of(path):
    """The rows of a file of generate.py, lists of text."""
    with open(path, encoding="utf8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def plain(value):
    """A value as the replies give it: days as YYYY-MM-DD."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def call(peer, question, commits):
    task, arguments = question["task"], dict(question["arguments"])
    if task == "commit":
        return lambda: peer.commit(**commits[arguments["number"]])
    if "path" in task:
        arguments["start"], arguments["end"] = arguments.pop("from"), arguments.pop("to")
    method = {"path after commit": "path"}.get(task, task.replace(" ", "_"))
    return lambda: getattr(peer, method)(**arguments)


def serve(kind, folder, database):
    peer = kind(folder, database)
    with open(os.path.join(folder, "commits.json"), encoding="utf8") as file:
        commits = json.load(file)
    print(json.dumps({"ready": time.process_time()}), flush=True)
    for line in sys.stdin:
        answer = call(peer, json.loads(line), commits)
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            rows = answer()
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            reply = {"cpu": cpu, "wall": wall, "rows": plain(rows or [])}
        except NotImplementedError:
            reply = {"cannot": True}
        print(json.dumps(reply), flush=True)


def main():
    if len(sys.argv) != 5 or sys.argv[2] not in ("load", "serve"):
        sys.exit(__doc__)
    name, action, folder, database = sys.argv[1:]
    kind = importlib.import_module(f"{name}_peer").Contender
    if action == "load":
        kind.load(folder, database)
    else:
        serve(kind, folder, database)


if __name__ == "__main__":
    main()
