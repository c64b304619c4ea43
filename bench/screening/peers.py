"""The peers, in a process of their own: ``.venv-peers/bin/python bench/screening/peers.py``.

Reads one JSON document (names with their entity and kind, queries) and answers a line for each engine: its
name, the best entities of each query with their scores, and queries a second. It imports nothing of this
project.
"""

import json
import sys
import time
from importlib import import_module
from typing import Any

CANDIDATES = 50
SECONDS = 60.0
"""How long an engine that is asked one by one may take."""


def tfidf(names: list[list[str]], queries: list[list[str]]) -> dict[str, Any]:
    """Pieces of three letters, the best by cosine; scikit-learn's matrices."""
    text = import_module("sklearn.feature_extraction.text")
    made = text.TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3))
    kept = made.fit_transform([name for name, _, _ in names]).T.tocsc()
    began = time.perf_counter()
    alike = (made.transform([query for query, _ in queries]) @ kept).tocsr()
    found = [_best(alike.getrow(n), names) for n in range(len(queries))]
    taken = time.perf_counter() - began
    return {
        "engine": "TF-IDF, nothing compared",
        "found": found,
        "singly": 0,
        "in_batch": len(queries) / taken,
    }


def _best(row: Any, names: list[list[str]]) -> list[tuple[str, float]]:
    ranked = sorted(zip(row.data.tolist(), row.indices.tolist(), strict=True), reverse=True)[:CANDIDATES]
    return _once([(names[place][1], score) for score, place in ranked])


def _once(ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    best: dict[str, float] = {}
    for entity, score in ranked:
        best.setdefault(entity, score)
    return list(best.items())


def brute_force(names: list[list[str]], queries: list[list[str]]) -> dict[str, Any]:
    """Every name with rapidfuzz's token_sort_ratio."""
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    texts = [name.casefold() for name, _, _ in names]
    found = []
    began = time.perf_counter()
    for query, _ in queries:
        best = process.extract(query.casefold(), texts, scorer=fuzz.token_sort_ratio, limit=CANDIDATES)
        found.append(_once([(names[place][1], score / 100) for _, score, place in best]))
    speed = len(queries) / (time.perf_counter() - began)
    return {"engine": "rapidfuzz token_sort, brute force", "found": found, "singly": speed, "in_batch": 0}


def logic(version: str, names: list[list[str]], queries: list[list[str]], proposed: Any) -> dict[str, Any]:
    """nomenklatura's matcher on the names that TF-IDF proposes, as many queries as there is time for."""
    make, matching = import_module("followthemoney").model.make_entity, import_module("nomenklatura.matching")
    algorithm, settings = matching.get_algorithm(version), matching.ScoringConfig.defaults()
    by_id: dict[str, list[list[str]]] = {}
    for name in names:
        by_id.setdefault(name[1], []).append(name)

    def entity(id_: str, schema: str, texts: list[str]) -> Any:
        one = make(schema)
        one.id = id_
        for text in texts:
            one.add("name", text)
        return one

    listed = {key: entity(key, rows[0][2], [row[0] for row in rows]) for key, rows in by_id.items()}
    found: list[list[tuple[str, float]]] = []
    began = time.perf_counter()
    for place, (query, schema) in enumerate(queries):
        if time.perf_counter() - began > SECONDS:
            break
        asked = entity(f"query {place}", schema, [query])
        scored = [(key, algorithm.compare(asked, listed[key], settings).score) for key, _ in proposed[place]]
        found.append(sorted(scored, key=lambda one: -one[1]))
    speed = len(found) / (time.perf_counter() - began)
    return {"engine": f"{version} on TF-IDF's names", "found": found, "singly": speed, "in_batch": 0}


def main() -> None:
    given = json.load(sys.stdin)
    names, queries = given["names"], given["queries"]
    proposed = tfidf(names, queries)
    print(json.dumps(proposed), flush=True)
    print(json.dumps(brute_force(names, queries)), flush=True)
    for version in ("logic-v1", "logic-v2"):
        print(json.dumps(logic(version, names, queries, proposed["found"])), flush=True)


if __name__ == "__main__":
    main()
