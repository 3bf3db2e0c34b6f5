"""Scores the semantic roles that `newsgraph parse` finds, with its own predicates and trees.

    newsgraph parse ewt-dev.conllu --pretokenized --format json | python score_roles.py --data DIR

Gold words of the development part of EWT; the figures are those of `evaluate.py` (F1, argument head words).
"""

import argparse
import json
import sys

from corpora import add_propbank, treebank
from evaluate import role_figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    a = parser.parse_args()
    sentences = treebank(a.data, "ewt", "dev")
    add_propbank(a.data, sentences, "dev")
    found = {}
    for line in sys.stdin:
        sentence = json.loads(line)
        found[sentence["id"]] = dict(predicates={
            p["token"]: (p["kind"], {x["token"]: x["role"] for x in p["arguments"]}) for p in sentence["predicates"]})
    missing = [s.identifier for s in sentences if s.identifier not in found]
    if missing:
        sys.exit(f"{len(missing)} sentences are missing, the first is {missing[0]}")
    for name, figure in role_figures(sentences, [found[s.identifier] for s in sentences]).items():
        print(f"{name:14s} {figure:6.2f}")


if __name__ == "__main__":
    main()
