"""The tree of errors: as drawn, with codes of their own, and raised with the facts their sentences name."""

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import answerable
from answerable.model import errors
from answerable.model.errors import AnswerableError, NothingCalled


def classes(root: type[AnswerableError] = AnswerableError) -> Iterator[type[AnswerableError]]:
    yield root
    for child in root.__subclasses__():
        yield from classes(child)


def facts_named_in(kind: type[AnswerableError]) -> set[str]:
    sentences = f"{kind.happened} {kind.kept} {kind.todo}"
    return {name for _, name, _, _ in Formatter().parse(sentences) if name}


def branches() -> list[type[AnswerableError]]:
    return AnswerableError.__subclasses__()


@pytest.mark.parametrize("branch", branches(), ids=lambda branch: branch.__name__)
def test_every_branch_has_modules_of_its_own(branch: type[AnswerableError]) -> None:
    homes = {kind.__module__ for kind in classes(branch)} - {AnswerableError.__module__}
    others = {kind.__module__ for other in branches() if other is not branch for kind in classes(other)}
    assert homes
    assert homes.isdisjoint(others)


def test_every_class_is_handed_out_by_the_package() -> None:
    assert {kind.__name__ for kind in classes()} == set(errors.__all__)


def test_every_class_has_a_code_of_its_own() -> None:
    codes = [kind.__dict__.get("code") for kind in classes()]
    assert None not in codes
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", list(classes()), ids=lambda kind: kind.__name__)
def test_every_class_tells_what_happened_what_was_kept_and_what_to_do(kind: type[AnswerableError]) -> None:
    facts = {name: f"<{name}>" for name in facts_named_in(kind)}
    told = str(kind(**facts))
    assert all(value in told for value in facts.values())
    assert "{" not in told


def test_facts_with_braces_in_them_stand_as_they_are() -> None:
    assert "“{0.__class__}”" in str(NothingCalled(kind="person", name="{0.__class__}", nearest="{x}"))


def raised_in_the_source() -> Iterator[tuple[str, str, set[str]]]:
    """Every call in the source that makes one of the errors: where, which, and with which facts."""
    known = {kind.__name__ for kind in classes()}
    for path in sorted(Path(str(answerable.__file__)).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                if len(given) == len(node.keywords):
                    yield f"{path.name}:{node.lineno}", node.func.id, given


def test_every_error_in_the_source_is_made_with_the_facts_its_sentences_name() -> None:
    asked = {kind.__name__: facts_named_in(kind) for kind in classes()}
    made = list(raised_in_the_source())
    wrong = [f"{where} {name}: {asked[name] - given}" for where, name, given in made if asked[name] - given]
    assert wrong == []
    assert len(made) > 80


def test_the_nearest_is_told_where_there_is_one() -> None:
    told = str(NothingCalled(kind="case", name="x", nearest=""))
    assert told.endswith("Nothing was changed. There is none to choose from instead.")
    assert str(NothingCalled(kind="case", name="x", nearest="xy")).endswith("The nearest is “xy”.")


def test_an_error_of_another_process_is_the_same_here() -> None:
    met = NothingCalled(kind="list", name="x", nearest="y")
    here = pickle.loads(pickle.dumps(met))  # noqa: S301  our own
    assert (type(here), here.facts, str(here)) == (NothingCalled, met.facts, str(met))
