"""Reads WordNet 3.0's noun and adjective files (Debian package wordnet-base) as plain records."""
import collections, os

FOLDER = "/usr/share/wordnet"


class Synset:
    def __init__(self, offset, words, pointers, gloss):
        self.offset, self.words, self.pointers, self.gloss = offset, words, pointers, gloss

    def related(self, *symbols, pos="n"):
        return [target for symbol, target, part, _ in self.pointers if symbol in symbols and part == pos]


def read(part):
    """Synsets of one part of speech ("noun", "adj") by their offset."""
    synsets = {}
    with open(os.path.join(FOLDER, f"data.{part}"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("  "):
                continue
            record, _, gloss = line.partition(" | ")
            fields = record.split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(count)]
            start = 4 + 2 * count
            pointers = [tuple(fields[start + 1 + 4 * i:start + 5 + 4 * i]) for i in range(int(fields[start]))]
            synsets[fields[0]] = Synset(fields[0], words, pointers, gloss.strip())
    return synsets


def senses():
    """Lower-case noun lemma -> its synset offsets, most frequent first."""
    found = {}
    with open(os.path.join(FOLDER, "index.noun"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("  "):
                continue
            fields = line.split()
            found[fields[0].replace("_", " ")] = fields[-int(fields[2]):]
    return found


def counts():
    """(lemma, sense number) -> how often that noun sense was tagged in SemCor."""
    found = collections.Counter()
    with open(os.path.join(FOLDER, "cntlist.rev"), encoding="utf-8") as lines:
        for line in lines:
            key, number, count = line.split()
            lemma, _, rest = key.partition("%")
            if rest.startswith("1:"):
                found[lemma.replace("_", " "), int(number)] = int(count)
    return found


def closure(synsets, offset):
    """The synset and everything above it, nearest first."""
    seen, queue = [], [offset]
    while queue:
        current = queue.pop(0)
        if current in seen:
            continue
        seen.append(current)
        queue += synsets[current].related("@", "@i")
    return seen
