"""Trains all tasks jointly. See README.md; `--world 2` uses two processes of one thread each."""

import argparse
import collections
import datetime
import os
import random
import sys
import time

import torch
import torch.distributed
import torch.multiprocessing

from batching import (LONGEST, MISSING, Labels, batches, change_case, collate, hide_words,
                      spread)
from corpora import ENTITY_LABELS, PREDICATE_CLASSES, development_parts, news, training_pool
from evaluate import evaluate, load
from model_file import FORMAT
from network import SIZES, Network, simulate_integers
from pieces import Pieces

WEIGHT = dict(arc=1.0, deprel=1.0, upos=0.5, xpos=0.5, feats=0.5, lemmaRule=0.3, entity=1.0,
              predicate=1.0, role=0.7)
CASE_SHARE = 0.08
WARM_UP = 0.08
LEAST_SHARE = 0.4
"""A layer's loss is divided by at least this share of the batch's words, lest a few words weigh much."""


def label_sets(pool):
    """Label sets by falling frequency; rare labels (and roles under 15) are left out."""
    count = collections.defaultdict(collections.Counter)
    for s, _ in pool:
        if s.heads:
            for name, layer in Labels.WORD_LAYERS[:-1]:
                count[name].update(getattr(s, layer))
        if s.exhaustive:
            for p in s.predicates:
                count["role"].update(p.arguments.values())
    least = dict(upos=1, xpos=1, feats=2, lemmaRule=2, deprel=2, role=15)
    sets = {k: [x for x, n in count[k].most_common() if n >= least[k]] for k in least}
    sets["role"].insert(0, "-")
    return dict(sets, entity=ENTITY_LABELS, predicate=PREDICATE_CLASSES)


def cross_entropy(scores, gold, taught, is_taught):
    """Sum over the rows of `scores` and number of rows with a target.

    The target is the gold label, the teacher's distribution (log-probabilities `taught` where
    `is_taught`), or where there are both, half of each.
    """
    log = torch.log_softmax(scores, -1)
    known = gold != MISSING
    own = -log.gather(-1, gold.clamp_min(0)[..., None]).squeeze(-1)
    if taught is None:
        return (own * known).sum(), int(known.sum())
    given = -(taught.exp() * log).sum(-1)
    weight = known.float() / (1 + is_taught.float())
    return (own * weight + given * (1 - weight) * is_taught).sum(), int((known | is_taught).sum())


def losses(network, batch):
    output = network(batch)
    words = int(batch["present"].sum()) - len(batch["present"])
    least = LEAST_SHARE * words
    is_taught = batch.get("taught", torch.zeros_like(batch["present"]))
    found = {}

    def add(name, scores, gold, taught, is_taught):
        total, count = cross_entropy(scores, gold, taught, is_taught)
        if count:
            found[name] = total / max(count, least)

    for k in ("upos", "xpos", "feats", "lemmaRule", "entity", "predicate"):
        add(k, output[k], batch[k], batch.get("taught " + k), is_taught)
    chosen = (batch["head"] != MISSING) | is_taught
    if chosen.any():
        taught = {k: batch["taught " + k][chosen] if "taught " + k in batch else None
                  for k in ("arc", "deprel")}
        add("arc", output["arc"][chosen], batch["head"][chosen], taught["arc"], is_taught[chosen])
        sentence, dependent = chosen.nonzero(as_tuple=True)
        head = batch["governor"][chosen]
        scores = network.labels_of(output["label_head"][sentence, head],
                                   output["label_dependent"][sentence, dependent])
        add("deprel", scores, batch["deprel"][chosen], taught["deprel"], is_taught[chosen])
    if len(batch["token"]):
        scores = network.roles_of(output, batch["sentence"], batch["token"], batch["kind"])
        gold, taught = batch["role"], batch.get("taught role")
        role_taught = batch.get("role taught")
        total, _ = cross_entropy(scores, gold, taught, role_taught)
        positive = gold > 0
        if taught is not None:
            positive |= (gold == MISSING) & role_taught & (taught.argmax(-1) > 0)
        found["role"] = total / max(int(positive.sum()) + len(gold), 0.1 * words)
    return found


