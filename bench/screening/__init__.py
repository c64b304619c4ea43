"""``python -m bench screening``: who is found among 11,002 listed entities, how fast, beside the peers.

The work is ../shared/data/screening: 1,700 queries with the truth, on which the peers' published figures
were taken. Every engine is asked on one core, in the same run.
"""

from bench.screening.run import run

__all__ = ["run"]
