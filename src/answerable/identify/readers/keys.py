"""Keys that tell the entries of one edition apart, even where its own references do not."""

BETWEEN = " · "


def reference_of(key: str) -> str:
    """The list's own reference in a key, without what was added to tell apart those that share it."""
    return key.partition(BETWEEN)[0]


class Keys:
    """Gives each entry a key, the same in every reading of the same file.

    The reference is the key. One that is used again, for somebody else, gets the name added; one that is
    missing is made of the name.
    """

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, reference: str, name: str) -> tuple[str, tuple[str, ...]]:
        """The key, and a note where it is not simply the list's reference."""
        again = reference in self._given
        stem = key = f"{reference}{BETWEEN}{name}" if reference and again else reference or name
        number = 1
        while key in self._given:
            number += 1
            key = f"{stem}{BETWEEN}{number}"
        self._given.add(key)
        if not reference:
            return key, ("the list gives it no reference of its own",)
        return key, (f"the list gives the reference {reference} to another entry too",) if again else ()
