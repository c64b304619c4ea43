"""In: a View of the record, a case, laws as dated data. Out: what each law requires, and what is said of it.

Promises: both sides are shown; nothing is added up into a score; a law file with an error is not weighed.
"""
