"""Law files, read strictly: a law with an error in its file is not weighed at all."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path as FilePath
from typing import NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from answerable.model.canonical import sha256_hex
from answerable.model.dates import parse_date
from answerable.model.errors import CasefileWrong, LawFileWrong, NothingCalled
from answerable.model.nearest import nearest
from answerable.record.lined_yaml import Lined, Problems, read_yaml
from answerable.weigh.law import Law, LawAsWritten
from answerable.weigh.meetable import Wrong, what_nobody_can_meet

FOLDER = FilePath(__file__).with_name("laws")


@cache
def shipped_laws() -> tuple[Law, ...]:
    """The laws that come with Answerable, by id. Raises `LawFileWrong`."""
    return tuple(map(law_called, _known()))


@cache
def law_called(name: str) -> Law:
    """The law of that short name; raise `NothingCalled` with the nearest there is, and `LawFileWrong`."""
    if name not in _known():
        raise NothingCalled(kind="law", name=name, nearest=nearest(name, _known()))
    path = FOLDER / f"{name}.yaml"
    return read_law(path.read_bytes(), path.name)


def _known() -> list[str]:
    """Of each law its id, by which its file is called."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read_law(data: bytes, file: str) -> Law:
    """The law in a file's bytes; raise `LawFileWrong` at the first line to mend.

    Whatever is not a law to the last word is refused: an unknown key, a missing provision, an end before
    the start, a requirement that nothing in the schemata could ever meet.
    """
    lined = _lined(data, file)
    if not isinstance(lined.tree, dict):
        _fail(file, lined, (), "it should hold fields")
    try:
        written = LawAsWritten.model_validate(lined.tree)
    except ValidationError as error:
        first = _first(error.errors(), lined)
        _fail(file, lined, first["loc"], _in_our_words(first))
    for path, why in chain(_dates_out_of_order(written), _ids_amiss(written), what_nobody_can_meet(written)):
        _fail(file, lined, path, why)
    return Law.model_construct(**dict(written), file=file, sha256=sha256_hex(data))


def _lined(data: bytes, file: str) -> Lined:
    problems = Problems(file)
    try:
        return read_yaml(data.decode("utf-8"), problems)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LawFileWrong(file=file, line=line, why="it is not UTF-8 text") from error
    except CasefileWrong as error:
        line, why = min(problems.found)
        raise LawFileWrong(file=file, line=line, why=why) from error


def _fail(file: str, lined: Lined, path: tuple[int | str, ...], why: str) -> NoReturn:
    raise LawFileWrong(file=file, line=lined.line(path), why=why)


def _first(wrong: list[ErrorDetails], lined: Lined) -> ErrorDetails:
    """The one to tell: a key nobody knows before one that is missing, the inner before the outer."""
    outer = {one["loc"][:depth] for one in wrong for depth in range(len(one["loc"]))}
    inner = [one for one in wrong if one["loc"] not in outer]
    return min(inner, key=lambda one: (one["type"] != "extra_forbidden", lined.line(one["loc"])))


def _in_our_words(wrong: ErrorDetails) -> str:
    name = next((str(part) for part in reversed(wrong["loc"]) if isinstance(part, str)), "the file")
    plain = {
        "missing": f"“{name}” is missing",
        "extra_forbidden": f"there is no field “{name}” here",
        "string_type": f"“{name}” should be words",
        "string_too_short": f"“{name}” is empty",
        "tuple_type": f"“{name}” should be a list",
        "too_short": f"“{name}” is empty",
        "model_type": f"“{name}” should hold fields of its own",
    }
    said = wrong["msg"].removeprefix("Value error, ")
    return plain.get(wrong["type"], f"“{name}”: {said[:1].lower()}{said[1:]}")


def _dates_out_of_order(law: LawAsWritten) -> Iterator[Wrong]:
    order = (("in_force", law.in_force), ("amended", law.amended), ("lapsed", law.lapsed))
    known = [(name, parse_date(day).first) for name, day in order if day]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            yield (later,), f"“{later}” is before “{earlier}”"


def _ids_amiss(law: LawAsWritten) -> Iterator[Wrong]:
    named = [requirement.id for requirement in law.requirements]
    used = {one for limb in law.limbs for one in limb.requirements}
    for place, name in enumerate(named):
        if name in named[:place]:
            yield ("requirements", place, "id"), f"“{name}” stands twice"
        if name not in used:
            yield ("requirements", place, "id"), f"no limb requires “{name}”"
    for place, limb in enumerate(law.limbs):
        if limb.id in [other.id for other in law.limbs[:place]]:
            yield ("limbs", place, "id"), f"“{limb.id}” stands twice"
        for number, one in enumerate(limb.requirements):
            if one not in named:
                yield ("limbs", place, "requirements", number), f"there is no requirement “{one}”"
