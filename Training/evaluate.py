"""Measures a model file or a checkpoint on the development parts.

    python evaluate.py --data DIR newsgraph-en.model      weights and activations as shipped
    python evaluate.py --data DIR average.pt              fp32

Gold words, everything else predicted. Words count with punctuation, labels with subtypes; an
argument is right if head word and role are, an entity if its span and type are.
"""

import argparse
import collections
import dataclasses
import json
import sys

import numpy as np
import torch

import decoding
from batching import Labels, batches, collate
from corpora import apply_lemma_rule, development_parts
from model_file import FORMAT, ModelFile
from network import Network, simulate_integers
from path_prior import ANY, PathPrior
from pieces import Pieces

CORE = ("ARG0", "ARG1", "ARG2")
ROLE_GROUPS = dict(all=lambda r: True, core=lambda r: r in CORE, NEG=lambda r: r == "ARGM-NEG",
                   TMP=lambda r: r == "ARGM-TMP", LOC=lambda r: r == "ARGM-LOC")


class Counts:
    """Predicted, gold and common numbers by name."""

    def __init__(self):
        self.of = collections.defaultdict(lambda: [0, 0, 0])

    def add(self, name, predicted, gold):
        c = self.of[name]
        c[0] += len(predicted)
        c[1] += len(gold)
        c[2] += len(predicted & gold)

    def f1(self, name):
        predicted, gold, common = self.of[name]
        return round(200 * common / max(1, predicted + gold), 2)


@dataclasses.dataclass
class Priors:
    """What counts add to the network's scores: of roles, and of parts of speech by tag and word."""

    roles: PathPrior
    parts: PathPrior

    @classmethod
    def parse(cls, roles, parts):
        return cls(PathPrior.parse(roles), PathPrior.parse(parts))

    def part_of_speech(self, scores, tag, word):
        """Number of the best part of speech of a word with this tag, by the head's `scores`."""
        chain = [(tag, ANY, form, ANY, ANY) for form in (ANY, word.lower())]
        return int((scores + self.parts.weight * np.log(self.parts.distribution(chain, len(scores)))).argmax())


def analyse(network, items, labels, priors=None, gold_predicates=False):
    """Analyses of encoded sentences, in their order, as dictionaries of the layers."""
    sets = labels.sets
    result = {}
    network.eval()
    with torch.no_grad():
        for group in batches(items, 2048):
            batch = collate(group)
            output = network(batch)
            best = {k: output[k].argmax(-1).numpy()
                    for k in ("upos", "xpos", "feats", "lemmaRule", "predicate")}
            entity = torch.log_softmax(output["entity"], -1).numpy()
            arc = output["arc"].numpy()
            heads = np.zeros(arc.shape[:2], np.int64)
            for j, e in enumerate(group):
                n = e["count"] + 1
                heads[j, :n] = decoding.tree(arc[j, :n, :n])
            present = batch["present"].clone()
            present[:, 0] = False
            sentence, dependent = present.nonzero(as_tuple=True)
            head = torch.from_numpy(heads)[present]
            relations = np.zeros(heads.shape, np.int64)
            relations[present.numpy()] = network.labels_of(
                output["label_head"][sentence, head],
                output["label_dependent"][sentence, dependent]).argmax(-1).numpy()
            for j, e in enumerate(group):
                n = e["count"]
                layers = {k: [sets[k][i] for i in best[k][j, 1:n + 1]]
                          for k in ("upos", "xpos", "feats", "lemmaRule")}
                if priors is not None:
                    scores = output["upos"][j, 1:n + 1].numpy()
                    layers["upos"] = [sets["upos"][priors.part_of_speech(*x)]
                                      for x in zip(scores, layers["xpos"], e["words"])]
                result[id(e)] = dict(
                    layers,
                    lemmas=[apply_lemma_rule(*x) for x in zip(e["words"], layers["lemmaRule"])],
                    heads=[int(h) for h in heads[j, 1:n + 1]],
                    relations=[sets["deprel"][i] for i in relations[j, 1:n + 1]],
                    entities=decoding.entities(entity[j, 1:n + 1], sets["entity"]),
                    predicates={})
            if gold_predicates:
                chosen = [(j, t, k) for j, e in enumerate(group) for t, k, _ in e["predicates"]]
            else:
                chosen = [(j, t, int(best["predicate"][j, t])) for j, e in enumerate(group)
                          for t in range(1, e["count"] + 1)
                          if sets["predicate"][best["predicate"][j, t]] not in ("O", "x")]
            if not chosen:
                continue
            columns = [torch.tensor(c) for c in zip(*chosen)]
            roles = torch.log_softmax(network.roles_of(output, *columns), -1).numpy()
            for (j, t, k), scores in zip(chosen, roles):
                e = group[j]
                analysis = result[id(e)]
                scores = scores[:e["count"] + 1]
                kind = sets["predicate"][k]
                if priors is not None:
                    scores = scores + priors.roles.scores(e["words"], analysis, t, kind, sets["role"])
                analysis["predicates"][t] = (kind, decoding.arguments(scores, t, sets["role"]))
    return [result[id(e)] for e in items]


def encode(sentences, labels, pieces):
    items = [labels.encode(s, pieces) for s in sentences]
    for item, s in zip(items, sentences):
        item["words"] = s.words
    return items


