"""Reads the training and development corpora into one kind of sentence.

Each reader returns `Sentence`s; a layer that a corpus does not annotate is `None` and takes no part
in the loss. The corpora are listed in `MODEL_CARD.md` with their licences.
"""

import collections
import dataclasses
import gzip
import json
import os
import random
from typing import Optional

from gum_names import entity_mentions, name_spans

PREDICATE_CLASSES = ["O", "v", "n", "j", "l", "x", "c"]
"""None, verb, noun, adjective, light verb, auxiliary, copula."""

AUXILIARY_ROLESETS = {"be.03", "do.01", "have.01", "get.03"}
ENTITY_LABELS = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BI"]

ENTITY_TYPE = {
    "person": "PER", "politician": "PER",
    "organisation": "ORG", "politicalparty": "ORG",
    "location": "LOC", "country": "LOC",
    "misc": "MISC", "event": "MISC", "election": "MISC",
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "EVT": "MISC",
}


@dataclasses.dataclass
class Predicate:
    """One predicate: its 1-based word, class, lemma and `{argument head word: role}`."""

    token: int
    kind: str
    lemma: str
    arguments: dict


@dataclasses.dataclass
class Sentence:
    words: list
    source: str
    identifier: str = ""
    upos: Optional[list] = None
    xpos: Optional[list] = None
    feats: Optional[list] = None
    lemmas: Optional[list] = None
    rules: Optional[list] = None
    heads: Optional[list] = None
    relations: Optional[list] = None
    entities: Optional[list] = None
    predicates: Optional[list] = None
    exhaustive: bool = False
    """Whether every predicate of the sentence is annotated."""


def lemma_rule(form, lemma):
    """The edit that makes `lemma` of `form`: case of the lemma, letters to strip, suffix to add."""
    f, l = form.lower(), lemma.lower()
    if lemma == l:
        case = "L"
    elif lemma.isupper() and len(lemma) > 1:
        case = "U"
    else:
        case = "C" if lemma[:1].isupper() else "M"
    common = 0
    while common < len(f) and common < len(l) and f[common] == l[common]:
        common += 1
    if common == 0 and f and f != l:
        return f"{case}|=|{l}"
    return f"{case}|{len(f) - common}|{l[common:]}"


def apply_lemma_rule(form, rule):
    """The lemma that `rule` makes of `form`. `M` (mixed case) keeps the form's own letters."""
    case, strip, suffix = rule.split("|", 2)
    if strip == "=":
        stem = suffix
    else:
        source = form if case == "M" else form.lower()
        count = int(strip)
        stem = (source[: len(source) - count] if count else source) + suffix
    if case == "U":
        return stem.upper()
    return stem[:1].upper() + stem[1:] if case == "C" else stem


def read_conllu(path):
    """Yields `(document, sentence id, rows)`; multi-word and empty tokens are left out."""
    document = identifier = None
    rows = []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield document, identifier, rows
                rows = []
            elif line.startswith("#"):
                key, _, value = line[1:].partition("=")
                if key.strip() == "newdoc id":
                    document = value.strip()
                elif key.strip() == "sent_id":
                    identifier = value.strip()
            else:
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        yield document, identifier, rows


