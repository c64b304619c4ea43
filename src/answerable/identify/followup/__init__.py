"""In: what was sent to whom, what came back, editions of official lists. Out: where each submission stands,
what is overdue, and outcomes for a person to confirm or reject.

Promises: rows are only ever added, each with its line in the log; an outcome is a person's word, never the
machine's; who may not see a submission learns nothing of what came of it.
"""
