"""How a word of any script is read in plain Latin letters.

In: one word. Out: its readings, the most usual first, where ``°`` is perhaps a vowel, perhaps nothing.
Promises: never raises, only a-z and ``°`` come out, at least one reading for a word with a letter.
"""

from answerable.names.scripts.burmese import syllables
from answerable.names.scripts.detect import script_of, unmix
from answerable.names.scripts.romanise import MOST, romanise

__all__ = ["MOST", "romanise", "script_of", "syllables", "unmix"]
