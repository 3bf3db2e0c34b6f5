"""Learns what is added to the network's scores at decoding from counts of the training parts.

    python learn_priors.py --data DIR final.pt path-prior.tsv upos-prior.tsv

The roles by path come from the gold trees of EWT and from MASC, whose trees the network predicts; the
parts of speech by Penn tag and word from EWT and GUM. README.md describes both files.
"""

import argparse
import collections
import os
import sys

import torch

from corpora import add_propbank, kept, propbank_only, treebank
from evaluate import analyse, encode, load
from path_prior import ANY, PathPrior

GENRES = ("news", "written", "spoken")
LONGEST = 80
"""Longer sentences of MASC, in words, are left out."""


def parsed_masc(data, network, labels, pieces):
    """MASC with the network's tags, lemmas and trees."""
    sentences = [s for genre in GENRES
                 for s in propbank_only(os.path.join(data, "propbank", f"masc-{genre}.jsonl"), "masc")
                 if len(s.words) <= LONGEST]
    for s, found in zip(sentences, analyse(network, encode(sentences, labels, pieces), labels)):
        s.xpos, s.lemmas = found["xpos"], found["lemmas"]
        s.heads, s.relations = found["heads"], found["relations"]
    return sentences


def parts_of_speech(sentences, labels, alpha, weight):
    """The prior of parts of speech, as a `PathPrior`: the tag is the path, the word the voice."""
    counts = collections.defaultdict(collections.Counter)
    for s in sentences:
        for word, tag, part in zip(s.words, s.xpos, s.upos):
            for form in (ANY, word.lower()):
                counts[tag, ANY, form, ANY, ANY][labels.number["upos"][part]] += 1
    return PathPrior(dict(counts), alpha, weight)


def write(path, prior, least_count, least_gain, size):
    text = prior.pruned(least_count, least_gain, size).text()
    with open(path, "w", encoding="utf8") as file:
        file.write(text)
    print(f"{path}: {len(text.encode()):,} bytes", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", help="or model file: whose labels are meant, and who parses MASC")
    parser.add_argument("roles", help="file to write")
    parser.add_argument("parts", help="file to write")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME",
                        help="genres of GUM to leave out, such as: whow fiction")
    parser.add_argument("--alpha", type=float, default=1.0)
    parser.add_argument("--role-weight", type=float, default=0.4)
    parser.add_argument("--part-weight", type=float, default=0.3)
    parser.add_argument("--least-count", type=int, default=2)
    parser.add_argument("--role-gain", type=float, default=2.5, help="least gain of a context, in nats")
    parser.add_argument("--part-gain", type=float, default=3.0, help="the same")
    a = parser.parse_args()
    torch.set_num_threads(1)
    network, labels, pieces, _ = load(a.checkpoint)
    ewt, gum = treebank(a.data, "ewt", "train"), treebank(a.data, "gum", "train")
    parts = parts_of_speech(kept(ewt + gum, a.without), labels, a.alpha, a.part_weight)
    write(a.parts, parts, a.least_count, a.part_gain, len(labels.sets["upos"]))
    add_propbank(a.data, ewt, "train")
    annotated = [s for s in ewt if s.exhaustive] + parsed_masc(a.data, network, labels, pieces)
    roles = labels.sets["role"]
    write(a.roles, PathPrior.learn(annotated, roles, a.alpha, a.role_weight), a.least_count, a.role_gain,
          len(roles))


if __name__ == "__main__":
    main()
