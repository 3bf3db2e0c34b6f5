"""P(role | path in the tree, voice, preposition, lemma), from counts (`learn_priors.py`).

It is added to the argument head's scores at decoding; README.md describes the file.
"""

import collections
import math
import re
import string

import numpy as np

LONGEST_PATH = 4
FAR = "*"
"""Stands for all paths together: the start of every chain, and all there is for a longer path."""
NO_PREPOSITION = "-"
ANY = ""
KINDS = ("v", "n", "j", "l")
"""Classes with a prior; copulas did better without."""
ROLE_LETTERS = string.ascii_lowercase + string.ascii_uppercase


class Tree:
    """What the prior reads off a sentence's tree; words count from 1."""

    def __init__(self, words, xpos, lemmas, heads, relations):
        self.xpos, self.lemmas, self.heads, self.relations = xpos, lemmas, heads, relations
        self.children = collections.defaultdict(list)
        for word, head in enumerate(heads, 1):
            self.children[head].append(word)
        self.prepositions = [NO_PREPOSITION] * (len(words) + 1)
        for word in range(1, len(words) + 1):
            for child in self.children[word]:
                if relations[child - 1] == "case":
                    self.prepositions[word] = words[child - 1].lower()
                    break

    def passive(self, token):
        """Whether a verb is passive: by its children, or a participle that modifies a noun."""
        found = {self.relations[c - 1] for c in self.children[token]}
        if found & {"aux:pass", "nsubj:pass", "obl:agent"}:
            return True
        return (self.xpos[token - 1] == "VBN" and "aux" not in found
                and self.relations[token - 1] in ("acl", "amod", "advcl"))

    def paths(self, token):
        """`{word: path}` of the words at most four arcs away: `^xcomp>nsubj` goes up an xcomp arc
        from the predicate, then down an nsubj arc."""
        found, top, up = {}, token, []
        coming_from = None
        while True:
            self._descend(top, up, coming_from, found)
            if top == 0 or len(up) == LONGEST_PATH or self.heads[top - 1] == 0:
                break
            up = up + ["^" + self.relations[top - 1]]
            coming_from, top = top, self.heads[top - 1]
        del found[token]
        return found

    def _descend(self, word, steps, excluded, found):
        found[word] = ">".join(steps)
        if len(steps) < LONGEST_PATH:
            for child in self.children[word]:
                if child != excluded:
                    self._descend(child, steps + [self.relations[child - 1]], None, found)

    def contexts(self, token, kind):
        """For each word but the predicate: `(word, chain)`, the chain from general to special."""
        voice = "p" if self.passive(token) else "a"
        lemma = self.lemmas[token - 1].lower()
        paths = self.paths(token)
        for word in range(1, len(self.heads) + 1):
            if word != token:
                if word in paths:
                    yield word, chain_of(paths[word], kind, voice, self.prepositions[word], lemma)
                else:
                    yield word, chain_of(FAR, kind, ANY, ANY, ANY)


def chain_of(path, kind, voice, preposition, lemma):
    """The contexts of a word from the most general to the most special."""
    chain = [(FAR, kind, ANY, ANY, ANY), (path, kind, ANY, ANY, ANY),
             (path, kind, voice, ANY, ANY), (path, kind, voice, preposition, ANY),
             (path, kind, voice, preposition, lemma)]
    length = 1 + (path != FAR) + (voice != ANY) + (preposition != ANY) + (lemma != ANY)
    return chain[:length]