def treebank(data, name, part):
    """UD English EWT or GUM with every layer of the treebank; GUM also with names."""
    result, rows_of = [], []
    for _, identifier, rows in read_conllu(os.path.join(data, "treebank", f"{name}-{part}.conllu")):
        rows_of.append(rows)
        result.append(Sentence(
            words=[r[1] for r in rows], source=f"{name}-{part}", identifier=identifier,
            lemmas=[r[2] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
            feats=[r[5] for r in rows], heads=[int(r[6]) for r in rows],
            relations=[r[7] for r in rows], rules=[lemma_rule(r[1], r[2]) for r in rows]))
    if name == "gum":
        for sentence, rows, mentions in zip(result, rows_of, entity_mentions(rows_of)):
            labels = ["O"] * len(rows)
            for start, end, kind in name_spans(rows, mentions):
                if kind in ENTITY_TYPE:
                    labels[start] = "B-" + ENTITY_TYPE[kind]
                    labels[start + 1:end + 1] = ["I-" + ENTITY_TYPE[kind]] * (end - start)
            sentence.entities = labels
    return result


def nationality_adjectives(sentences):
    """Adjectives that are written with a capital inside sentences: “Russian”, “Catholic”."""
    capital, lower = collections.Counter(), collections.Counter()
    for s in sentences:
        for i, (word, tag) in enumerate(zip(s.words, s.xpos)):
            if tag in ("JJ", "JJS") and i > 0 and word[0].isupper() and not word.isupper():
                capital[word] += 1
            elif word.islower():
                lower[word.capitalize()] += 1
    return {w for w, n in capital.items() if n > 2 * lower[w] and len(w) > 3}


def label_nationalities(sentences, adjectives):
    """CoNLL-2003 counts nationalities as MISC; makes the names of GUM agree with that."""
    for s in sentences:
        for i, (word, tag) in enumerate(zip(s.words, s.xpos)):
            if s.entities[i] == "O" and tag in ("JJ", "JJS") and word in adjectives:
                s.entities[i] = "B-MISC"


def role_name(role):
    role = role.replace("-DSP", "")
    return "ARG0" if role == "ARGA" else role


def read_predicates(entries, relations):
    """Predicates of one PropBank line; an argument is its head word."""
    result, seen = [], set()
    for p in entries:
        token = p["token"]
        if token in seen:
            continue
        seen.add(token)
        kind = p["pos"]
        if kind == "v" and p["roleset"] in AUXILIARY_ROLESETS and not p["args"]:
            kind = "x"
        if kind == "v" and relations[token - 1] == "cop":
            kind = "c"
        arguments = {}
        for a in p["args"]:
            if a["head"] != token:
                arguments.setdefault(a["head"], role_name(a["role"]))
        result.append(Predicate(token, kind, p["lemma"], arguments))
    return result


def add_propbank(data, sentences, part):
    """Adds the predicates of PropBank to EWT sentences; unannotated sentences keep `None`."""
    entries = {}
    with open(os.path.join(data, "propbank", f"ewt-{part}.jsonl"), encoding="utf8") as lines:
        for line in lines:
            item = json.loads(line)
            entries[item["sent_id"]] = item["predicates"]
    for s in sentences:
        if s.identifier in entries:
            s.predicates = read_predicates(entries[s.identifier], s.relations)
            s.exhaustive = True


def propbank_only(path, source, keep=lambda predicate: True):
    """MASC and the frames' examples: argument labels, not every predicate annotated."""
    opener = gzip.open if path.endswith(".gz") else open
    result = []
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            item = json.loads(line)
            tokens = item["tokens"]
            entries = [p for p in item["predicates"] if keep(p)]
            if entries and len(tokens) <= 200:
                result.append(Sentence(
                    words=[t[0] for t in tokens], source=source, identifier=item["sent_id"],
                    predicates=read_predicates(entries, [t[4] for t in tokens])))
    return result


def entity_corpus(path, source):
    """CoNLL-2003, CrossNER (tab, BIO) and WikiGold (space, IO): one word and label a line."""
    result, words, labels = [], [], []

    def finish():
        if words:
            result.append(Sentence(words=list(words), source=source, entities=list(labels)))
        words.clear()
        labels.clear()

    previous = "O"
    with open(path, encoding="utf8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) < 2 or fields[0] == "-DOCSTART-":
                finish()
                previous = "O"
                continue
            prefix, _, kind = fields[-1].partition("-")
            kind = ENTITY_TYPE[kind] if kind else ""
            label = f"{prefix}-{kind}" if kind else "O"
            if prefix == "I" and previous[2:] != kind:
                label = "B-" + kind
            words.append(fields[0])
            labels.append(label)
            previous = label
    finish()
    return result


def news(path):
    """Unlabelled sentences of a CoNLL-U file, those of 4 to 60 words."""
    return [Sentence(words=[r[1] for r in rows], source="news")
            for _, _, rows in read_conllu(path) if 4 <= len(rows) <= 60]


def training_pool(data, without=(), seed=1):
    """`[(sentence, passes)]` of all corpora: how often each is seen in a run of seven epochs.

    `without` names corpora (`conll`) and genres of GUM (`whow`) to leave out, for their licences.
    """
    rng = random.Random(seed)
    ewt, gum = treebank(data, "ewt", "train"), treebank(data, "gum", "train")
    add_propbank(data, ewt, "train")
    label_nationalities(gum, nationality_adjectives(ewt + gum))
    propbank, ner = os.path.join(data, "propbank"), os.path.join(data, "ner")
    masc = []
    for genre in ("news", "written", "spoken"):
        part = propbank_only(os.path.join(propbank, f"masc-{genre}.jsonl"), "masc")
        masc += part[::3] if genre == "spoken" else part
    examples = propbank_only(
        os.path.join(propbank, "frame-examples.jsonl.gz"), "frame-examples",
        keep=lambda p: p["pos"] != "v" or rng.random() < 1 / 3)
    sets = [
        (ewt, 7), (gum, 7), (masc, 2), (examples, 2),
        (entity_corpus(os.path.join(ner, "conll2003-train.txt"), "conll"), 2.5),
        (entity_corpus(os.path.join(ner, "wikigold.txt"), "wikigold"), 2),
        (entity_corpus(os.path.join(ner, "politics-train.txt"), "politics"), 4),
    ]
    return [(s, passes) for sentences, passes in sets for s in kept(sentences, without)]


def kept(sentences, without):
    """The sentences that are of none of the corpora and genres of GUM in `without`."""
    left_out = set(without)
    return [s for s in sentences
            if left_out.isdisjoint((s.source, s.identifier.removeprefix("GUM_").split("_")[0]))]


def development_parts(data):
    """Name → sentences of the parts the figures are measured on."""
    adjectives = nationality_adjectives(
        treebank(data, "ewt", "train") + treebank(data, "gum", "train"))
    ewt, gum = treebank(data, "ewt", "dev"), treebank(data, "gum", "dev")
    add_propbank(data, ewt, "dev")
    label_nationalities(gum, adjectives)
    ner = os.path.join(data, "ner")
    return {
        "ewt": ewt, "gum": gum,
        "conll": entity_corpus(os.path.join(ner, "conll2003-dev.txt"), "conll-dev"),
        "politics": entity_corpus(os.path.join(ner, "politics-dev.txt"), "politics-dev"),
    }
