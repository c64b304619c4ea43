"""Kept bytes come in; texts, the passages in them and the origins of sources go out.
Everything here but the services that keep what was read is pure: no database, no clock, no network.
Promises: a text is what the file shows, word for word, and a passage is that text as it stands.
"""
