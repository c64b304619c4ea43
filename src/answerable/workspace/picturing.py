"""Whether the files that an output hands on hold pictures that nobody vouches for."""

from collections.abc import Iterable

from answerable.read.pictures import holds_pictures
from answerable.record.view import View


def unvouched(view: View, passages: Iterable[str]) -> list[str]:
    """The titles of the sources of these passages whose kept file holds pictures, and of which two people
    did not note where those come from. What stays here for want of openness hands nothing on.
    """
    found: dict[str, str] = {}
    looked: set[tuple[str, str]] = set()
    for one in passages:
        passage = view.passage(one)
        place = passage.source, passage.text_sha256
        if place in looked or (view.is_outside and view.is_sealed(one)) or not passage.exact:
            continue
        looked.add(place)
        taken = view.capture(view.text(passage.text_sha256, passage.source).capture)
        if view.pictures(passage.source) is None and holds_pictures(view.kept(taken.sha256)):
            found[passage.source] = view.source(passage.source).title
    return list(found.values())
