"""Names in GUM: its `Entity=` column marks every mention; here those that are names are cut out."""

import collections

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVT", "time": "TIME"}
PROPER = {"NNP", "NNPS"}
LINKS = ("-", "&", "–", "/")
PREPOSITIONS = ("of", "for", "de", "du", "la")
AFTER_PREPOSITION = {"of", "for", "de", "du", "la", "les", "in", "on", "at", "to", "the"}


def entity_mentions(sentences):
    """For each sentence (rows of CoNLL-U) its mentions `(start, end, type, identity)`, 0-based."""
    result = [[] for _ in sentences]
    for mentions, rows in zip(result, sentences):
        open_mentions = collections.defaultdict(list)
        for token, row in enumerate(rows):
            marks = [x for x in row[9].split("|") if x.startswith("Entity=")]
            if not marks:
                continue
            text, i = marks[0][7:], 0
            while i < len(text):
                if text[i] == "(":
                    j = i + 1
                    while j < len(text) and text[j] not in "()":
                        j += 1
                    fields = text[i + 1:j].split("-")
                    kind = fields[1] if len(fields) > 1 else ""
                    identity = "-".join(fields[7:])
                    if j < len(text) and text[j] == ")":
                        mentions.append((token, token, kind, identity))
                        j += 1
                    else:
                        open_mentions[fields[0]].append((token, kind, identity))
                    i = j
                else:
                    j = text.index(")", i)
                    group = text[i:j]
                    if open_mentions[group]:
                        start, kind, identity = open_mentions[group].pop()
                        mentions.append((start, token, kind, identity))
                    i = j + 1
    return result


def name_spans(rows, mentions):
    """The names among `mentions` as sorted `(start, end, type)` that do not overlap.

    A name is the run of proper nouns around a mention's head, with “of …”, numbers and hyphens
    inside it; a name inside a name is left out.
    """
    word = [r[1] for r in rows]
    upos = [r[3] for r in rows]
    xpos = [r[4] for r in rows]
    head = [int(r[6]) - 1 for r in rows]

    def proper(i):
        return xpos[i] in PROPER or upos[i] == "PROPN"

    def below(i, ancestor):
        for _ in range(200):
            if i == ancestor:
                return True
            if i < 0:
                return False
            i = head[i]
        return False

    def mention_head(start, end):
        return next((i for i in range(start, end + 1) if head[i] < start or head[i] > end), end)

    named = [(s, e, k) for s, e, k, _ in mentions if proper(mention_head(s, e))]
    found = []
    for start, end, kind, identity in mentions:
        h = mention_head(start, end)
        if kind == "time":
            continue
        if not proper(h) and not (identity and word[h][:1].isupper() and h > 0 and upos[h] != "PRON"
                                  and xpos[h] in ("NN", "NNS", "JJ", "CD")):
            continue

        def nested(i):
            return [m for m in named if m[0] <= i <= m[1] and not m[0] <= h <= m[1]]

        person = kind == "person"
        left = right = h
        while left - 1 >= start:
            i = left - 1
            capital_modifier = (xpos[i] in ("JJ", "VBN", "VBG", "NN") and word[i][:1].isupper()
                                and i > 0 and not person)
            if proper(i) or capital_modifier:
                if person and nested(i):
                    break
                left = i
            elif word[i] in LINKS and i - 1 >= start and proper(i - 1):
                left = i - 1
            elif (xpos[i] == "POS" and i - 1 >= start and proper(i - 1) and not nested(i)
                  and not nested(i - 1) and not person):
                left = i - 1
            else:
                break
        extended = False
        while right + 1 <= end:
            i = right + 1
            if (proper(i) or xpos[i] == "CD") and below(i, h):
                right = i
                continue
            if word[i] in LINKS and i + 1 <= end and proper(i + 1):
                right = i + 1
                continue
            if not person:
                lower, j = word[i].lower(), i
                links = (AFTER_PREPOSITION if lower in PREPOSITIONS
                         else {"and", "the"} if extended and lower == "and" else ())
                while links and j <= end and word[j].lower() in links and j - i < 3:
                    j += 1
                if (links and j <= end and word[j][:1].isupper() and below(j, h)
                        and (proper(j) or xpos[j] in ("JJ", "NN", "NNS", "VBN", "VBG"))
                        and not any(m[2] == "person" for m in nested(j))):
                    right, extended = j, True
                    continue
                if (extended and word[i][:1].isupper() and xpos[i] in ("JJ", "NN", "NNS")
                        and below(i, h)):
                    right = i
                    continue
            break
        found.append((left, right, TYPES.get(kind, "MISC")))
    taken, result = set(), []
    for start, end, kind in sorted(set(found), key=lambda n: (n[0] - n[1], n[0])):
        span = range(start, end + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            result.append((start, end, kind))
    return sorted(result)
