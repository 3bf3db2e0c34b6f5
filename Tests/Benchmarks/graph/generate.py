"""Writes the data of the graph benchmark.

    python3 generate.py FOLDER [--actors 100000] [--statements 1000000] [--seed 4] [--rounds 4]

Tab-separated files without quotes or header that every contender loads, the documents that are committed one by one later, and the
questions:

    actors.tsv      id, name, type
    documents.tsv   id, day, title
    statements.tsv  id, document, number in the document, subject's id, relation, class, object's id, symmetric (0 or 1), status, day,
                    place, topic, speaker, confidence, sentence               (place and speaker may be empty)
    commits.json    documents with their new actors and statements, in the same columns
    questions.json  (see questions.py)
"""
import argparse
import datetime
import json
import os

import questions
from invented_news import DAYS, FIRST_DAY, STATEMENTS_PER_DOCUMENT, World


def write(path, rows):
    with open(path, "w", encoding="utf8") as file:
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")


def generate(folder, actors, statements, seed, rounds):
    """Fills the folder. Whatever is the same in two calls gives the same bytes."""
    world = World(actors, seed)
    documents, rows = [], []
    count = statements // STATEMENTS_PER_DOCUMENT
    order = list(range(count))
    world.random.shuffle(order)  # whose turn it is has nothing to do with the date
    for number, turn in enumerate(order):
        day = FIRST_DAY + datetime.timedelta(days=number * DAYS // count)
        document, found = world.document(number, day, world.cast(turn))
        documents.append(document)
        rows.extend(found)
    write(os.path.join(folder, "actors.tsv"), world.actors)
    write(os.path.join(folder, "documents.tsv"), documents)
    write(os.path.join(folder, "statements.tsv"), rows)
    asked, commits = questions.choose(world, rows, len(documents), rounds)
    for name, value in (("questions.json", asked), ("commits.json", commits)):
        with open(os.path.join(folder, name), "w", encoding="utf8") as file:
            json.dump(value, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=4, help="how often new documents are committed")
    a = parser.parse_args()
    os.makedirs(a.folder, exist_ok=True)
    generate(a.folder, a.actors, a.statements, a.seed, a.rounds)


if __name__ == "__main__":
    main()
