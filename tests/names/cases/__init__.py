"""Pairs of names, as tables: what is one name (``SAME``), what is another (``DIFFERENT``), what is one name
but out of reach yet (``OUT_OF_REACH``), and which of two is nearer (``NEARER``).
"""
