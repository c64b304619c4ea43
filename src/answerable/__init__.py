"""Turns evidence of human-rights abuse into the documents that governments must answer."""

__version__ = "0.1.0"
