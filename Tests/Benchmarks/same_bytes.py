#!/usr/bin/env python3
"""Whether `newsgraph extract` gives equal bytes whatever the thread count and the order of the documents, and what a second thread is worth.

    same_bytes.py NEWSGRAPH [--stories 500] [--text ../shared/data/text/reuters-1987.jsonl.gz]

Three runs each with 1, 2 and 4 threads, then one of the shuffled documents, whose lines are sorted again by document. Fails if any
output differs. The gain of two threads is the median over the runs of (wall time with 1) / (wall time with 2).
"""
import argparse
import gzip
import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time


def run(newsgraph, threads, stories):
    """Output and wall seconds."""
    began = time.perf_counter()
    output = subprocess.run([newsgraph, "extract", "--threads", str(threads), stories], stdout=subprocess.PIPE, check=True).stdout
    return output, time.perf_counter() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsgraph")
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--text", default="../shared/data/text/reuters-1987.jsonl.gz")
    a = parser.parse_args()
    with gzip.open(a.text, "rt", encoding="utf8") as file:
        lines = [line for _, line in zip(range(a.stories), file)]
    with tempfile.TemporaryDirectory() as folder:
        ordered, shuffled = (os.path.join(folder, name) for name in ("ordered.jsonl", "shuffled.jsonl"))
        for path, content in ((ordered, lines), (shuffled, random.Random(1).sample(lines, len(lines)))):
            with open(path, "w", encoding="utf8") as file:
                file.writelines(content)
        outputs, gains = {}, []
        for number in range(3):
            seconds = {}
            for threads in (1, 2, 4):
                output, seconds[threads] = run(a.newsgraph, threads, ordered)
                outputs[f"run {number + 1}, {threads} threads"] = output
            gains.append(seconds[1] / seconds[2])
        place = {json.loads(line)["id"]: i for i, line in enumerate(lines)}
        found = run(a.newsgraph, 2, shuffled)[0].splitlines(keepends=True)
        outputs["shuffled, sorted again"] = b"".join(sorted(found, key=lambda line: place[json.loads(line)["document"]]))
        digests = {name: hashlib.sha256(output).hexdigest() for name, output in outputs.items()}
        for name, digest in digests.items():
            print(f"{name:26s} {digest}")
        if len(set(digests.values())) > 1:
            sys.exit("the outputs differ")
        print(f"gain of two threads        median {statistics.median(gains):.2f}   ({min(gains):.2f} to {max(gains):.2f})")


if __name__ == "__main__":
    main()
