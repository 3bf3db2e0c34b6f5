"""Sentences to tensors. A label that is missing is -100 and takes no part in the loss."""

import random

import numpy as np
import torch

from pieces import encode_words

MISSING = -100
LONGEST = 400
"""Sentences of more word pieces are left out in training."""


class Labels:
    """The label sets and their numbers. `sets`: name → list, as in the model file's header."""

    WORD_LAYERS = (("upos", "upos"), ("xpos", "xpos"), ("feats", "feats"), ("lemmaRule", "rules"),
                   ("deprel", "relations"), ("entity", "entities"))

    def __init__(self, sets):
        self.sets = sets
        self.number = {k: {x: i for i, x in enumerate(v)} for k, v in sets.items()}

    def encode(self, sentence, pieces, words=None, taught=None):
        """The sentence as arrays; `words` stands in for its own words (a changed case).

        `taught`: a teacher's scores of it (`teach.py`), which stand beside its labels or in their place.
        """
        item = encode_words(pieces, words or sentence.words)
        count = len(sentence.words)
        item["count"] = count
        for name, layer in self.WORD_LAYERS:
            values, number = getattr(sentence, layer), self.number[name]
            item[name] = [number.get(x, MISSING) for x in values] if values else [MISSING] * count
        item["head"] = sentence.heads or [MISSING] * count
        kinds = [0 if sentence.exhaustive else MISSING] * count
        item["predicates"] = []
        for p in sentence.predicates or ():
            kind = self.number["predicate"][p.kind]
            if sentence.exhaustive:
                kinds[p.token - 1] = kind
            if p.kind != "x":
                roles = {a: self.number["role"].get(r, 0) for a, r in p.arguments.items()}
                item["predicates"].append((p.token, kind, roles))
        item["predicate"] = kinds
        item["governor"] = item["head"]
        if taught:
            item["taught"] = taught
            item["governor"] = list(taught["head"])
            for name in HARD:
                item[name] = [int(t) if x == MISSING else x for x, t in zip(item[name], taught[name])]
            gold = {token: roles for token, _, roles in item["predicates"]}
            item["predicates"] = [(token, kind, gold.get(token)) for token, kind, _ in taught["roles"]]
        return item


LAYERS = ("upos", "xpos", "feats", "lemmaRule", "deprel", "entity", "head", "governor", "predicate")
SOFT, HARD = ("upos", "xpos", "entity", "predicate", "deprel"), ("feats", "lemmaRule")
"""Layers of which a teacher gives the distribution, and the best label only."""


