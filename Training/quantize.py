"""Writes a checkpoint, or a model file with other priors, as a model file with integer weights."""

import argparse
import json
import os
import sys

from evaluate import load
from model_file import write_model

LARGEST_FILE = 25_000_000

DATA = [
    dict(name="MiniLM-L6 (all-MiniLM-L6-v2)", licence="Apache-2.0", use="encoder, fine-tuned"),
    dict(name="MPNet (all-mpnet-base-v2)", licence="Apache-2.0", use="encoder of a teacher of dependencies"),
    dict(name="Reuters-21578", licence="research", use="unlabelled sentences, labelled by the teachers"),
    dict(name="UD English EWT", licence="CC BY-SA 4.0", use="tags, lemmas, dependencies"),
    dict(name="UD English GUM", licence="annotations CC BY 4.0; texts by genre CC BY, CC BY-SA or "
         "CC BY-NC-SA", use="tags, lemmas, dependencies, names"),
    dict(name="PropBank", licence="CC BY-SA 4.0", use="predicates and roles"),
    dict(name="PropBank frame examples", licence="CC BY-SA 4.0", use="roles"),
    dict(name="MASC", licence="open", use="roles"),
    dict(name="CoNLL-2003", licence="labels for research on Reuters text", use="entities"),
    dict(name="WikiGold", licence="CC BY 4.0", use="entities"),
    dict(name="CrossNER politics", licence="MIT", use="entities"),
]
LICENCE = ("Weights: see MODEL_CARD.md; trained on share-alike data and, in part, on texts for "
           "research or non-commercial use.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("model")
    parser.add_argument("--path-prior", required=True, help="file of learn_priors.py")
    parser.add_argument("--upos-prior", required=True, help="file of learn_priors.py")
    parser.add_argument("--figures", help="JSON file of evaluate.py")
    parser.add_argument("--version", default="2026.11")
    a = parser.parse_args()
    priors, figures = {}, {}
    for name, path in (("path.prior", a.path_prior), ("upos.prior", a.upos_prior)):
        with open(path, encoding="utf8") as file:
            priors[name] = file.read()
    if a.figures:
        with open(a.figures, encoding="utf8") as file:
            figures = json.load(file)
    network, labels, pieces, _ = load(a.checkpoint)
    write_model(a.model, network.state_dict(), labels.sets, pieces.pieces, priors,
                dict(name="newsgraph-en", version=a.version, language="en", data=DATA,
                     licence=LICENCE, figures=figures))
    size = os.path.getsize(a.model)
    print(f"{a.model}: {size:,} bytes", file=sys.stderr)
    if size > LARGEST_FILE:
        sys.exit(f"{a.model}: larger than {LARGEST_FILE:,} bytes; make the priors smaller")


if __name__ == "__main__":
    main()
