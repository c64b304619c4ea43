"""The commands: thin hands on an open workspace.

In come words typed in a terminal; out come sentences, tables, or JSON with ``--json``. They hold no
rules: whatever they can do, a program can do through `answerable.workspace`.
"""
