"""In: a View of one case, its documents and signed checkpoints. Out: a ZIP that a stranger can check.

Promises: the same input gives the same bytes; what is handed out verifies; no member of it holds what its
audience must not see. `verify.py` is a program of its own and goes into every package as it is.
"""