def collate(items):
    """Pads encoded sentences to one batch of tensors."""
    rows, length = len(items), max(len(e["ids"]) for e in items)
    places = max(e["count"] for e in items) + 1
    ids, shapes = np.zeros((rows, length), np.int64), np.zeros((rows, length), np.int64)
    mask = np.zeros((rows, length), bool)
    first, present = np.zeros((rows, places), np.int64), np.zeros((rows, places), bool)
    labels = {k: np.full((rows, places), MISSING, np.int64) for k in LAYERS}
    sentence, token, kind, roles = [], [], [], []
    for j, e in enumerate(items):
        n = e["count"]
        ids[j, :len(e["ids"])] = e["ids"]
        shapes[j, :len(e["ids"])] = e["shapes"]
        mask[j, :len(e["ids"])] = True
        first[j, :n + 1] = e["first"]
        present[j, :n + 1] = True
        for k in LAYERS:
            labels[k][j, 1:n + 1] = e[k]
        for place, number, arguments in e["predicates"]:
            row = np.full(places, MISSING, np.int64)
            if arguments is not None:
                row[1:n + 1] = 0
                row[place] = MISSING
                for a, r in arguments.items():
                    row[a] = r
            sentence.append(j)
            token.append(place)
            kind.append(number)
            roles.append(row)
    arrays = dict(ids=ids, shapes=shapes, mask=mask, first=first, present=present,
                  mode=np.array([e["mode"] for e in items]), **labels,
                  sentence=np.array(sentence, np.int64), token=np.array(token, np.int64),
                  kind=np.array(kind, np.int64),
                  role=np.stack(roles) if roles else np.zeros((0, places), np.int64))
    if any("taught" in e for e in items):
        arrays |= taught_arrays(items, places)
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def taught_arrays(items, places):
    """The teacher's log-probabilities, padded; `taught` tells which words have them."""
    one = next(e["taught"] for e in items if "taught" in e)
    rows = len(items)
    arrays = {f"taught {k}": np.zeros((rows, places, one[k].shape[1]), np.float32) for k in SOFT}
    arrays["taught arc"] = np.full((rows, places, places), -30, np.float32)
    arrays["taught"] = np.zeros((rows, places), bool)
    roles = []
    for j, e in enumerate(items):
        n = e["count"]
        if "taught" not in e:
            roles += [None] * len(e["predicates"])
            continue
        arrays["taught"][j, 1:n + 1] = True
        for k in SOFT:
            arrays[f"taught {k}"][j, 1:n + 1] = e["taught"][k]
        arrays["taught arc"][j, 1:n + 1, :n + 1] = e["taught"]["arc"]
        roles += [(token, scores) for token, _, scores in e["taught"]["roles"]]
    size = next((r[1].shape[1] for r in roles if r), 1)
    arrays["taught role"] = np.zeros((len(roles), places, size), np.float32)
    arrays["role taught"] = np.zeros((len(roles), places), bool)
    for i, found in enumerate(roles):
        if found:
            token, scores = found
            arrays["taught role"][i, 1:len(scores) + 1] = scores
            arrays["role taught"][i, 1:len(scores) + 1] = True
            arrays["role taught"][i, token] = False
    return arrays


def batches(items, budget, rng=None):
    """Items of similar length in lists of at most `budget` padded pieces, shuffled by `rng`."""
    jitter = (lambda: rng.random() * 3) if rng else (lambda: 0)
    result, current, longest = [], [], 0
    for item in sorted(items, key=lambda e: len(e["ids"]) + jitter()):
        length = len(item["ids"])
        if current and max(longest, length) * (len(current) + 1) > budget:
            result.append(current)
            current, longest = [], 0
        current.append(item)
        longest = max(longest, length)
    if current:
        result.append(current)
    if rng:
        rng.shuffle(result)
    return result


def change_case(words, rng):
    """The words as a headline: capitals, title case or (less often) no capitals."""
    choice = rng.random()
    if choice < 0.4:
        return [w.upper() for w in words]
    if choice < 0.75:
        return [w[:1].upper() + w[1:] for w in words]
    return [w.lower() for w in words]


def hide_words(item, share, unknown, rng):
    """The encoded sentence with a share of its words unknown, to be read from their neighbours.

    Their shapes stay; their lemmas, which nobody could tell, are no targets.
    """
    hidden = [i for i in range(item["count"]) if rng.random() < share]
    ids, rules = list(item["ids"]), list(item["lemmaRule"])
    ends = item["first"][1:] + [len(ids) - 1]
    for i in hidden:
        ids[ends[i]:ends[i + 1]] = [unknown] * (ends[i + 1] - ends[i])
        rules[i] = MISSING
    return item | dict(ids=ids, lemmaRule=rules)


def spread(pool, epochs, seed):
    """Deals `[(sentence, passes)]` into `epochs` lists so that each sentence is seen `passes` times.

    Fractions are settled by a seeded draw; the passes of one sentence lie as far as can be in different
    epochs.
    """
    rng = random.Random(seed)
    dealt = [[] for _ in range(epochs)]
    for sentence, passes in pool:
        share = passes * epochs / 7
        times = int(share) + (rng.random() < share - int(share))
        whole, rest = divmod(times, epochs)
        for e in [*range(epochs)] * whole + rng.sample(range(epochs), rest):
            dealt[e].append(sentence)
    return dealt
