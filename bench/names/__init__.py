"""How well names are told apart, ours and the peers measured in one run on the same pairs.

In: the public sets found through ANSWERABLE_SHARED, and the peers' own environment, .venv-peers. Out: a
table a set. Promises: seeds are fixed, people held out of the training stay apart, a peer that is not there
is named and passed over.
"""


def run() -> None:
    """Everything, as ``python -m bench`` asks for it."""
    from bench.names.__main__ import measure

    measure([])
