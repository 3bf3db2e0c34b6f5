#!/usr/bin/env python3
"""Load a FollowTheMoney export with the followthemoney library itself.

    python3 Tests/Consumers/ftm.py GRAPH.ftm.json

Needs: pip install followthemoney. Checks that
- every line is an entity of a schema that can be instantiated, with an id that the library allows and no id twice,
- every property exists, its values pass the schema's validation, and the library's own cleaning (`ftm validate`) keeps every one,
- required properties are there, and every reference leads to an entity whose schema the property allows.
Prints counts by schema; exit status 1 when a check fails.
"""
import collections
import json
import sys

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry


def main():
    failures, entities, repeated = [], {}, 0
    with open(sys.argv[1], encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            data = json.loads(line)
            repeated += data["id"] in entities
            entities[data["id"]] = model.get_proxy(data)

            def check(condition, message):
                if not condition:
                    failures.append(f"line {number}, {data['schema']}: {message}")

            proxy, cleaned = entities[data["id"]], model.get_proxy(data, cleaned=False)
            check(not proxy.schema.abstract, "abstract schema")
            check(registry.entity.validate(data["id"]) and len(data["id"]) <= 200, "id not allowed")
            try:
                proxy.schema.validate(data)
            except InvalidData as error:
                failures.append(f"line {number}: {error} {json.dumps(error.errors)[:200]}")
            for name, values in data["properties"].items():
                prop = proxy.schema.get(name)
                check(prop is not None and not prop.stub, f"no property {name}")
                if prop is not None:
                    check(len(cleaned.get(name)) == len(set(values)), f"{name} is lost when cleaned: {values!r:.80}")
            for name in proxy.schema.required:
                check(proxy.get(name), f"{name} is missing")
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type == registry.entity:
                target = entities.get(value)
                if target is None or not target.schema.is_a(prop.range):
                    failures.append(f"{proxy.id}.{prop.name}: {value} leads to {target.schema.name if target else 'nothing'}")
    if repeated:
        failures.append(f"{repeated} ids twice")
    counts = collections.Counter(proxy.schema.name for proxy in entities.values())
    print(f"{len(entities)} entities:", ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    print("\n".join(failures[:20]) or "all checks passed")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
