#!/usr/bin/env python3
"""CPU time of newsgraph's graph (Swift API and Cypher) against Ladybug, DuckDB, networkx and SQLite, on the same questions in the same run.

    graph_against_databases.py GRAPHBENCHMARK [--actors 100000] [--statements 1000000] [--rounds 3] [--contenders NAME,NAME…]

GRAPHBENCHMARK is the release build of the target of that name. The Python that runs this needs the packages of requirements.txt.
Every contender loads the same files (generate.py), then answers as a process that stays, in rounds, one after the other, task by
task (questions.py). Fails unless all give the same answer to every question. A figure is the mean over a task's questions of the
median over the rounds, in CPU milliseconds (user and system, all threads) from the question to the rows as values of the contender's
language; the first round is for warming up and is not counted. The report goes to standard output.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

import generate
import report

HERE = os.path.dirname(os.path.abspath(__file__))
# Tasks that change the database are asked in full by every contender, or their answers would part.
CHANGING = {"commit"}


class Contender:
    """A program that loads the data and then answers questions; what it cost."""

    def __init__(self, name, command, threads=1, shares=None):
        self.name, self.command, self.shares = name, command, shares
        self.environment = {**os.environ, "PEER_THREADS": str(threads), "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1"}
        # Tasks it cannot do; the CPU seconds of each counted answer, by task and question.
        self.cannot = set()
        self.samples = {}
        # Of a database that is a copy of another contender's there is nothing to say.
        self.load_cpu = self.load_memory = self.size = None

    def load(self, data, folder, others):
        """Makes the database, or copies the one of the contender that it shares it with."""
        self.database = os.path.join(folder, self.name.replace(" ", "-"))
        self.data = data
        if self.shares in others:
            for suffix in ("", ".wal", "-wal"):
                if os.path.exists(others[self.shares].database + suffix):
                    shutil.copyfile(others[self.shares].database + suffix, self.database + suffix)
            return
        process = subprocess.Popen(self.arguments("load"), env=self.environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{self.name}: loading failed")
        self.load_cpu, self.load_memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        files = [self.database + suffix for suffix in ("", ".wal", "-wal", "-shm")]
        self.size = sum(os.path.getsize(file) for file in files if os.path.exists(file)) / 1e6

    def arguments(self, action):
        return [part.format(action=action) for part in self.command] + [self.data, self.database]

    def start(self):
        self.process = subprocess.Popen(
            self.arguments("serve"), env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf8")
        self.ready_cpu = self.reply()["ready"]

    def reply(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name}: ended without an answer")
        return json.loads(line)

    def ask(self, task, arguments):
        self.process.stdin.write(json.dumps({"task": task, "arguments": arguments}) + "\n")
        self.process.stdin.flush()
        reply = self.reply()
        if "cannot" in reply:
            self.cannot.add(task)
        return reply

    def finish(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf8") as file:
            self.memory = next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))
        self.process.stdin.close()
        self.process.wait()


def all_contenders(newsgraph):
    peer = lambda name: [sys.executable, os.path.join(HERE, "peer.py"), name, "{action}"]
    return [
        Contender("newsgraph Cypher", [newsgraph, "cypher", "{action}"]),
        Contender("newsgraph Swift", [newsgraph, "swift", "{action}"], shares="newsgraph Cypher"),
        Contender("Ladybug", peer("ladybug")),
        Contender("Ladybug 2 threads", peer("ladybug"), threads=2, shares="Ladybug"),
        Contender("DuckDB", peer("duckdb")),
        Contender("SQLite", peer("sqlite")),
        Contender("networkx", peer("networkx")),
    ]


def canonical(task, rows, name):
    """The answer without what is left open: the order of the statements of one day."""
    rows = [list(row) for row in rows]
    if task != "statements":
        return rows
    days = [row[1] for row in rows]
    if days != sorted(days, reverse=True):
        sys.exit(f"{name}: statements are not in the order of their days")
    return sorted(rows)


def run_task(task, questions, contenders, first, budget, counted):
    """One block of questions for each contender, beginning with another one each round; compares the answers."""
    answers = {}
    for contender in contenders[first:] + contenders[:first]:
        spent = 0
        for number, arguments in questions:
            if task in contender.cannot or (spent > budget and task not in CHANGING):
                break
            reply = contender.ask(task, arguments)
            if "cannot" in reply:
                break
            spent += reply["cpu"]
            if counted:
                contender.samples.setdefault(task, {}).setdefault(number, []).append(reply["cpu"])
            answers.setdefault(number, {})[contender.name] = canonical(task, reply["rows"], contender.name)
    for number, arguments in questions:
        found = answers.get(number, {})
        for name, rows in found.items():
            reference = next(iter(found))
            if rows != found[reference]:
                shown = "\n".join(f"{name}: {str(found[name])[:2000]}" for name in (reference, name))
                sys.exit(f"{task}: the answers to {json.dumps(arguments)} differ\n{shown}")


def run_commits(questions, contenders, first, budget, counted):
    """Each document, and then at once a path from one of its actors: what a commit leaves to be done shows there."""
    for commit, path in zip(questions["commit"], questions["path after commit"]):
        run_task("commit", [commit], contenders, first, budget, counted)
        run_task("path after commit", [path], contenders, first, budget, counted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsgraph", metavar="GRAPHBENCHMARK")
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3, help="rounds that count")
    parser.add_argument("--budget", type=float, default=20, help="CPU seconds for the questions of a task in a round; the rest is left out")
    parser.add_argument("--contenders", help="names, separated by commas")
    parser.add_argument("--data", help="a folder that keeps the invented news, or has it already")
    a = parser.parse_args()
    contenders = all_contenders(a.newsgraph)
    if a.contenders:
        contenders = [contender for contender in contenders if contender.name in a.contenders.split(",")]
    log = lambda text: print(text, file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        data = a.data or os.path.join(folder, "data")
        if not os.path.exists(os.path.join(data, "questions.json")):
            log("inventing news")
            os.makedirs(data, exist_ok=True)
            generate.generate(data, a.actors, a.statements, a.seed, a.rounds + 1)
        with open(os.path.join(data, "questions.json"), encoding="utf8") as file:
            asked = {task: list(enumerate(questions)) for task, questions in json.load(file).items()}
        loaded = {}
        for contender in contenders:
            log(f"{contender.name}: loading")
            contender.load(data, folder, loaded)
            loaded[contender.name] = contender
        for contender in contenders:
            contender.start()
        commits = len(asked["commit"]) // (a.rounds + 1)
        for round_ in range(a.rounds + 1):
            log(f"round {round_ or 'for warming up'}")
            first = round_ % len(contenders)
            for task, questions in asked.items():
                if task not in ("commit", "path after commit"):
                    run_task(task, questions, contenders, first, a.budget, round_ > 0)
            part = slice(round_ * commits, (round_ + 1) * commits)
            run_commits({task: asked[task][part] for task in ("commit", "path after commit")}, contenders, first, a.budget, round_ > 0)
        for contender in contenders:
            contender.finish()
    print(report.setting(a.rounds))
    print(report.markdown(contenders, {task: len(questions) for task, questions in asked.items()}))


if __name__ == "__main__":
    main()
