"""An invented case in the Republic of Tamsor with everything a submission has to show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from answerable.answer.frames import frames
from answerable.answer.recipients import recipient
from answerable.answer.submission import Submission, compose
from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import NameIndex
from answerable.identify.match import NOBODY_ASKED, Listings, Match, matches_of
from answerable.identify.screening import Query, screen
from answerable.model.audience import Audience, parse_audience
from answerable.record.view import View
from answerable.weigh.law_words import in_language
from answerable.weigh.laws import shipped_laws
from answerable.weigh.ledger import OriginCount
from answerable.weigh.matrix import Matrix, weigh
from answerable.workspace import Workspace
from tests.support import recorded

FOLDER = Path(__file__).with_name("harbour")
FILES: dict[str, str | bytes] = {path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))}
CASEFILE = (FOLDER / "casefile.yaml").read_text("utf-8")

CANADA = parse_audience("recipient:ca")
NORRMARK = EditionInfo("norrmark", "Norrmark list", "Ministry of Norrmark", "2031-06-01")


def origins(view: View, passages: Sequence[str]) -> OriginCount:
    """Counts what the sources are declared to go back to."""
    found = [view.source(view.passage(one).source) for one in passages]
    known = {source.origin for source in found if source.origin}
    return OriginCount(len(known), len({source.id for source in found if not source.origin}))


def weighed(view: View, language: str = "en") -> Matrix:
    """The matrix of the case as this View shows it."""
    case = view.case("harbour")
    laws = [in_language(law, language) for law in shipped_laws() if law.id in case.laws]
    return weigh(view, case, laws, lambda passages: origins(view, passages))


@contextmanager
def workspace(folder: Path, casefile: str = CASEFILE) -> Iterator[Workspace]:
    """A workspace with the case in it."""
    with recorded(folder, casefile, FILES) as opened:
        yield opened


def composed(view: View, listings: Listings = NOBODY_ASKED, language: str = "en") -> Submission:
    """The submission of the case as this View shows it."""
    return compose(
        view,
        view.case("harbour"),
        weighed(view, language),
        recipient=recipient("ca").name_in(language),
        language=language,
        frame=frames()["ca"],
        made_on="2031-07-01",
        listings=listings,
    )


def submission(folder: Path, audience: Audience = CANADA, casefile: str = CASEFILE) -> Submission:
    """The submission of a case to an audience."""
    with workspace(folder, casefile) as opened, opened.view(audience) as view:
        return composed(view)


def listed(name: str) -> list[Match]:
    """What an invented list says of a name like this one."""
    entry = ListEntry("7", "person", (ListedName("LAM Ka Ho", "primary"),), birth_dates=("1971",))
    return matches_of(screen(NameIndex({NORRMARK: [entry]}), Query(name, born="1969")))
