"""The questions of the graph benchmark, chosen so that no answer is trivial.

Each task has several questions, so that one lucky query does not decide. Paths are between actors with exactly one shortest path, so
that the answer is one path for everybody; two filtered ones do not exist, which takes a search of all that can be reached. Documents
that are committed later are tied to the rest at one actor and dated after all windows of time: they change no other answer.
"""
import datetime
import random
from bisect import bisect_right
from collections import Counter

import invented_news

LONGEST_PATH = 10
COMMITS_A_ROUND = 5


class Statements:
    """The columns that choosing questions needs, in lists of their own."""

    def __init__(self, rows):
        self.subject, self.relation, self.object = ([row[column] for row in rows] for column in (3, 4, 6))
        self.status, self.day, self.sentence = ([row[column] for row in rows] for column in (8, 9, 14))

    def passing(self, relations, statuses, since, until):
        return [
            key for key, (relation, status, day) in enumerate(zip(self.relation, self.status, self.day))
            if since <= day <= until and relation in relations and status in statuses
        ]

    def neighbours(self, keys):
        """Actor's id → those on the other side, once for each statement."""
        found = {}
        for key in keys:
            found.setdefault(self.subject[key], []).append(self.object[key])
            found.setdefault(self.object[key], []).append(self.subject[key])
        return found


def shortest(neighbours, start):
    """Actor → (length, number) of the shortest paths from `start`."""
    found = {start: (0, 1)}
    border, length = [start], 0
    while border:
        length += 1
        counts = Counter()
        for actor in border:
            number = found[actor][1]
            for neighbour in neighbours[actor]:
                if neighbour not in found:
                    counts[neighbour] += number
        border = list(counts)
        for actor in border:
            found[actor] = (length, counts[actor])
    return found