def word_figures(sentences, analyses):
    """Shares (%) of words with the right tags, lemma, head and labelled head."""
    right, total = collections.Counter(), 0
    for s, a in zip(sentences, analyses):
        total += len(s.words)
        for name, found, gold in (("UPOS", a["upos"], s.upos), ("XPOS", a["xpos"], s.xpos),
                                  ("feats", a["feats"], s.feats), ("lemma", a["lemmas"], s.lemmas),
                                  ("UAS", a["heads"], s.heads),
                                  ("LAS", list(zip(a["heads"], a["relations"])),
                                   list(zip(s.heads, s.relations)))):
            right[name] += sum(x == y for x, y in zip(found, gold))
    return {k: round(100 * n / total, 2) for k, n in right.items()}


def entity_figures(sentences, analyses):
    """F1 of entities by type, of all, and of PER, ORG and LOC together."""
    counts = Counts()
    for s, a in zip(sentences, analyses):
        predicted, gold = decoding.spans(a["entities"]), decoding.spans(s.entities)
        counts.add("all", predicted, gold)
        counts.add("PER+ORG+LOC", *({x for x in y if x[2] != "MISC"} for y in (predicted, gold)))
        for kind in ("PER", "ORG", "LOC", "MISC"):
            counts.add(kind, *({x for x in y if x[2] == kind} for y in (predicted, gold)))
    return {k: counts.f1(k) for k in ("all", "PER+ORG+LOC", "PER", "ORG", "LOC", "MISC")}


def role_figures(sentences, analyses):
    """F1 of arguments (head words) by class of the gold predicate; a spurious one by its own."""
    counts = Counts()
    for s, a in zip(sentences, analyses):
        if not s.exhaustive:
            continue
        gold = {p.token: (p.kind, p.arguments) for p in s.predicates if p.kind != "x"}
        found = a["predicates"]
        counts.add("predicates", *({t for t in y if y[t][0] in "vnjl"} for y in (found, gold)))
        for kind in "vn":
            counts.add(f"predicates {kind}",
                       *({t for t in y if y[t][0] == kind} for y in (found, gold)))
        for t in set(gold) | set(found):
            kind = gold[t][0] if t in gold else found[t][0]
            predicted, right = ({(w, r) for w, r in y[t][1].items()} if t in y else set()
                                for y in (found, gold))
            for group, test in ROLE_GROUPS.items():
                p, g = ({x for x in y if test(x[1])} for y in (predicted, right))
                counts.add(group, p, g)
                counts.add(f"{group} {kind}", p, g)
    names = ["predicates", "predicates v", "predicates n", "all", "core", "core v", "core n",
             "core c", "core j", "NEG", "TMP", "LOC"]
    return {k: counts.f1(k) for k in names}


def evaluate(network, parts, labels, pieces, priors=None, gold_predicates=False):
    """Figures of each development part."""
    figures = {}
    for name, sentences in parts.items():
        analyses = analyse(network, encode(sentences, labels, pieces), labels, priors)
        figures[name] = found = {}
        if sentences[0].heads:
            found["words"] = word_figures(sentences, analyses)
        if sentences[0].entities:
            found["entities"] = entity_figures(sentences, analyses)
        if any(s.exhaustive for s in sentences):
            found["roles"] = role_figures(sentences, analyses)
            if gold_predicates:
                given = analyse(network, encode(sentences, labels, pieces), labels, priors, True)
                found["roles, predicates given"] = role_figures(sentences, given)
    return figures


def load(path):
    """Network, labels, word pieces and priors of a model file or checkpoint (which has none)."""
    pieces = Pieces()
    if path.endswith(".pt"):
        checkpoint = torch.load(path, weights_only=True)
        if checkpoint.get("format") != FORMAT:
            sys.exit(f"{path}: a checkpoint of format {checkpoint.get('format', 1)}, this code reads {FORMAT}")
        network = Network(checkpoint["labels"], len(pieces.pieces),
                          encoder=checkpoint["arguments"]["encoder"])
        network.load_weights(checkpoint["state"], pieces.original)
        return network, Labels(checkpoint["labels"]), pieces, None
    file = ModelFile(path)
    if file.text("vocab").split("\n") != pieces.pieces:
        sys.exit(f"{path}: its word pieces are not those of this version of pieces.py")
    return (file.network(), Labels(file.header["labels"]), pieces,
            Priors.parse(file.text("path.prior"), file.text("upos.prior")))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="model file (integers) or checkpoint (fp32)")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--priors", nargs=2, metavar=("PATH", "UPOS"),
                        help="files of learn_priors.py instead of the model's own")
    parser.add_argument("--no-priors", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="measure on every nth sentence")
    parser.add_argument("--json", help="also write the figures to this file")
    a = parser.parse_args()
    torch.set_num_threads(1)
    network, labels, pieces, priors = load(a.model)
    if a.priors:
        texts = []
        for path in a.priors:
            with open(path, encoding="utf8") as file:
                texts.append(file.read())
        priors = Priors.parse(*texts)
    if not a.model.endswith(".pt"):
        simulate_integers(weights=False, activations=True)
    parts = {k: v[::a.every] for k, v in development_parts(a.data).items()}
    figures = evaluate(network, parts, labels, pieces, None if a.no_priors else priors,
                       gold_predicates=True)
    for name, groups in figures.items():
        for group, values in groups.items():
            print(name, group, "  ".join(f"{k} {v}" for k, v in values.items()))
    if a.json:
        with open(a.json, "w", encoding="utf8") as file:
            json.dump(figures, file, indent=1)


if __name__ == "__main__":
    main()
