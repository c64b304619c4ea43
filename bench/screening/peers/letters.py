"""Engines that compare letters: pieces of three by TF-IDF, and rapidfuzz with every name."""

import time
from importlib import import_module
from typing import Any

from bench.screening.peers.asked import CANDIDATES, Ranked, Work, answered, each_once, one_by_one


def tfidf(work: Work) -> dict[str, Any]:
    """scikit-learn's pieces of three letters within words, the best by cosine through sparse_dot_topn."""
    topn = import_module("sparse_dot_topn").sp_matmul_topn
    made = import_module("sklearn.feature_extraction.text").TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 3)
    )
    kept = made.fit_transform([name for name, _, _ in work.names]).T.tocsr()

    def best(texts: list[str]) -> list[Ranked]:
        alike = topn(made.transform(texts), kept, top_n=CANDIDATES, sort=True, n_threads=1)
        parts = ((alike.indptr[n], alike.indptr[n + 1]) for n in range(len(texts)))
        return [
            each_once(
                (work.names[place][1], score)
                for place, score in zip(alike.indices[a:b].tolist(), alike.data[a:b].tolist(), strict=True)
            )
            for a, b in parts
        ]

    began = time.perf_counter()
    found = best([text for text, _ in work.queries])
    in_batch = time.perf_counter() - began
    _, times = one_by_one(work, lambda place: best([work.queries[place][0]])[0])
    return answered("TF-IDF", found, times, in_batch)


def token_sort(work: Work) -> dict[str, Any]:
    """Every name with rapidfuzz's token_sort_ratio."""
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    texts = [name.casefold() for name, _, _ in work.names]

    def best(place: int) -> Ranked:
        asked = work.queries[place][0].casefold()
        some = process.extract(asked, texts, scorer=fuzz.token_sort_ratio, limit=CANDIDATES)
        return each_once((work.names[at][1], score / 100) for _, score, at in some)

    return answered("token_sort", *one_by_one(work, best))