def spread(items, count):
    """`count` of the items, evenly from the first to the last."""
    return [items[i * (len(items) - 1) // max(1, count - 1)] for i in range(count)] if items else []


def days(number, length):
    """First and last of `length` days from a day of the three years."""
    first = invented_news.FIRST_DAY + datetime.timedelta(days=number)
    return first.isoformat(), (first + datetime.timedelta(days=length - 1)).isoformat()


def choose(world, rows, documents, rounds):
    """The questions, task by task, and the documents to commit."""
    rng = random.Random(7)
    statements = Statements(rows)
    everything = statements.neighbours(range(len(rows)))
    # From the least to the best connected.
    by_degree = sorted(everything, key=lambda key: (len(everything[key]), key))
    middling = [key for key in by_degree if 20 <= len(everything[key]) <= 2000]
    asked = {
        "statements": [{"actor": key} for key in by_log_degree(by_degree, everything, 20)],
        "two hops": [
            {"actor": key, "relations": ["met-with", "spoke-with"], "since": since, "until": until}
            for key, (since, until) in zip(by_log_degree(middling, everything, 20), (days(rng.randrange(900), 182) for _ in range(20)))
        ],
        "path": unfiltered_paths(rng, everything, middling, 20),
        "filtered path": filtered_paths(rng, statements, everything, 20),
        "top ten": [
            {"since": f"{year}-{month:02d}-01", "until": last_day(year, month + 2)}
            for year in (2023, 2024, 2025) for month in (1, 4, 7, 10)
        ],
        "full text": searches(rng, world, statements, 20),
    }
    asked["commit"], asked["path after commit"], commits = documents_to_commit(
        rng, world, everything, by_degree[-1], documents, rounds * COMMITS_A_ROUND)
    return asked, commits


def last_day(year, month):
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(days=1)).isoformat()


def by_log_degree(by_degree, neighbours, count):
    """Actors whose degrees rise by about the same factor."""
    degrees = [len(neighbours[key]) for key in by_degree]
    low, high = max(degrees[0], 3), degrees[-1]
    wanted = [low * (high / low) ** (i / (count - 1)) for i in range(count)]
    return [by_degree[min(bisect_right(degrees, degree), len(degrees)) - 1] for degree in wanted]


def unfiltered_paths(rng, neighbours, middling, count):
    """Between actors of middling degree, three steps apart or more as far as there are such pairs, with one shortest path."""
    found = []
    for start in spread(middling[: len(middling) * 3 // 4], count):
        distances = shortest(neighbours, start)
        single = sorted(key for key, (length, number) in distances.items() if number == 1 and length > 1)
        far = [key for key in single if distances[key][0] >= 4] or [key for key in single if distances[key][0] >= 3] or single
        found.append({"from": start, "to": far[rng.randrange(len(far))], "longest": LONGEST_PATH})
    return found


def filtered_paths(rng, statements, everything, count):
    """Longer than without the filter, with one shortest path; the last two have none."""
    found = []
    names = [relation for relation, *_ in invented_news.RELATIONS]
    while len(found) < count:
        relations = sorted(rng.sample(names[:12], 4))
        since, until = days(rng.randrange(730), 365)
        filter_ = {"relations": relations, "statuses": ["actual"], "since": since, "until": until}
        neighbours = statements.neighbours(statements.passing(set(relations), {"actual"}, since, until))
        start = max(rng.sample(sorted(neighbours), min(200, len(neighbours))), key=lambda key: len(neighbours[key]) <= 20)
        distances = shortest(neighbours, start)
        if len(distances) < len(neighbours) / 2:
            continue
        if len(found) < count - 2:
            direct = shortest_length(everything, start)
            candidates = sorted(
                key for key, (length, number) in distances.items() if number == 1 and max(4, direct(key) + 1) <= length <= LONGEST_PATH - 2)
        else:
            candidates = sorted(set(neighbours) - set(distances))
        if candidates:
            found.append({"from": start, "to": candidates[rng.randrange(len(candidates))], "longest": LONGEST_PATH, **filter_})
    return found


def shortest_length(neighbours, start):
    distances = shortest(neighbours, start)
    return lambda key: distances[key][0] if key in distances else LONGEST_PATH


def searches(rng, world, statements, count):
    """One or two words of a sentence each; words that no other word contains and no stemmer changes."""
    rank = {word: place for place, word in enumerate(world.topic_words)}
    words = sorted(set(rank) | {part.lower() for name in world.names for part in name.split()})
    everything = " ".join(words)
    found = []
    while len(found) < count:
        sentence = statements.sentence[rng.randrange(len(statements.sentence))]
        fitting = [
            word for word in sentence.rstrip(".").replace(",", "").split() if 20 <= rank.get(word, 0) <= 3000 and word[-1] in "kpvx"
            and everything.count(word) == 1
        ]
        number = 1 if len(found) % 4 == 3 else 2
        if len(set(fitting)) >= number:
            found.append({"words": fitting[:number], "limit": 20})
    return found


def documents_to_commit(rng, world, neighbours, hub, documents, count):
    """Documents of four new actors tied to the rest at `hub`; after each, the only shortest path from its first actor to an old one."""
    distances = shortest(neighbours, hub)
    hub_number = next(number for number, actor in enumerate(world.actors) if actor[0] == hub)
    ends = sorted(key for key, (length, number) in distances.items() if number == 1 and length > 1)
    pairs = [(0, 4), (0, 1), (1, 2), (4, 1), (2, 4), (1, 4), (3, 4), (2, 3), (4, 3), (0, 2)]
    commits, commit_questions, path_questions = [], [], []
    for number in range(count):
        first = len(world.actors)
        world.actors += [world.actor() for _ in range(4)]
        day = invented_news.FIRST_DAY + datetime.timedelta(days=invented_news.DAYS + 30 + number)
        document, rows = world.document(documents + number, day, [*range(first, first + 4), hub_number], pairs)
        texts = [[str(value) for value in row] for row in rows]
        commits.append({"document": document, "actors": world.actors[first:], "statements": texts})
        commit_questions.append({"number": number})
        path_questions.append({"from": world.actors[first][0], "to": ends[rng.randrange(len(ends))], "longest": LONGEST_PATH})
    return commit_questions, path_questions, commits
