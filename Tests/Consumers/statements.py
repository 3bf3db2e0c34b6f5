"""Reads our JSON Lines, the one export that is complete, for the checks of the others to compare with.

Also the rules that Docs/Exports.md promises: how ids become XML name tokens, and what XML text leaves out.
"""
import json
import re
import unicodedata


def statements(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def actors(statements):
    """Actors in the order in which the statements first name them."""
    found = {}
    for statement in statements:
        for side in ("subject", "object"):
            actor = found.setdefault(statement[side]["id"], {"subject": 0, "object": 0, "days": [], "statements": 0})
            actor["name"], actor["type"] = statement[side]["name"], statement[side]["type"]
            actor[side] += 1
            if statement["date"]:
                actor["days"].append((statement["date"]["start"], statement["date"]["end"]))
    return found


def token(identifier):
    """An id as an XML name token: `:` for `/`, `_HEX_` for what else is no ASCII letter or digit, `-` or `.`."""
    return re.sub("[^a-zA-Z0-9.-]", lambda c: ":" if c[0] == "/" else f"_{ord(c[0]):X}_", identifier) or "_"


def xml_text(text):
    """Text as XML holds it: no controls but line breaks, no directional overrides; tabs and carriage returns are spaces."""
    text = text.replace("\t", " ").replace("\r", " ")
    overrides = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
    return "".join(c for c in text if c == "\n" or (unicodedata.category(c) != "Cc" and c not in overrides))


def expect(condition, what):
    if not condition:
        raise SystemExit(f"FAILED: {what}")


# Attributes of edges, by where JSON Lines has them.
ATTRIBUTES = {
    "relation": lambda s: s["relation"], "class": lambda s: s["class"], "mode": lambda s: s["mode"], "status": lambda s: s["status"],
    "symmetric": lambda s: s["symmetric"], "predicate": lambda s: s["predicate"]["text"], "detail": lambda s: s.get("detail"),
    "attribution": lambda s: s["attribution"] and s["attribution"]["name"], "date_start": lambda s: s["date"] and s["date"]["start"],
    "date_end": lambda s: s["date"] and s["date"]["end"], "date_precision": lambda s: s["date"] and s["date"]["precision"],
    "date_source": lambda s: s["date"] and s["date"]["source"], "place": lambda s: s["place"], "topic": lambda s: s["topic"],
    "quantities": lambda s: "; ".join(q["text"] for q in s["quantities"]) if s["quantities"] else None,
    "confidence": lambda s: s["confidence"],
    "rule": lambda s: s["rule"], "sentence": lambda s: s["evidence"]["sentence"], "document": lambda s: s["document"],
}  # fmt: skip