def parameter_groups(network, encoder_rate, head_rate):
    groups = dict(matrix=[], vector=[], head=[])
    for name, p in network.named_parameters():
        if not p.requires_grad:
            continue
        if name.split(".")[0] in ("layers", "norm", "position", "distance"):
            groups["vector" if p.dim() < 2 else "matrix"].append(p)
        else:
            groups["head"].append(p)
    return [dict(params=groups["matrix"], lr=encoder_rate, weight_decay=0.01),
            dict(params=groups["vector"], lr=encoder_rate, weight_decay=0.0),
            dict(params=groups["head"], lr=head_rate, weight_decay=0.01)]


def average_gradients(parameters, world, progress):
    """Averages gradients over the processes; returns the progress of the first process."""
    for p in parameters:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    own = progress if torch.distributed.get_rank() == 0 else 0.0
    flat = torch.cat([p.grad.reshape(-1) for p in parameters] + [torch.tensor([own])])
    torch.distributed.all_reduce(flat)
    progress = float(flat[-1])
    flat /= world
    start = 0
    for p in parameters:
        p.grad.copy_(flat[start:start + p.numel()].view_as(p))
        start += p.numel()
    return progress


class Average:
    """An exponential moving average of the weights."""

    def __init__(self, network, decay):
        self.decay = decay
        self.state = {k: v.clone() for k, v in network.weights().items()}

    @torch.no_grad()
    def update(self, network):
        for k, v in network.weights().items():
            self.state[k].lerp_(v, 1 - self.decay)


def save(path, state, sets, arguments):
    torch.save(dict(format=FORMAT, state=state, labels=sets, arguments=vars(arguments)), path + ".new")
    os.replace(path + ".new", path)


