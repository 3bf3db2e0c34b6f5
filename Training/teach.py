"""Teachers' mean scores of sentences, for `train.py --taught`.

    python teach.py --data DIR --news news.conllu --out taught.pt teacher/average.pt student/average.pt

Scores every sentence of the training pool and of `--news` (made by `newsgraph parse`; only its words are
read). `--share I/N` does one of N parts, so that several processes share the work.
"""

import argparse
import math

import numpy as np
import torch

import decoding
from batching import HARD, LONGEST, SOFT, batches, collate
from corpora import news, training_pool
from evaluate import load

LEAST = -30.0


def half(x):
    return x.to(torch.float16).numpy()


def mean(outputs):
    """Logarithm of the mean of the distributions that scores stand for."""
    logs = torch.stack([torch.log_softmax(x, -1) for x in outputs])
    return (torch.logsumexp(logs, 0) - math.log(len(outputs))).clamp_min(LEAST)


@torch.no_grad()
def teach(networks, parsers, sentences, labels, pieces, say=print):
    """`{words: scores}`: log-probabilities in fp16 (words from 1) of the soft layers, of heads (place 0 is
    the root) and, under the gold or best heads, of relations; numbers of the hard layers; and of each
    predicate its place, class and roles `[word, role]`. `parsers` take part in heads and relations only."""
    items = []
    for s in sentences:
        item = labels.encode(s, pieces)
        item["key"], item["exhaustive"] = tuple(s.words), s.exhaustive
        if len(item["ids"]) <= LONGEST:
            items.append(item)
    result = {}
    for number, group in enumerate(batches(items, 4096)):
        batch = collate(group)
        outputs = [network(batch) for network in networks]
        scores = {k: mean([x[k] for x in outputs]) for k in (*SOFT, *HARD) if k in outputs[0]}
        parses = outputs + [parser(batch) for parser in parsers]
        arc = mean([x["arc"] for x in parses])
        kinds = scores["predicate"].argmax(-1).numpy()
        chosen = []
        for j, e in enumerate(group):
            n = e["count"]
            heads = torch.tensor(e["head"])
            if e["head"][0] < 0:
                heads = torch.from_numpy(decoding.tree(arc[j, :n + 1, :n + 1].numpy())[1:])
            relations = mean([network.labels_of(x["label_head"][j, heads], x["label_dependent"][j, 1:n + 1])
                              for network, x in zip(networks + parsers, parses)])
            result[e["key"]] = dict(
                {k: half(scores[k][j, 1:n + 1]) for k in SOFT if k in scores},
                **{k: scores[k][j, 1:n + 1].argmax(-1).numpy().astype(np.int16) for k in HARD},
                arc=half(arc[j, 1:n + 1, :n + 1]), head=heads.numpy().astype(np.int16),
                deprel=half(relations), roles=[])
            given = {t: kind for t, kind, _ in e["predicates"]}
            if not e["exhaustive"]:
                given = {t: int(kinds[j, t]) for t in range(1, n + 1)
                         if labels.sets["predicate"][kinds[j, t]] not in ("O", "x")} | given
            chosen += [(j, t, kind) for t, kind in given.items()]
        if chosen:
            columns = [torch.tensor(c) for c in zip(*chosen)]
            roles = mean([network.roles_of(x, *columns) for network, x in zip(networks, outputs)])
            for (j, t, kind), of_words in zip(chosen, roles):
                e = group[j]
                result[e["key"]]["roles"].append((t, kind, half(of_words[1:e["count"] + 1])))
        if number % 50 == 0:
            say(f"{len(result)} of {len(items)} sentences", flush=True)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teachers", nargs="+", help="checkpoints with the same label sets")
    parser.add_argument("--parsers", nargs="*", default=[], metavar="TEACHER",
                        help="checkpoints that teach heads and relations only")
    parser.add_argument("--out", required=True, help="file of scores to write")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--news", help="CoNLL-U of unlabelled sentences")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME", help="corpora to leave out")
    parser.add_argument("--share", default="0/1")
    a = parser.parse_args()
    torch.set_num_threads(1)
    loaded = [load(path) for path in a.teachers + a.parsers]
    networks, labels, pieces = [x[0].eval() for x in loaded], loaded[0][1], loaded[0][2]
    for network in networks:
        network.bfloat16 = True
    count = len(a.teachers)
    if any(x[1].sets != labels.sets for x in loaded):
        parser.error("the checkpoints have different label sets")
    share, shares = map(int, a.share.split("/"))
    # Of equal sentences, one with predicates before one with heads before one without either.
    pool = [s for s, _ in training_pool(a.data, a.without)] + (news(a.news) if a.news else [])
    pool.sort(key=lambda s: (not s.exhaustive, not s.heads))
    sentences = list({tuple(s.words): s for s in reversed(pool)}.values())
    torch.save(teach(networks[:count], networks[count:], sentences[share::shares], labels, pieces), a.out)


if __name__ == "__main__":
    main()
