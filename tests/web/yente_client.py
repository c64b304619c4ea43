"""A program of its own: asks a server through nomenklatura's own client for yente, and prints what it got.

Run by the tests with the interpreter of the peers' environment, which has nomenklatura (MIT).
"""

import json
import sys

from followthemoney import Dataset, StatementEntity
from nomenklatura.cache import Cache
from nomenklatura.db import Session, get_engine
from nomenklatura.enrich.yente import YenteEnricher


def main(address: str, key: str, name: str) -> None:
    """Match a person by name, then fetch each entry that was found."""
    dataset = Dataset.make({"name": "mine", "title": "Mine"})
    cache = Cache(Session(get_engine("sqlite://")), dataset, create=True)
    enricher = YenteEnricher(dataset, cache, {"api": f"{address}/", "api_key": key})
    properties = {"name": [name], "birthDate": ["1974"], "nationality": ["hk"]}
    person = StatementEntity.from_data(dataset, {"id": "one", "schema": "Person", "properties": properties})
    found = []
    for match in enricher.match(person):
        expanded = [entity.to_dict() for entity in enricher.expand(person, match)]
        found.append({"match": match.to_dict(), "expanded": expanded})
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
