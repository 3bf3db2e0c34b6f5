"""Scores to analyses: trees, entities and arguments."""

import numpy as np

SINGLE_ROLES = ("ARG0", "ARG1", "ARG2", "ARG3", "ARG4")
"""A predicate has at most one argument of each."""


def arborescence(scores):
    """Chu-Liu/Edmonds on `scores[dependent, head]`, root 0; `result[0]` is -1."""
    n = len(scores)
    scores = scores.copy()
    scores[0, :] = -1e18
    np.fill_diagonal(scores, -1e18)
    head = scores.argmax(1)
    head[0] = -1
    cycle = find_cycle(head)
    if cycle is None:
        return head
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    m = len(rest)
    small = np.full((m + 1, m + 1), -1e18)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    enter, leave = {}, {}
    for a, r in enumerate(rest):
        gains = [scores[c, r] - scores[c, head[c]] for c in cycle]
        k = int(np.argmax(gains))
        small[m, a], enter[a] = gains[k], cycle[k]
        if r != 0:
            k = int(np.argmax([scores[r, c] for c in cycle]))
            small[a, m], leave[a] = scores[r, cycle[k]], cycle[k]
    contracted = arborescence(small)
    result = head.copy()
    for a, r in enumerate(rest):
        if r != 0:
            result[r] = leave[a] if contracted[a] == m else rest[contracted[a]]
    result[enter[contracted[m]]] = rest[contracted[m]]
    return result


def find_cycle(head):
    state = [0] * len(head)
    for i in range(len(head)):
        walk, j = [], i
        while j != -1 and state[j] == 0:
            state[j] = 1
            walk.append(j)
            j = head[j]
        if j != -1 and state[j] == 1 and j in walk:
            return walk[walk.index(j):]
        for k in walk:
            state[k] = 2
    return None


def tree(scores):
    """Heads by place from arc scores `[dependent, head]`; exactly one word has head 0.

    If the best head of each word is no such tree, the word that is the likeliest root becomes the
    only one and the best arborescence is taken.
    """
    scores = scores.astype(np.float64)
    scores = scores - scores.max(1, keepdims=True)
    scores = scores - np.log(np.exp(scores).sum(1, keepdims=True))
    head = scores.argmax(1)
    head[0] = -1
    if (head == 0).sum() != 1 or find_cycle(head) is not None:
        root = 1 + int(np.argmax(scores[1:, 0]))
        scores[1:, 0] = np.where(np.arange(1, len(scores)) == root, scores[1:, 0], -1e12)
        head = arborescence(scores)
    return np.maximum(head, 0)


def entities(scores, labels):
    """Best BIO sequence (Viterbi): `I-X` follows only `B-X` or `I-X`."""
    allowed = np.array([[0.0 if not b.startswith("I-") or a[1:] == b[1:] else -1e9 for b in labels]
                        for a in labels])
    best = scores[0] + np.array([-1e9 if x.startswith("I-") else 0.0 for x in labels])
    back = []
    for row in scores[1:]:
        step = best[:, None] + allowed
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]


def spans(labels):
    """`{(start, end, type)}` of a BIO sequence."""
    found, start = set(), None
    for i, label in enumerate(list(labels) + ["O"]):
        if start is not None and label[0] != "I":
            found.add((start, i - 1, kind))
            start = None
        if label[0] == "B":
            start, kind = i, label[2:]
    return found


def arguments(scores, predicate, roles):
    """`{word: role}` from `scores[word, role]` (log-probabilities, word 0 is the root).

    Of several words that want a single role, the one that would lose most by its next best role keeps
    it; the others take their next best.
    """
    scores = scores.copy()
    best = scores.argmax(-1)
    best[[0, predicate]] = 0
    single = [roles.index(role) for role in SINGLE_ROLES]
    while contested := [role for role in single if (best == role).sum() > 1]:
        role = contested[0]
        words = np.flatnonzero(best == role)
        losses = scores[words, role] - np.delete(scores[words], role, 1).max(1)
        for word in np.delete(words, losses.argmax()):
            scores[word, role] = -np.inf
            best[word] = scores[word].argmax()
    return {int(w): roles[best[w]] for w in np.flatnonzero(best)}
