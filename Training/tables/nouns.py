"""What kind of thing a common noun denotes, from WordNet's hypernyms weighted by how often each sense was tagged."""
import collections, re

import wordnet

# Nearest ancestor wins. Gatherings are events ("summit", "conference") except crowds; what is left of a kind is "a" (abstract).
KINDS = {
    "00007846": "p",  # person
    "08008335": "o", "08164585": "o", "07965085": "o",  # organization, governing body, body
    "08329453": "o", "08319198": "o", "08163273": "o", "08163792": "o",  # court, parliament, assembly, legislature
    "08223802": "g", "08224274": "o",  # community, world organization
    "07942152": "g", "08160276": "g", "07950920": "g", "08182379": "g", "07941170": "g", "08179689": "g",  # people and crowds
    "07975026": "e", "08252602": "e",  # gathering, party
    "08378819": "o",  # deputation
    "08168978": "c", "08544813": "c", "08166552": "c",  # country
    "04341686": "f", "03315023": "f", "02913152": "f",  # structure, facility, building
    "00027167": "l", "09287968": "l", "09225146": "l", "09334396": "l", "09335240": "l",  # location, land, water
    "00029378": "e", "07148192": "e", "07135734": "e", "07139316": "e", "07140659": "e",  # event, negotiation, talk, discussion
    "00021939": "t", "00019128": "t", "00004258": "t", "00020827": "t", "00001930": "t",  # artifact, natural object, living thing
}
# News uses these of bodies that act far more often than SemCor's fiction and essays do.
PRIOR = {"p": 2.0, "o": 4.0, "c": 3.0, "g": 2.0, "f": 1.5, "e": 1.2, "l": 1.0, "t": 1.0, "a": 1.0}
FEMALE, MALE = re.compile(r"^[^;(]*\b(woman|female|girl|wife|daughter)\b"), re.compile(r"^[^;(]*\b(man|male|boy|husband|son)\b")
# Readings that news has and WordNet lacks or SemCor hides: by hand.
NEWS = {
    "group": "g", "force": "o", "forces": "o", "media": "o", "press": "o", "opposition": "o", "side": "o", "body": "o", "authority": "o",
    "fund": "to", "network": "o", "head": "p", "summit": "e", "ceasefire": "e", "market": "f", "cell": "o", "channel": "o", "convoy": "t",
    "power": "ca", "parties": "g", "house": "fo", "village": "l", "town": "l", "administration": "o", "congress": "o", "newspaper": "o",
    "industry": "o", "bank": "o", "conversation": "e", "lawmaker": "p", "staffer": "p", "jihadist": "p", "paramilitary": "p", "startup": "o",
    "watchdog": "o", "airstrike": "e", "bomber": "pt", "frontman": "p", "spokesperson": "p", "policymaker": "p", "gunman": "p",
    "call": "e", "deal": "e", "visit": "e", "business": "eo", "import": "ta", "ground": "a", "generation": "ag", "settlement": "aeo",
    "booster": "t", "filibuster": "e", "hulk": "t", "steady": "a",
}


def kind(synsets, offset):
    return next((KINDS[above] for above in wordnet.closure(synsets, offset) if above in KINDS), "a")


def gender(synsets, offset):
    gloss = synsets[offset].gloss
    return "f" if FEMALE.match(gloss) else "m" if MALE.match(gloss) else ""


def rows():
    """(lemma, kinds by weight, gender) for nouns with some reading that is not abstract."""
    synsets, counts = wordnet.read("noun"), wordnet.counts()
    for lemma, offsets in sorted(wordnet.senses().items()):
        if not lemma.replace("-", "").isalpha() or len(lemma) < 2:
            continue
        common = [(number, offset) for number, offset in enumerate(offsets, 1)
                  if any(word.lower() == lemma and word.islower() for word in synsets[offset].words)]
        weights, genders = collections.Counter(), collections.Counter()
        for number, offset in common:
            weight = (counts[lemma, number] + 1.0 / number)
            found = kind(synsets, offset)
            weights[found] += weight * PRIOR[found]
            if found == "p":
                genders[gender(synsets, offset)] += weight
        total = sum(weights.values())
        kinds = "".join(k for k, w in sorted(weights.items(), key=lambda item: (-item[1], item[0])) if w >= 0.12 * total)
        rare = not set(kinds) & set("pogcfle") and not any(counts[lemma, number] for number, _ in common)
        kinds = NEWS.get(lemma, kinds)
        if kinds and kinds != "a" and not rare:
            best = max(genders.items(), key=lambda item: item[1])[0] if genders else ""
            yield lemma, kinds, best if "p" in kinds else ""
    known = wordnet.senses()
    for lemma in sorted(set(NEWS) - set(known)):
        yield lemma, NEWS[lemma], ""
