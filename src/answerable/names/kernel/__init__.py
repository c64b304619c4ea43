"""The name matcher in C, for whoever has a compiler: the same numbers, some hundred times as fast.

`build` compiles it, `load` finds it, `rules` and `flat` hand it what Python knows. Nothing needs it to be
there.
"""