def run(rank, a):
    torch.set_num_threads(a.threads)
    if a.world > 1:
        torch.distributed.init_process_group(
            "gloo", init_method=f"tcp://127.0.0.1:{a.port}", rank=rank, world_size=a.world,
            timeout=datetime.timedelta(minutes=30))
    say = (lambda *x: print(*x, file=sys.stderr, flush=True)) if rank == 0 else (lambda *x: None)
    rng = random.Random(a.seed)
    pool = training_pool(a.data, a.without)
    more = {name: float(factor) for name, factor in (x.split("=") for x in a.more)}
    pool = [(s, passes * more.get(s.source, 1)) for s, passes in pool]
    start, known = load(a.start)[:2] if a.start else (None, None)
    sets = known.sets if known else label_sets(pool)
    taught = {}
    for path in a.taught:
        taught |= torch.load(path, weights_only=False)
    if a.news:
        pool += [(s, a.news_passes) for s in news(a.news)]
    if a.limit:
        pool = rng.sample(pool, a.limit)
    labels, pieces = Labels(sets), Pieces()
    epochs = spread(pool, a.epochs, a.seed)
    cache = {}

    def encoded(sentence):
        scores = taught.get(tuple(sentence.words))
        if rng.random() < CASE_SHARE:
            return labels.encode(sentence, pieces, change_case(sentence.words, rng), scores)
        key = id(sentence)
        if key not in cache:
            cache[key] = labels.encode(sentence, pieces, taught=scores)
        return cache[key]

    torch.manual_seed(a.seed)
    network = Network(sets, len(pieces.pieces), a.dropout, a.encoder)
    network.bfloat16 = a.bfloat16
    if start:
        network.load_weights(start.weights(), pieces.original)
    else:
        network.load_encoder(pieces.original)
    torch.manual_seed(100 * a.seed + rank)
    optimizer = torch.optim.AdamW(
        parameter_groups(network, a.rate, a.head_rate), betas=(0.9, 0.98), fused=True)
    parameters = [p for g in optimizer.param_groups for p in g["params"]]
    plan = []
    for sentences in epochs:
        kept = [e for e in map(encoded, sentences) if len(e["ids"]) <= LONGEST]
        lists = batches(kept, a.budget, rng)
        plan.append(lists[:len(lists) // a.world * a.world])
    steps = sum(len(lists) for lists in plan) // a.world
    warm = max(1, int(WARM_UP * min(steps, 3 * steps / a.epochs)))
    say(vars(a), "sets", {k: len(v) for k, v in sets.items()}, "steps", steps)
    if rank == 0:
        parts = {k: v[::a.development] for k, v in development_parts(a.data).items()}

    def report(name, state):
        save(os.path.join(a.out, name + ".pt"), state, sets, a)
        say(name, f"{time.time() - began:.0f}s", evaluate(network, parts, labels, pieces))
        network.train()

    step, progress, began = 0, 0.0, time.time()
    sums, seen, average = collections.Counter(), 0, None
    network.train()
    for epoch, lists in enumerate(plan, 1):
        for items in lists[rank::a.world]:
            simulating = progress >= 1 - a.integers
            simulate_integers(simulating, simulating)
            network.bfloat16 = a.bfloat16 and not simulating
            factor = (min(1.0, (step + 1) / warm)
                      * min(1.0, (1 - progress) / (1 - warm / steps)))
            for group, rate in zip(optimizer.param_groups, (a.rate, a.rate, a.head_rate)):
                group["lr"] = rate * factor
            if a.hidden:
                items = [hide_words(e, a.hidden, pieces.unknown, rng) if rng.random() < 0.5 else e
                         for e in items]
            found = losses(network, collate(items))
            optimizer.zero_grad(set_to_none=True)
            sum(WEIGHT[k] * v for k, v in found.items()).backward()
            step += 1
            progress = max(step / steps, (time.time() - began) / (60 * a.minutes))
            if a.world > 1:
                progress = average_gradients(parameters, a.world, progress)
            torch.nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            seen += sum(len(e["ids"]) for e in items)
            for k, v in found.items():
                sums[k] += v.item()
            if rank == 0 and progress >= 1 - a.averaged:
                if average is None:
                    average = Average(network, a.decay)
                average.update(network)
            if step % 50 == 0:
                elapsed = time.time() - began
                say(f"step {step}/{steps} {100 * progress:.1f}% {elapsed:.0f}s "
                    f"pieces/s {a.world * seen / elapsed:.0f}",
                    {k: round(v / 50, 3) for k, v in sums.items()})
                sums.clear()
            if progress >= 1:
                break
        if rank == 0:
            report(f"epoch-{epoch}", network.weights())
        if progress >= 1:
            break
    if average is not None:
        network.load_weights(average.state, pieces.original)
        report("average", average.state)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", required=True, help="directory of checkpoints")
    parser.add_argument("--start", default="", help="checkpoint or model file to go on from")
    parser.add_argument("--encoder", choices=SIZES, default="minilm")
    parser.add_argument("--bfloat16", action="store_true", help="encoder in bfloat16")
    parser.add_argument("--threads", type=int, default=1, help="threads of each process")
    parser.add_argument("--taught", nargs="*", default=[], help="a teacher's scores (`teach.py`)")
    parser.add_argument("--news", help="CoNLL-U of unlabelled sentences that a teacher scored")
    parser.add_argument("--news-passes", type=float, default=2, help="passes in seven epochs")
    parser.add_argument("--more", nargs="*", default=[], metavar="NAME=FACTOR",
                        help="corpora to show more or less often, such as: gum-train=1.4")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hidden", type=float, default=0.0,
                        help="share of words made unknown in every other sentence")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME",
                        help="corpora or genres of GUM to leave out, such as: conll whow fiction")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--budget", type=int, default=1024, help="word pieces a batch and process")
    parser.add_argument("--averaged", type=float, default=0.15, help="last share that is averaged")
    parser.add_argument("--decay", type=float, default=0.99)
    parser.add_argument("--minutes", type=float, default=1e9,
                        help="end by then: the rate falls with the time that has gone")
    parser.add_argument("--integers", type=float, default=0.12,
                        help="last share that simulates the integer arithmetic")
    parser.add_argument("--development", type=int, default=4, help="measure on every nth sentence")
    parser.add_argument("--limit", type=int, default=0, help="train on so many sentences (a trial)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--world", type=int, default=1)
    parser.add_argument("--port", type=int, default=29611)
    a = parser.parse_args()
    if a.news and not a.taught:
        parser.error("--news needs the scores of a teacher (--taught): those sentences have no labels")
    os.makedirs(a.out, exist_ok=True)
    if a.world == 1:
        run(0, a)
    else:
        torch.multiprocessing.spawn(run, (a,), nprocs=a.world)


if __name__ == "__main__":
    main()
