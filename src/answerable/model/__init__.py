"""The words of the house as types, the schemata as reviewed data, and the one tree of errors.

Nothing here reads the record, the network or the clock; whatever needs time or chance is handed it.
"""
