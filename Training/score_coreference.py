#!/usr/bin/env python3
"""Scores coreference against the entities of GUM.

    score_coreference.py input GUM.conllu > INPUT.conllu      names as MISC Entity=B-PER, from GUM's entities
    newsgraph mentions --parsed INPUT.conllu > MENTIONS.jsonl
    score_coreference.py score GUM.conllu MENTIONS.jsonl

Trees and names are GUM's own, so the figures are of coreference alone. Mentions are known by their head words.

Figures, micro-averaged:
  pronouns   third person: is the antecedent cluster right (accuracy over gold anaphoric pronouns; precision over those resolved)
  links      all pairs of mentions of one cluster where one is named and the other a name or a third-person pronoun: P, R, F1
  muc, b3    over mentions that both sides have
"""
import argparse, collections, itertools, json, re, sys

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
PRONOUNS = set("he him his himself she her hers herself it its itself they them their theirs themselves".split())
LINKED = {"person", "organization", "place"}


def documents(path):
    """(name, sentences); a sentence is a list of CoNLL-U rows of syntactic words."""
    name, sentences, rows = None, [], []
    for line in itertools.chain(open(path, encoding="utf-8"), ["\n", "# newdoc id = \n"]):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = line.split("=")[-1].strip(), []
        elif not line and rows:
            sentences.append(rows)
            rows = []
        elif line and line[0].isdigit() and "-" not in line.split("\t")[0] and "." not in line.split("\t")[0]:
            rows.append(line.split("\t"))


def head_of(rows, start, end):
    """The word of the span that depends on a word outside it."""
    for i in range(start, end):
        head = int(rows[i][6]) - 1
        if not start <= head < end:
            return i
    return start


def entities(sentences):
    """(sentence, start, end, head, entity id, type, link) of every mention."""
    found, open_spans = [], collections.defaultdict(list)
    for s, rows in enumerate(sentences):
        for t, row in enumerate(rows):
            misc = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
            for opening, body, closing in re.findall(r"(\()?([^()]+)(\))?", misc.get("Entity", "")):
                fields = body.split("-")
                if opening:
                    open_spans[fields[0]].append((s, t, fields))
                if closing and open_spans[fields[0]]:
                    start_sentence, start, fields = open_spans[fields[0]].pop()
                    if start_sentence == s:
                        link = next((f for f in fields if f in ("ana", "coref", "appos", "pred", "cata", "disc", "sgl", "isgl")), "")
                        found.append((s, start, t + 1, head_of(rows, start, t + 1), fields[0], fields[1], link))
    return found


def write_input(path):
    for name, sentences in documents(path):
        print(f"# newdoc id = {name}")
        labels = [["O"] * len(rows) for rows in sentences]
        for s, start, end, head, _, kind, _ in sorted(entities(sentences), key=lambda e: e[1] - e[2]):
            rows = sentences[s]
            if rows[head][3] != "PROPN" or any(label != "O" for label in labels[s][start:end]):
                continue
            def inside(i):
                return rows[i][3] in ("PROPN", "NUM", "ADP", "CCONJ", "SYM") or rows[i][3] in ("ADJ", "NOUN") and rows[i][1][0].isupper()
            first, last = head, head
            while first > start and inside(first - 1) and not (kind == "person" and rows[first - 1][7] in ("nmod:desc",)):
                first -= 1
            while last + 1 < end and inside(last + 1):
                last += 1
            while rows[first][3] in ("ADP", "CCONJ"):
                first += 1
            while rows[last][3] in ("ADP", "CCONJ"):
                last -= 1
            for i in range(first, last + 1):
                labels[s][i] = ("B-" if i == first else "I-") + KINDS.get(kind, "MISC")
        for rows, marks in zip(sentences, labels):
            for row, mark in zip(rows, marks):
                keep = "SpaceAfter=No" if "SpaceAfter=No" in row[9] else ""
                misc = "|".join(part for part in (f"Entity={mark}" if mark != "O" else "", keep) if part) or "_"
                print("\t".join([*row[:8], "_", misc]))
            print()


def f1(right, found, gold):
    p, r = 100 * right / max(found, 1), 100 * right / max(gold, 1)
    return f"P {p:5.1f}  R {r:5.1f}  F1 {2 * p * r / max(p + r, 1e-9):5.1f}"


