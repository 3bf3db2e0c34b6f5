"""Given names by gender, from the lists in Latin script of the package Faker."""
import collections, importlib, pkgutil, re

import faker.providers.person

NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿĀ-ſ]+(-[A-ZÀ-Þ][a-zß-ÿ]+)?")


def rows():
    """(name, "m", "f" or "u" where lists of both have it)."""
    votes = collections.defaultdict(collections.Counter)
    for module in sorted(pkgutil.iter_modules(faker.providers.person.__path__), key=lambda m: m.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in set(getattr(provider, attribute, None) or ()):
                if NAME.fullmatch(name):
                    votes[name][gender] += 1
    for name, count in sorted(votes.items()):
        (first, most), *rest = count.most_common()
        yield name, first if not rest or most >= 3 * rest[0][1] else "u"
