#!/usr/bin/env python3
"""Learn where a headline ends and its teaser begins when both run together on one line without a stop between them.

    sentence_junctions.py DATA [--output ../Sources/TextAnalysis/Segmentation/JunctionWeights.swift]

DATA is the folder with treebank/*.conllu and ner/conll2003-*.txt. From neighbouring sentences of the train parts the final stop of the first is
taken away; a log-linear model over hashed features chooses, among the tokens that begin with a capital, the one that begins the second sentence. Weights are rounded to 8 bits and written as a Swift string. Prints the share of right choices on the dev parts.
Needs numpy. The features must stay those of JunctionModel.swift: its test holds both to the same values.
"""
import argparse, base64, glob, os, random
import numpy as np

BITS = 13
# Behind one of these and a verb stands an object: "will lead Kyiv's delegation".
MODALS = {"will", "would", "can", "could", "may", "might", "must", "should", "to"}


def conllu(path):
    """The surface tokens of each sentence; None between documents."""
    rows = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            yield None
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            yield surface(rows)
            rows = []


def surface(rows):
    tokens, covered = [], 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            covered = int(row[0].split("-")[1])
            tokens.append(row[1])
        elif int(row[0]) > covered:
            tokens.append(row[1])
    return tokens


def columns(path):
    tokens = []
    for line in [*open(path, encoding="utf-8"), ""]:
        if line.strip():
            tokens.append(line.split("\t")[0])
        elif tokens:
            yield glued(tokens)
            tokens = []


def glued(tokens):
    """Clitics back at their words."""
    result = []
    for token in tokens:
        if result and token.lower() in ("'s", "n't", "'re", "'ve", "'ll", "'d", "'m"):
            result[-1] += token
        else:
            result.append(token)
    return result


def is_word(token):
    return any(c.isalnum() for c in token)


def shape(token):
    """l lower, u capital, a all capitals, n number, p other; _ for nothing."""
    if not token:
        return "_"
    if token[0].isdigit():
        return "n"
    if not token[0].isalpha():
        return "p"
    if token[0].islower():
        return "l"
    return "a" if len(token) > 1 and token.isupper() else "u"


def lower(token):
    return "".join(c.lower() if "A" <= c <= "Z" else c for c in token).replace("’", "'")


def suffix(token):
    return lower(token).encode()[-3:]


def bucket(template, *parts):
    value = 2166136261
    for byte in bytes([template]) + b"\x1f".join(p if isinstance(p, bytes) else p.encode() for p in parts):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return ((value ^ (value >> 15)) & ((1 << BITS) - 1))


def features(tokens, i, lowered):
    at = lambda k: tokens[k] if 0 <= k < len(tokens) else ""
    p2, p1, n0, n1, n2 = (at(i + d) for d in (-2, -1, 0, 1, 2))
    shapes = shape(p1) + shape(n0) + shape(n1)
    again = "y" if lower(n0) in lowered and shape(n0) == "u" else "n"
    return [
        bucket(1, lower(p1)), bucket(2, lower(n0)), bucket(3, lower(n1)), bucket(4, suffix(p1)), bucket(5, suffix(n0), shape(p1)),
        bucket(6, suffix(n1)), bucket(7, shapes), bucket(8, shape(p2) + shapes + shape(n2)), bucket(9, suffix(p1), shapes),
        bucket(10, suffix(n0), shapes), bucket(17, suffix(p1), suffix(n1), shapes), bucket(11, suffix(n1), shapes), bucket(12, again, shapes), bucket(13, lower(p1), shape(n0)),
        bucket(14, lower(p2), shape(p1)), bucket(15, suffix(p1), suffix(n0)), bucket(16, suffix(n2), shape(n1)),
    ]


def candidates(tokens):
    lowered = {t for t in tokens if shape(t) == "l"}
    places = [
        i for i in range(3, len(tokens) - 3)
        if shape(tokens[i]) in "ua" and is_word(tokens[i - 1])
        and not (lower(tokens[i - 2]) in MODALS and shape(tokens[i - 1]) == "l")]
    return places, [features(tokens, i, lowered) for i in places]


def examples(sentences):
    """(features of each candidate, index of the right one)."""
    previous = None
    for tokens in sentences:
        usable = tokens and 5 <= len(tokens) <= 45 and shape(tokens[0]) in "ua" and not all(shape(t) in "anp" for t in tokens)
        if usable and previous:
            places, found = candidates(previous + tokens)
            if len(previous) in places and len(places) > 1:
                yield found, places.index(len(previous))
        previous = tokens[:-1] if usable and tokens[-1] in (".", "!", "?") and is_word(tokens[-2]) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--output", default=os.path.join(here, "../Sources/TextAnalysis/Segmentation/JunctionWeights.swift"))
    parser.add_argument("--epochs", type=int, default=3)
    arguments = parser.parse_args()
    rng = random.Random(1)
    read = lambda part: [list(examples(conllu(p))) for p in sorted(glob.glob(f"{arguments.data}/treebank/*-{part}.conllu"))] + [
        list(examples(columns(p))) for p in sorted(glob.glob(f"{arguments.data}/ner/conll2003-{part}.txt"))]
    train, dev = sum(read("train"), []), read("dev")
    print(len(train), "training examples")
    weights, squares = np.zeros(1 << BITS), np.full(1 << BITS, 1e-6)
    packed = [([np.array(f) for f in found], right) for found, right in train]
    for epoch in range(arguments.epochs):
        rng.shuffle(packed)
        for found, right in packed:
            scores = np.array([weights[f].sum() for f in found])
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            odds[right] -= 1
            for f, error in zip(found, odds):
                if abs(error) > 1e-3:
                    squares[f] += error * error
                    weights[f] -= 0.2 * error / np.sqrt(squares[f])
        weights *= 0.995
        print(epoch + 1, *(f"{accuracy(weights, d):.2f}" for d in dev), flush=True)
    rounded = np.clip(np.round(weights * (127 / np.percentile(abs(weights), 99.9))), -127, 127).astype(np.int8)
    print("8 bits", *(f"{accuracy(rounded.astype(float), d):.2f}" for d in dev))
    write(rounded, arguments.output)


def accuracy(weights, data):
    return 100 * sum(int(np.argmax([weights[f].sum() for f in found])) == right for found, right in data) / max(1, len(data))


def write(weights, path):
    text = base64.b64encode(weights.tobytes()).decode()
    lines = "\n".join("        " + text[i : i + 120] + "\\" for i in range(0, len(text), 120))
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "/// Written by Training/sentence_junctions.py: 8-bit weights in base64, one a bucket.\n"
            f'enum JunctionWeights {{\n    static let base64 = """\n{lines}\n\n        """\n}}\n')


if __name__ == "__main__":
    main()