class PathPrior:
    """Counts of roles by context. A context's distribution is its counts plus `alpha` times the
    distribution of the next more general context that is in the table, divided by the sum."""

    def __init__(self, counts, alpha, weight):
        self.counts, self.alpha, self.weight = counts, alpha, weight
        self._cache = {}

    @classmethod
    def learn(cls, sentences, roles, alpha, weight):
        number = {r: i for i, r in enumerate(roles)}
        counts = collections.defaultdict(collections.Counter)
        for s in sentences:
            tree = Tree(s.words, s.xpos, s.lemmas, s.heads, s.relations)
            for p in s.predicates:
                if p.kind in KINDS:
                    for word, chain in tree.contexts(p.token, p.kind):
                        role = number.get(p.arguments.get(word, "-"), 0)
                        for context in chain:
                            counts[context][role] += 1
        return cls(dict(counts), alpha, weight)

    def distribution(self, chain, size):
        chain = tuple(c for c in chain if c in self.counts)
        if chain not in self._cache:
            if not chain:
                value = np.full(size, 1 / size)
            else:
                value = self.alpha * self.distribution(chain[:-1], size)
                for role, n in self.counts[chain[-1]].items():
                    value[role] += n
                value /= value.sum()
            self._cache[chain] = value
        return self._cache[chain]

    def scores(self, words, analysis, token, kind, roles):
        """What is added to the log-probabilities `[word, role]` of a predicate's arguments."""
        if "tree" not in analysis:
            analysis["tree"] = Tree(words, analysis["xpos"], analysis["lemmas"],
                                    analysis["heads"], analysis["relations"])
        result = np.zeros((len(words) + 1, len(roles)), np.float32)
        if kind not in KINDS:
            return result
        for word, chain in analysis["tree"].contexts(token, kind):
            result[word] = self.weight * np.log(self.distribution(chain, len(roles)))
        return result

    def pruned(self, least_count, least_gain, size):
        """Without contexts that are rare or say little more (in nats) than the more general one."""
        kept = {}
        smaller = PathPrior(kept, self.alpha, self.weight)
        for context in sorted(self.counts, key=lambda c: (len(chain_of(*c)), c)):
            counter = self.counts[context]
            chain = chain_of(*context)
            total = sum(counter.values())
            if total < least_count:
                continue
            general = smaller.distribution(chain[:-1], size)
            gain = sum(n * (math.log((n + self.alpha * general[r]) / (total + self.alpha))
                            - math.log(general[r])) for r, n in counter.items())
            if gain >= least_gain:
                kept[context] = counter
        return smaller

    def text(self):
        """The prior as the model file holds it; see README.md."""
        lines = [f"alpha\t{self.alpha:g}", f"weight\t{self.weight:g}"]
        groups = collections.defaultdict(lambda: ["", []])
        for context in sorted(self.counts):
            *group, lemma = context
            written = write_counts(self.counts[context])
            if lemma == ANY:
                groups[tuple(group)][0] = written
            else:
                groups[tuple(group)][1].append(f"{lemma} {written}")
        last = None
        for (path, *group), (written, lemmas) in sorted(groups.items()):
            if path != last:
                lines.append(f"path\t{path}")
                last = path
            lines.append("\t".join([*group, written, *lemmas]))
        return "\n".join(lines) + "\n"

    @classmethod
    def parse(cls, text):
        settings, counts, path = {}, {}, None
        for line in text.splitlines():
            fields = line.split("\t")
            if fields[0] == "path":
                path = fields[1]
            elif len(fields) == 2:
                settings[fields[0]] = float(fields[1])
            else:
                group = (path, *fields[:3])
                if fields[3]:
                    counts[(*group, ANY)] = read_counts(fields[3])
                for entry in fields[4:]:
                    lemma, _, written = entry.rpartition(" ")
                    counts[(*group, lemma)] = read_counts(written)
        return cls(counts, settings["alpha"], settings["weight"])


def write_counts(counts):
    """Roles as letters, each followed by its count unless that is 1: `a12bE3`."""
    return "".join(ROLE_LETTERS[r] + (str(n) if n > 1 else "") for r, n in sorted(counts.items()))


def read_counts(text):
    return collections.Counter({ROLE_LETTERS.index(r): int(n or 1)
                                for r, n in re.findall(r"([A-Za-z])(\d*)", text)})