def score(path, mentions, genres, errors):
    system = {row["document"]: row for row in map(json.loads, open(mentions, encoding="utf-8"))}
    pronoun, links, muc, b3 = [0, 0, 0], [0, 0, 0], [0, 0, 0, 0], [0.0, 0, 0.0, 0]
    for name, sentences in documents(path):
        if genres and not re.search(genres, name):
            continue
        gold, kind = {}, {}
        for s, start, end, head, entity, entity_kind, link in sorted(entities(sentences), key=lambda e: e[1] - e[2]):
            gold.setdefault((s, head), entity)
            kind[entity] = entity_kind
        own = {(m["sentence"], m["head"]): m["actor"] for m in system[name]["mentions"]}
        def form(key):
            row = sentences[key[0]][key[1]]
            word = row[1].lower()
            return "pronoun" if word in PRONOUNS else "other" if row[3] == "PRON" else "name" if row[3] == "PROPN" else "noun"
        by_gold = collections.defaultdict(list)
        for key, entity in sorted(gold.items()):
            if form(key) != "other":
                by_gold[entity].append(key)
        # pronouns: some noun or name of the gold cluster must share the system's cluster
        content_of = collections.defaultdict(collections.Counter)
        for key, actor in own.items():
            if form(key) in ("name", "noun") and key in gold:
                content_of[actor][gold[key]] += 1
        for key in sorted(gold):
            if form(key) != "pronoun" or not any(form(k) in ("name", "noun") for k in by_gold[gold[key]]):
                continue
            pronoun[2] += 1
            if key in own and content_of[own[key]]:
                pronoun[1] += 1
                right = content_of[own[key]].most_common(1)[0][0] == gold[key]
                pronoun[0] += right
                if errors and not right:
                    row = sentences[key[0]]
                    print(name, key, row[key[1]][1], "gold", [sentences[a][b][1] for a, b in by_gold[gold[key]]][:3], "got",
                          [sentences[a][b][1] for (a, b), c in own.items() if c == own[key] and (a, b) != key][:3], "|", " ".join(r[1] for r in row)[:150])
        # links between mentions of which one is named, the other a name or pronoun
        def pairs(clusters, allowed):
            found = set()
            for keys in clusters:
                keys = [k for k in sorted(keys) if allowed(k)]
                found |= {(a, b) for a, b in itertools.combinations(keys, 2) if "name" in (form(a), form(b))}
            return found
        allowed = lambda k: form(k) in ("name", "pronoun") and kind.get(gold.get(k)) in LINKED
        gold_pairs = pairs(by_gold.values(), allowed)
        by_own = collections.defaultdict(list)
        for key, actor in own.items():
            by_own[actor].append(key)
        own_pairs = pairs(by_own.values(), allowed)
        links[0] += len(gold_pairs & own_pairs); links[1] += len(own_pairs); links[2] += len(gold_pairs)
        # MUC and B3 over shared mentions of people, organizations, places
        shared = [k for k in gold if k in own and form(k) != "other" and kind[gold[k]] in LINKED]
        def groups(of):
            out = collections.defaultdict(set)
            for k in shared:
                out[of[k]].add(k)
            return out
        g, o = groups(gold), groups(own)
        for a, b, other, at in ((g, o, own, 0), (o, g, gold, 2)):
            for keys in a.values():
                muc[at] += len(keys) - len({other[k] for k in keys}); muc[at + 1] += len(keys) - 1
                for k in keys:
                    b3[at] += len(keys & b[other[k]]) / len(keys); b3[at + 1] += 1
    print(f"pronouns  accuracy {100 * pronoun[0] / max(pronoun[2], 1):5.1f}  precision {100 * pronoun[0] / max(pronoun[1], 1):5.1f}  ({pronoun[2]} anaphoric, third person)")
    print(f"links     {f1(*links)}  ({links[2]} gold, {links[1]} found)")
    for label, c in (("muc", muc), ("b3", b3)):
        r, p = 100 * c[0] / max(c[1], 1), 100 * c[2] / max(c[3], 1)
        print(f"{label:9s} P {p:5.1f}  R {r:5.1f}  F1 {2 * p * r / max(p + r, 1e-9):5.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["input", "score"]); parser.add_argument("gold"); parser.add_argument("mentions", nargs="?")
    parser.add_argument("--genres", default="", help="pattern of document names, such as news|bio"); parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if args.command == "input":
        write_input(args.gold)
    else:
        score(args.gold, args.mentions, args.genres, args.errors)


if __name__ == "__main__":
    main()
