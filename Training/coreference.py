#!/usr/bin/env python3
"""Learns how much each feature of a pronoun's antecedent counts, from the entities of GUM's train part.

    newsgraph mentions --parsed --antecedents INPUT.conllu > EXAMPLES.jsonl     INPUT.conllu as score_coreference.py makes it
    coreference.py EXAMPLES.jsonl GUM-train.conllu > Sources/RelationExtraction/Resources/tables/antecedent-weights.tsv

EXAMPLES.jsonl has for each pronoun the features of every candidate and of having no antecedent. One soft-max over
both is fitted for each kind of pronoun (it, they, persons) by L-BFGS-like gradient steps with a Gaussian prior.
"""
import argparse, collections, json

import numpy

from score_coreference import documents, entities

KINDS = ["it", "they", "person"]


def gold_of(path):
    """(document, sentence, head) -> entity."""
    found = {}
    for name, sentences in documents(path):
        for s, start, end, head, entity, _, _ in sorted(entities(sentences), key=lambda e: e[1] - e[2]):
            found.setdefault((name, s, head), entity)
    return found


def examples(path, gold):
    """For each kind: (rows of features, index of the right rows); the last row is "no antecedent"."""
    found, names = collections.defaultdict(list), None
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if "names" in row:
            names = row["names"], row["none"]
            continue
        document, row = row["document"], row["example"]
        entity = gold.get((document, *row["at"]))
        right = []
        for number, candidate in enumerate(row["candidates"]):
            nearest = gold.get((document, *candidate["at"]))
            if entity is not None and (nearest == entity or nearest is None and any(gold.get((document, *m)) == entity for m in candidate["mentions"])):
                right.append(number)
        width, none = len(row["candidates"]), numpy.array(row["none"])
        features = numpy.array([c["features"] for c in row["candidates"]]) if width else numpy.zeros((0, 0))
        found[row["kind"]].append((features, none, right or [width]))
    return found, names


def fit(rows, features, expletives, prior=1.0, steps=400):
    rows = [r for r in rows if len(r[0])]
    size = features + expletives
    blocks, starts, targets = [], [0], []
    for matrix, none, right in rows:
        block = numpy.zeros((len(matrix) + 1, size))
        block[:-1, :features], block[-1, features:] = matrix, none
        mask = numpy.zeros(len(block)); mask[right] = 1
        blocks.append(block); targets.append(mask); starts.append(starts[-1] + len(block))
    matrix, target = numpy.vstack(blocks), numpy.concatenate(targets)
    starts = numpy.array(starts[:-1])
    group = numpy.repeat(numpy.arange(len(rows)), numpy.diff(numpy.append(starts, len(matrix))))
    weights, first, second = numpy.zeros(size), numpy.zeros(size), numpy.zeros(size)
    for step in range(1, steps + 1):
        scores = matrix @ weights
        scores -= numpy.maximum.reduceat(scores, starts)[group]
        exp = numpy.exp(scores)
        p = exp / numpy.add.reduceat(exp, starts)[group]
        q = exp * target
        q = q / numpy.maximum(numpy.add.reduceat(q, starts), 1e-12)[group]
        gradient = matrix.T @ (p - q) / len(rows) + prior * weights / len(rows)
        first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient ** 2
        weights -= 0.05 * (first / (1 - 0.9 ** step)) / (numpy.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    scores = matrix @ weights
    best = [s + numpy.argmax(scores[s:s + n]) for s, n in zip(starts, numpy.diff(numpy.append(starts, len(matrix))))]
    return weights, 100 * target[best].mean(), len(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples"); parser.add_argument("gold")
    args = parser.parse_args()
    found, (features, expletives) = examples(args.examples, gold_of(args.gold))
    columns = []
    print("# feature of an antecedent (no-…: of having none), weight for it, they, persons")
    print("# Source: learnt from UD English GUM, train part (annotations CC BY 4.0), by Training/coreference.py")
    for name in KINDS:
        weights, right, count = fit(found[name], len(features), len(expletives))
        columns.append(weights)
        print(f"# {name}: {right:.1f} % of {count} right on the train part")
    rows = [(name, [f"{column[i]:.3f}" for column in columns]) for i, name in enumerate([*features, *expletives])]
    for name, values in sorted(rows):
        print("\t".join([name, *values]))


if __name__ == "__main__":
    main()
