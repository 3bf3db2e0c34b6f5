"""Invented news for the graph benchmark: actors, and documents of ten statements with a distinct sentence each; the same for the same seed.

A document has a cast: one actor in turn, so that everybody occurs, three of that actor's region and two of the whole world, both by
Zipf's law. So degrees are skewed, and actors meet those whom their neighbours meet. Documents come in the order of their dates.
"""
import datetime
import hashlib
import random
from bisect import bisect_left
from itertools import accumulate

FIRST_DAY = datetime.date(2023, 1, 1)
DAYS = 1096  # three years
STATEMENTS_PER_DOCUMENT = 10
# Relation, class, whether direction has no meaning, words; the commonest first.
RELATIONS = [
    ("met-with", "CONSULT", 1, "met"),
    ("spoke-with", "CONSULT", 1, "spoke with"),
    ("criticised", "ACCUSE", 0, "criticised"),
    ("called-on", "REQUEST", 0, "called on"),
    ("negotiated-with", "CONSULT", 1, "negotiated with"),
    ("accused", "ACCUSE", 0, "accused"),
    ("visited", "CONSULT", 0, "visited"),
    ("attacked", "ASSAULT", 0, "attacked"),
    ("praised", "SUPPORT", 0, "praised"),
    ("agreed-with", "AGREE", 1, "agreed with"),
    ("warned", "THREATEN", 0, "warned"),
    ("rejected", "REJECT", 0, "turned down"),
    ("sanctioned", "SANCTION", 0, "imposed sanctions on"),
    ("signed-with", "SUPPORT", 1, "signed a treaty with"),
    ("cooperated-with", "COOPERATE", 1, "worked together with"),
    ("funded", "AID", 0, "gave money to"),
    ("protested-against", "PROTEST", 0, "protested against"),
    ("arrested", "COERCE", 0, "arrested"),
    ("sold-to", "BUSINESS", 0, "sold grain to"),
    ("released", "RETREAT", 0, "released"),
]
STATUSES = [("actual", 70), ("requested", 10), ("planned", 10), ("denied", 5), ("possible", 5)]
TYPES = [("person", 60), ("organization", 25), ("group", 8), ("place", 4), ("country", 3)]


class Weighted:
    """Draws by weight, with one random number a draw."""

    def __init__(self, weights):
        self.sums = list(accumulate(weights))

    def draw(self, number):
        return min(bisect_left(self.sums, number * self.sums[-1]), len(self.sums) - 1)

    @classmethod
    def zipf(cls, count, exponent):
        return cls([(rank + 1) ** -exponent for rank in range(count)])


def word(number):
    """An invented word without capitals, different for each number: syllables of a consonant and a vowel, then one consonant."""
    consonants, vowels, ends = "bdfgklmnprstvz", "aeiou", "klmnprstvx"
    letters = ends[number % len(ends)]
    number //= len(ends)
    while True:
        syllable = number % (len(consonants) * len(vowels))
        letters = consonants[syllable // len(vowels)] + vowels[syllable % len(vowels)] + letters
        number //= len(consonants) * len(vowels)
        if not number:
            return letters
        number -= 1


class World:
    """The actors, and documents drawn from them."""

    def __init__(self, actors, seed):
        self.random = random.Random(seed)
        self.names = set()
        self.actors = [self.actor() for _ in range(actors)]
        self.regions = max(1, actors // 500)
        self.regional = Weighted.zipf(actors // self.regions, 0.9)
        self.worldwide = Weighted.zipf(actors, 0.85)
        # A fixed shuffle: common topic words are not the shortest.
        self.topic_words = [word(3000 + number) for number in range(20_000)]
        self.random.shuffle(self.topic_words)
        self.topics = Weighted.zipf(len(self.topic_words), 0.9)
        self.relations = Weighted.zipf(len(RELATIONS), 0.7)
        self.statuses, self.types = (Weighted([weight for _, weight in table]) for table in (STATUSES, TYPES))
        self.delays = Weighted([12, 6, 1, 1])
        # Pairs of the cast: the first ones do most of the talking.
        self.pairs = [(a, b) for a in range(6) for b in range(6) if a != b]
        self.roles = Weighted([1 / (a + b) for a, b in self.pairs])
        self.sentences = set()

    def actor(self):
        types = Weighted([weight for _, weight in TYPES])
        kind = TYPES[types.draw(self.random.random())][0]
        while True:
            words = [word(int(self.random.random() * 3000)).capitalize() for _ in range(1 if kind in ("place", "country") else 2)]
            name = " ".join(words + {"organization": ["Council"], "group": ["Front"]}.get(kind, []))
            if name in self.names and len(words) == 1:
                name += " " + word(int(self.random.random() * 3000)).capitalize()
            if name not in self.names:
                self.names.add(name)
                return f"{kind}/{name.lower().replace(' ', '-')}", name, kind

    def cast(self, number):
        """Six actors: one in turn, three of its region, two of the world."""
        first = number % len(self.actors)
        cast = [first]
        while len(cast) < 6:
            if len(cast) < 4:
                found = self.regional.draw(self.random.random()) * self.regions + first % self.regions
            else:
                found = self.worldwide.draw(self.random.random())
            if found not in cast:
                cast.append(found)
        return cast

    def document(self, number, day, cast, pairs=None):
        """A row of documents.tsv and ten of statements.tsv. The actor in turn takes part in the first statement."""
        draw = self.random.random
        identifier = f"news-{number:07d}"
        rows = []
        place = word(int(draw() * 3000)).capitalize()
        for place_in_text in range(STATEMENTS_PER_DOCUMENT):
            a, b = pairs[place_in_text] if pairs else self.pairs[self.roles.draw(draw())]
            if not place_in_text and not pairs and a and b:
                a = 0
            subject, object_ = cast[a], cast[b]
            relation, class_, symmetric, verb = RELATIONS[self.relations.draw(draw())]
            status = STATUSES[self.statuses.draw(draw())][0]
            where = place if draw() < 0.3 else ""
            speaker = self.actors[cast[int(draw() * len(cast))]][1] if draw() < 0.3 else ""
            while True:
                topic = [self.topic_words[self.topics.draw(draw())] for _ in range(6 + int(draw() * 5))]
                sentence = (
                    f"{self.actors[subject][1]} {verb} {self.actors[object_][1]}{' in ' + where if where else ''} over the "
                    f"{' '.join(topic[:3])} of {' '.join(topic[3:])}{', ' + speaker + ' said' if speaker else ''}."
                )
                if sentence not in self.sentences:
                    self.sentences.add(sentence)
                    break
            when = day - datetime.timedelta(days=min(self.delays.draw(draw()), (day - FIRST_DAY).days))
            digest = hashlib.blake2b(f"{identifier}/{place_in_text}".encode(), digest_size=8).hexdigest()
            rows.append((
                digest, identifier, place_in_text, self.actors[subject][0], relation, class_, self.actors[object_][0], symmetric, status,
                when.isoformat(), where, " ".join(topic[:3]), speaker, f"{0.5 + draw() / 2:.2f}", sentence,
            ))
        return (identifier, day.isoformat(), f"{self.actors[cast[0]][1]} and the {topic[0]}"), rows
