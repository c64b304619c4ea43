"""Whether the laws and recipients that a casefile names are there, before anything of it is recorded."""

from collections.abc import Callable
from functools import partial

from answerable.answer.recipients import recipient
from answerable.model.errors import NothingCalled
from answerable.record.casefile import Casefile
from answerable.record.gather import told
from answerable.record.lined_yaml import Lined, Path, Problems
from answerable.record.narratives import FOR
from answerable.weigh.laws import law_called


def check_names(casefile: Casefile, lined: Lined, problems: Problems) -> None:
    """Note each law and each recipient of a section that is none of ours, with the nearest that is."""
    if (case := casefile.case) is None:
        return
    named: list[tuple[Path, Callable[[], object]]] = [
        (("case", "laws", place), partial(law_called, name)) for place, name in enumerate(case.laws)
    ]
    for section in case.narrative:
        _, mark, name = section.partition(FOR)
        if mark:
            named.append((("case", "narrative", section), partial(recipient, name)))
    for path, look_up in named:
        try:
            look_up()
        except NothingCalled as error:
            problems.add(lined.line(path), told(error))
