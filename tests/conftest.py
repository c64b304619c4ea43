"""What every test has: the public material, if it is there, and an account of what was skipped."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.databases import drop_databases, made

# Machines that run tests are shared and slow at times; how long one example takes says nothing here.
settings.register_profile("answerable", deadline=None)
settings.load_profile("answerable")

# These open no database, and so say the same whichever it is.
collect_ignore = ["names", "model"] if os.environ.get("ANSWERABLE_TEST_DATABASE") == "postgres" else []

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[2] / "shared"))

NOT_EVERYWHERE = {"ANSWERABLE_SHARED": "the public lists and texts", "LibreOffice": "LibreOffice"}
"""What tests are skipped without, by the word that each of them says then."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with public lists, statutes and texts; without it the test is skipped, and counted."""
    data = SHARED / "data"
    if not data.exists():
        pytest.skip("the public lists and texts are not here (ANSWERABLE_SHARED)")
    return data


@pytest.fixture(scope="module", autouse=True)
def _databases_of_this_file() -> Iterator[None]:
    yield
    drop_databases(0)


# What the tests of a file share is made before this, since wider fixtures come first.
@pytest.fixture(autouse=True)
def _databases_of_this_test() -> Iterator[None]:
    before = made()
    yield
    drop_databases(before)


@pytest.fixture
def cell_limit() -> Iterator[None]:
    """The csv module's own limit of a cell: one figure for the whole process, which a library may raise."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes that are no text do not name a case: those of a packing hold the second it was made in, and
    each process that shares the work must find the same cases."""
    return argname if isinstance(val, bytes) and not val.isascii() else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped for want of something that is not everywhere."""
    skipped = [str(one.longrepr) for one in terminalreporter.stats.get("skipped", [])]
    for named, wanted in NOT_EVERYWHERE.items():
        count = sum(named in one for one in skipped)
        terminalreporter.write_line(f"{count} tests skipped for want of {wanted}")
