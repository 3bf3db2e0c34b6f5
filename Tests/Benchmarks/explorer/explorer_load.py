#!/usr/bin/env python3
"""newsgraph explore under load: explorer_load.py NEWSGRAPH DB [--seconds 300] [--readers 50] [--pause 1.0]

Works on a copy of DB. First one reader alone: processor time of the server for an actor page, for a suggestion while typing, and the
time to the first figure. Then so many readers at once, each opening one actor's page after another with a pause between as people make,
and one writer who adds a document of 20 statements every second, with `newsgraph add`, as another program would. Only this machine is
asked. Prints one line for each figure; exits 1 when any answer was an error.
"""
import argparse
import asyncio
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("newsgraph")
parser.add_argument("database")
parser.add_argument("--seconds", type=float, default=300)
parser.add_argument("--readers", type=int, default=50)
parser.add_argument("--pause", type=float, default=1.0)
parser.add_argument("--keep", help="folder for the copy; a new one by default")
options = parser.parse_args()


def ticks(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid):
    return int(open(f"/proc/{pid}/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class Client:
    """One connection that is kept open, as a browser keeps it."""

    def __init__(self, port):
        self.port = port
        self.stream = None

    async def get(self, path):
        for attempt in range(2):
            try:
                if self.stream is None:
                    self.stream = await asyncio.open_connection("127.0.0.1", self.port)
                reader, writer = self.stream
                writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                break
            except (ConnectionError, asyncio.IncompleteReadError):
                # A connection that was idle for long may have been closed.
                self.stream = None
                if attempt:
                    raise
        status = int(head.split(" ")[1])
        headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        if "content-length" in headers:
            body = await reader.readexactly(int(headers["content-length"]))
        else:
            body = b""
            while True:
                size = int((await reader.readline()).strip(), 16)
                body += await reader.readexactly(size)
                await reader.readexactly(2)
                if size == 0:
                    break
        if headers.get("connection") == "close":
            self.stream = None
        return status, body


def actors(database):
    """The busiest, and some of everybody, as people look at them: half and half."""
    output = subprocess.run([options.newsgraph, "actors", database, "--format", "csv"], capture_output=True, text=True, check=True).stdout
    ids = [row["id"] for row in csv.DictReader(output.splitlines())]
    chance = random.Random(7)
    return ids[:50] + chance.sample(ids[50:], min(200, max(0, len(ids) - 50)))


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def statements(number):
    """A document of twenty statements as JSON Lines, with actors that are there and new ones."""
    lines = []
    for index in range(20):
        sentence = f"Writer {number % 97} met Reader {index} in session {number}."
        first, second = f"Writer {number % 97}", f"Reader {index}"
        lines.append(json.dumps({
            "id": f"{number:08x}{index:08x}", "document": f"load-{number}",
            "subject": {"id": "person/" + first.lower().replace(" ", "-"), "name": first, "type": "person", "mention": None},
            "relation": "met-with", "class": "CONSULT", "mode": None,
            "object": {"id": "person/" + second.lower().replace(" ", "-"), "name": second, "type": "person", "mention": None},
            "symmetric": True, "status": "actual", "predicate": {"text": "met", "lemma": "meet", "span": [0, 3]}, "attribution": None,
            "date": {"start": "2026-11-28", "end": "2026-11-28", "precision": "day", "text": None, "source": "document"},
            "place": None, "topic": None, "quantities": [],
            "evidence": {"sentence": sentence, "index": index, "span": [index * 100, index * 100 + len(sentence)]},
            "confidence": 0.9, "rule": "CONSULT/met-with"}))
    return "\n".join(lines) + "\n"


async def main():
    folder = options.keep or tempfile.mkdtemp(prefix="explorer-load-")
    database = os.path.join(folder, "load.sqlite")
    shutil.copyfile(options.database, database)
    ids = actors(database)
    pages = ["/actor?id=" + urllib.parse.quote(actor, safe="") for actor in ids]
    server = subprocess.Popen([options.newsgraph, "explore", database, "--edit", "--port", "0"], stderr=subprocess.PIPE, text=True)
    line = server.stderr.readline()
    port = int(line.split("127.0.0.1:")[1].split("/")[0])
    errors = 0
    try:
        client = Client(port)
        start = time.monotonic()
        status, _ = await client.get("/")
        print(f"start page, first time: {(time.monotonic() - start) * 1000:.0f} ms (status {status})")
        start = time.monotonic()
        status, _ = await client.get("/api/v1/figure?format=svg&around=" + urllib.parse.quote(ids[0], safe=""))
        print(f"figure around the busiest actor, first time: {(time.monotonic() - start) * 1000:.0f} ms (status {status})")

        async def alone(name, paths):
            await client.get(paths[0])
            before, start, slowest = ticks(server.pid), time.monotonic(), 0
            for path in paths:
                began = time.monotonic()
                status, _ = await client.get(path)
                slowest = max(slowest, time.monotonic() - began)
                if status != 200:
                    print(f"{path}: status {status}")
            cpu, wall = ticks(server.pid) - before, time.monotonic() - start
            print(f"{name}: {cpu / len(paths) * 1000:.1f} ms CPU, {wall / len(paths) * 1000:.1f} ms each; slowest {slowest * 1000:.0f} ms")

        await alone("actor page, the 20 busiest", pages[:20])
        await alone("actor page, all of the sample", pages)
        words = [actor.split("/")[-1].replace("-", " ") for actor in ids[:40]]
        await alone("search as you type", ["/suggest?q=" + urllib.parse.quote(word[:length]) for word in words for length in range(1, 9)])

        statuses = {}
        times, memory, stop = [], [], time.monotonic() + options.seconds

        async def reader(seed):
            nonlocal errors
            chance, client = random.Random(seed), Client(port)
            await asyncio.sleep(chance.random() * options.pause)
            while time.monotonic() < stop:
                began = time.monotonic()
                try:
                    status, body = await client.get(chance.choice(pages))
                    if status != 200 or not body:
                        errors += 1
                        statuses[status] = statuses.get(status, 0) + 1
                except Exception as error:
                    print("reader:", error)
                    errors += 1
                times.append(time.monotonic() - began)
                if options.pause:
                    await asyncio.sleep(chance.uniform(0.5, 1.5) * options.pause)

        written = 0

        async def writer():
            nonlocal written, errors
            path = os.path.join(folder, "addition.jsonl")
            while time.monotonic() < stop:
                began = time.monotonic()
                with open(path, "w") as file:
                    file.write(statements(written))
                addition = await asyncio.create_subprocess_exec(
                    options.newsgraph, "add", database, path, stderr=subprocess.PIPE)
                _, said = await addition.communicate()
                if addition.returncode != 0:
                    print("writer:", said.decode().strip())
                    errors += 1
                written += 1
                await asyncio.sleep(max(0, 1 - (time.monotonic() - began)))

        async def watcher():
            while time.monotonic() < stop:
                memory.append(megabytes(server.pid))
                await asyncio.sleep(10)

        before = ticks(server.pid)
        await asyncio.gather(writer(), watcher(), *(reader(seed) for seed in range(options.readers)))
        cpu = ticks(server.pid) - before
        print(f"{options.readers} readers with pauses of {options.pause} s, one writer, {options.seconds:.0f} s: "
              f"{len(times)} pages, {written} documents added, {errors} errors {statuses or ''}")
        print("  ms: " + ", ".join(f"{name} {percentile(times, share) * 1000:.0f}"
                                   for name, share in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("longest", 1)])
              + f"; {cpu / len(times) * 1000:.1f} ms CPU a page")
        print("  MB every 10 s: " + " ".join(f"{value:.0f}" for value in memory))
    finally:
        server.terminate()
        server.wait(20)
        if not options.keep:
            shutil.rmtree(folder)
    sys.exit(1 if errors else 0)


asyncio.run(main())
