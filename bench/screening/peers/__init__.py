"""The peers, in a process of their own: ``.venv-peers/bin/python -m bench.screening.peers``.

In: one JSON document on standard input, names with their entity and kind, queries, the engines that are
asked for, and the seconds that a slow one may take. Out: a line for each engine with the best entities of
each query and their scores, queries a second, and the 95th percentile of one query. It imports nothing of
this project but itself.
"""
